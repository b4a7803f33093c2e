/** What each word of `is:` and `has:` asks of a subject. */
import type { HasWord, IsWord } from './query-keys.ts';
import type { QueryContext, QuerySubject } from './query-subject.ts';

type Ask = (subject: QuerySubject, context: QueryContext) => boolean;

const openStages = new Set<QuerySubject['stage']>(['parking_lot', 'refinement', 'todo', 'in_progress']);

const is: Readonly<Record<IsWord, Ask>> = {
  open: ({ stage }) => openStages.has(stage),
  ready: ({ stage, isReady }) => stage === 'refinement' && isReady,
  committed: ({ stage }) => stage === 'todo',
  started: ({ stage }) => stage === 'in_progress',
  done: ({ stage }) => stage === 'done',
  'given-up': ({ stage }) => stage === 'wont_do' || stage === 'rejected',
  refined: ({ stage }) => stage === 'refined',
  merged: ({ stage }) => stage === 'merged',
  kept: ({ keptCount }) => keptCount > 0,
  stale: ({ id }, { stale }) => stale?.has(id) === true,
  slow: ({ id }, { slow }) => slow?.has(id) === true,
  leaving: ({ isLeaving }) => isLeaving,
  blocked: ({ stage, isBlocked }) => openStages.has(stage) && isBlocked,
  over: ({ isOver }) => isOver,
  unverified: ({ stage, verified }) => stage === 'done' && verified !== true,
};

const has: Readonly<Record<HasWord, Ask>> = {
  owner: ({ ownerId }) => ownerId !== null,
  collaborator: ({ collaborators }) => collaborators.length > 0,
  size: ({ size }) => size !== null,
  evidence: ({ id }, { evidenced }) => evidenced?.has(id) === true,
  criteria: ({ criteria }) => criteria > 0,
  source: ({ isImported }) => isImported,
  label: ({ labels }) => labels.length > 0,
};

/** The question behind a word of `is:`, `has:` or `type:`; undefined when there is none. */
export function askOf(key: string, word: string): Ask | undefined {
  if (key === 'type') return (subject) => subject.type === word;
  // hasOwn has just looked.
  if (key === 'is') return Object.hasOwn(is, word) ? is[word as IsWord] : undefined;
  return Object.hasOwn(has, word) ? has[word as HasWord] : undefined;
}
