/** What a change of the feed means for people: who is named by it, who hears of it as a follower, who follows from now on. */
import type { Placement } from '../backlog/placement.ts';
import { dateWords } from '../forecast/gate-words.ts';
import type { Comment } from '../comment/comment.ts';
import { mentionsIn } from '../comment/mentions.ts';
import type { Flag } from '../flag/flag.ts';
import type { Criterion } from '../story/criterion.ts';
import type { Finding } from '../story/finding.ts';
import type { Idea } from '../idea/idea.ts';
import type { Id } from '../ids.ts';
import { collaboratorsOf } from '../story/collaborators.ts';
import type { Story } from '../story/story.ts';
import type { Task } from '../story/task.ts';
import type { Text } from '../text/text.ts';
import { noticeLimits, type NoticeKind } from './notice-kinds.ts';

type PersonId = Id<'person'>;

/** A change with the value before it; null where there was none. */
export type Seen =
  | { readonly event: 'idea.captured' | 'idea.refined' | 'idea.answered'; readonly value: Idea }
  | { readonly event: 'comment.added' | 'comment.edited'; readonly value: Comment; readonly before: Comment | null }
  | { readonly event: 'story.edited' | 'story.collaborators_set'; readonly value: Story; readonly before: Story | null }
  | { readonly event: 'task.edited' | 'task.collaborators_set'; readonly value: Task; readonly before: Task | null }
  | { readonly event: 'text.edited'; readonly value: Text; readonly before: Text | null }
  | { readonly event: 'criterion.failed'; readonly value: Criterion }
  | { readonly event: 'finding.added'; readonly value: Finding }
  | { readonly event: 'item.leaving' | 'item.parked'; readonly value: Placement }
  | { readonly event: 'flag.asked_again' | 'flag.clean_up_late'; readonly value: Flag };

/** The events that mean something; others only may make a story ready. */
export const seenEvents: readonly Seen['event'][] = [
  'idea.captured',
  'idea.refined',
  'idea.answered',
  'comment.added',
  'comment.edited',
  'story.edited',
  'task.edited',
  'story.collaborators_set',
  'task.collaborators_set',
  'text.edited',
  'criterion.failed',
  'finding.added',
  'item.leaving',
  'item.parked',
  'flag.asked_again',
  'flag.clean_up_late',
];

export interface Meaning {
  /** Those whom it is addressed to. */
  readonly named: readonly { readonly memberId: PersonId; readonly kind: NoticeKind }[];
  /** What the owner of the subject is told, and nobody else; null: nothing. */
  readonly owner: NoticeKind | null;
  /** What followers are told, the owner among them; null: nothing. */
  readonly followers: NoticeKind | null;
  readonly words: string;
  /** Who follows the subject from now on, unless they chose otherwise. */
  readonly joins: readonly PersonId[];
}

/** Who did it; of an answer, which the server sends, who decided. */
export function doerOf(seen: Seen | null, by: PersonId | null): PersonId | null {
  return seen?.event === 'idea.answered' ? (seen.value.decision?.by ?? by) : by;
}

const nothing: Meaning = { named: [], owner: null, followers: null, words: '', joins: [] };

export interface Around {
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  /** Authors of the thread that a comment answers in. */
  readonly threadAuthorIds: readonly PersonId[];
}

export function meaningOf(seen: Seen, by: PersonId | null, { people, threadAuthorIds }: Around): Meaning {
  switch (seen.event) {
    case 'idea.captured':
      return { ...nothing, joins: [seen.value.suggesterId, ...(by === null ? [] : [by])] };
    case 'idea.refined':
    case 'idea.answered':
      return {
        ...nothing,
        named: [{ memberId: seen.value.suggesterId, kind: 'decided' }],
        followers: 'decided',
        words: decisionWords(seen.value),
      };
    case 'comment.added':
    case 'comment.edited':
      return ofComment(seen, threadAuthorIds);
    case 'story.edited':
    case 'task.edited':
      return ofOwner(seen.before?.ownerId ?? null, seen.value.ownerId);
    case 'story.collaborators_set':
    case 'task.collaborators_set':
      return ofCollaborators(seen.before, seen.value);
    case 'text.edited': {
      const before = mentionsIn(seen.before?.text ?? '', people);
      const mentioned = mentionsIn(seen.value.text, people).filter((id) => !before.includes(id));
      return { ...nothing, named: mentioned.map(as('mentioned')), joins: mentioned };
    }
    case 'criterion.failed':
      return { ...nothing, followers: 'failed', words: cut(`AC-${seen.value.number}: ${seen.value.text}`) };
    case 'finding.added':
      return { ...nothing, owner: 'found', words: cut(seen.value.text) };
    case 'flag.asked_again':
      return toRemover(seen.value, 'flag_back');
    case 'flag.clean_up_late':
      return toRemover(seen.value, 'flag_late');
    case 'item.leaving':
      return { ...nothing, followers: 'leaving', words: leavingWords(seen.value) };
    case 'item.parked':
      // Who sends it back says so; what goes by itself is told.
      return by === null ? { ...nothing, followers: 'leaving', words: goneWords } : nothing;
    default:
      return seen satisfies never;
  }
}

/** Who removes its code is told, or else who owns the flag. */
function toRemover({ cleanUp, ownerId }: Flag, kind: NoticeKind): Meaning {
  const memberId = cleanUp?.ownerId ?? ownerId;
  return memberId === null ? nothing : { ...nothing, named: [{ memberId, kind }] };
}

const goneWords = 'Nobody touched it for four weeks, so it is back in the parking lot. It comes again when its idea is refined.';

function leavingWords({ leavesAt }: Placement): string {
  const day = (leavesAt ?? '').slice(0, 10);
  return `Nobody touched it for three weeks: it goes back to the parking lot on ${dateWords(day, day)}. Any change or comment keeps it.`;
}

function ofComment(
  { event, value, before }: Extract<Seen, { event: 'comment.added' | 'comment.edited' }>,
  threadAuthorIds: readonly PersonId[],
): Meaning {
  const mentioned = value.mentionIds.filter((id) => before?.mentionIds.includes(id) !== true);
  const isNew = event === 'comment.added';
  return {
    named: [...mentioned.map(as('mentioned')), ...(isNew ? threadAuthorIds.map(as('replied')) : [])],
    owner: null,
    followers: isNew ? 'commented' : null,
    words: cut(value.text),
    joins: isNew ? [value.authorId, ...mentioned] : mentioned,
  };
}

function ofOwner(before: PersonId | null, after: PersonId | null): Meaning {
  if (after === null || after === before) return nothing;
  return { ...nothing, named: [{ memberId: after, kind: 'assigned' }], joins: [after] };
}

function ofCollaborators(before: Story | Task | null, after: Story | Task): Meaning {
  const known = before === null ? [] : collaboratorsOf(before);
  const added = collaboratorsOf(after).filter((id) => !known.includes(id));
  return { ...nothing, named: added.map(as('joined')), joins: added };
}

function decisionWords({ decision }: Idea): string {
  switch (decision?.kind) {
    case undefined:
      return '';
    case 'refine':
      return 'It is being refined.';
    case 'reject':
      return cut(`Rejected. ${decision.sentence}`);
    case 'merge':
      return cut(`Merged into another. ${decision.sentence}`);
    default:
      return decision satisfies never;
  }
}

const as =
  (kind: NoticeKind) =>
  (memberId: PersonId): Meaning['named'][number] => ({ memberId, kind });

/** As one line of at most so many characters. */
export function cut(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
  if (line.length <= noticeLimits.words) return line;
  // Half of a pair is no character.
  return `${line.slice(0, noticeLimits.words - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
