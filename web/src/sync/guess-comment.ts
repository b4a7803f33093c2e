// Guesses of comments.
import {
  addComment,
  editComment,
  reactToComment,
  removeComment,
  resolveComment,
} from '@shortlist/domain/comment/comment-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';
import type { StoreReader } from './store.ts';

export const guessCommentAdd: MakeGuess<'comment.add'> = (read, input, context) => {
  const answered = input.parentId == null ? undefined : read.get('comment', input.parentId);
  const parent = answered === undefined ? null : (read.get('comment', answered.parentId ?? answered.id) ?? null);
  const { subjectId, text } = input;
  const state = { parent, count: read.by('comment', 'subjectId', subjectId).length, people: peopleOf(read) };
  return changesOf(addComment(state, { subjectId, text, parentId: answered?.id ?? null }, context));
};

export const guessCommentEdit: MakeGuess<'comment.edit'> = (read, { commentId, text }, context) => {
  const comment = read.get('comment', commentId);
  if (comment === undefined) return null;
  return changesOf(editComment({ comment, people: peopleOf(read) }, { commentId: comment.id, text }, context));
};

export const guessCommentRemove: MakeGuess<'comment.remove'> = (read, { commentId }, context) => {
  const comment = read.get('comment', commentId);
  if (comment === undefined) return null;
  const isAnswered = read.by('comment', 'parentId', comment.id).length > 0;
  return changesOf(removeComment({ comment, isAnswered }, context));
};

export const guessCommentResolve: MakeGuess<'comment.resolve'> = (read, { commentId, resolved }, context) => {
  const comment = read.get('comment', commentId);
  return comment === undefined ? null : changesOf(resolveComment({ comment }, { commentId: comment.id, resolved }, context));
};

export const guessCommentReact: MakeGuess<'comment.react'> = (read, { commentId, kind, on }, context) => {
  const comment = read.get('comment', commentId);
  return comment === undefined ? null : changesOf(reactToComment({ comment }, { commentId: comment.id, kind, on }, context));
};

function peopleOf(read: StoreReader) {
  return read.all('member').filter(({ removedAt }) => removedAt === null);
}
