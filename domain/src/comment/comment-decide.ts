/** Comments, their threads, and reactions. */
import { memberOf, put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { commentLimits } from './comment-limits.ts';
import type { Comment } from './comment.ts';
import { mentionsIn } from './mentions.ts';

type People = readonly { readonly id: Id<'person'>; readonly name: string }[];

export interface AddCommentState {
  /** The comment that is answered; null where a thread is begun, or it is not there. */
  readonly parent: Comment | null;
  /** How many comments the subject has. */
  readonly count: number;
  /** Members who can be mentioned. */
  readonly people: People;
}

export function addComment(
  { parent, count, people }: AddCommentState,
  input: ParsedInputOf<'comment.add'>,
  context: DecisionContext,
): Decision<Comment> {
  const wrong = input.parentId === null ? null : cannotAnswer(parent, input.subjectId);
  if (wrong !== null) return wrong;
  if (count >= commentLimits.perSubject) {
    return refuse('conflict', `There are ${count} comments here, which is the most. Write what they came to into the problem.`);
  }
  const comment: Comment = {
    id: context.newId('comment'),
    subjectId: input.subjectId,
    parentId: parent === null ? null : (parent.parentId ?? parent.id),
    authorId: memberOf(context.actor),
    text: input.text,
    mentionIds: mentionsIn(input.text, people),
    reactions: [],
    createdAt: context.now,
    editedAt: null,
    resolvedAt: null,
    resolvedBy: null,
    removedAt: null,
  };
  const changes: Change[] = [put('comment.added', 'comment', comment)];
  if (parent !== null && parent.resolvedAt !== null) {
    changes.push(put('comment.reopened', 'comment', { ...parent, resolvedAt: null, resolvedBy: null }));
  }
  return { changes, value: comment };
}

function cannotAnswer(parent: Comment | null, subjectId: string): Refusal | null {
  if (parent === null) return noComment();
  return parent.subjectId === subjectId
    ? null
    : refuse('conflict', 'The comment that is answered belongs to something else. Answer it there.');
}

export function editComment(
  { comment, people }: { readonly comment: Comment; readonly people: People },
  input: ParsedInputOf<'comment.edit'>,
  context: DecisionContext,
): Decision<Comment> {
  if (comment.authorId !== memberOf(context.actor)) {
    return refuse('not_allowed', 'Only who wrote a comment changes its words. Answer it instead.');
  }
  if (comment.removedAt !== null) return noComment();
  const edited: Comment = {
    ...comment,
    text: input.text,
    mentionIds: mentionsIn(input.text, people),
    editedAt: context.now,
  };
  return { changes: [put('comment.edited', 'comment', edited)], value: edited };
}

export function removeComment(
  { comment, isAnswered }: { readonly comment: Comment; readonly isAnswered: boolean },
  context: DecisionContext,
): Decision<Comment> {
  const { role, memberId } = context.actor;
  if (comment.authorId !== memberId && role !== 'owner' && role !== 'admin') {
    return refuse('not_allowed', 'Only who wrote a comment takes it away, or an admin. Ask one of them.');
  }
  if (comment.removedAt !== null) return noComment();
  if (!isAnswered) {
    return { changes: [remove('comment.removed', 'comment', comment.id, comment.subjectId)], value: comment };
  }
  const emptied: Comment = { ...comment, text: '', mentionIds: [], reactions: [], removedAt: context.now };
  return { changes: [put('comment.removed', 'comment', emptied)], value: emptied };
}

export function resolveComment(
  { comment }: { readonly comment: Comment },
  input: ParsedInputOf<'comment.resolve'>,
  context: DecisionContext,
): Decision<Comment> {
  if (comment.parentId !== null) {
    return refuse('conflict', 'A thread is settled by the comment that began it. Name that one.', {
      commentId: comment.parentId,
    });
  }
  const resolved: Comment = {
    ...comment,
    resolvedAt: input.resolved ? context.now : null,
    resolvedBy: input.resolved ? memberOf(context.actor) : null,
  };
  return { changes: [put(input.resolved ? 'comment.resolved' : 'comment.reopened', 'comment', resolved)], value: resolved };
}

export function reactToComment(
  { comment }: { readonly comment: Comment },
  input: ParsedInputOf<'comment.react'>,
  context: DecisionContext,
): Decision<Comment> {
  if (comment.removedAt !== null) return noComment();
  const memberId = memberOf(context.actor);
  const others = comment.reactions.filter((one) => one.memberId !== memberId || one.kind !== input.kind);
  if (input.on && others.length >= commentLimits.reactions) {
    return refuse('conflict', `This comment has ${others.length} reactions, which is the most.`);
  }
  const reacted: Comment = { ...comment, reactions: input.on ? [...others, { kind: input.kind, memberId }] : others };
  return { changes: [put('comment.reacted', 'comment', reacted)], value: reacted };
}

export function noComment(): Refusal {
  return refuse('not_found', 'There is no such comment. It may have been taken away.');
}
