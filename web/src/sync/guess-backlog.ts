// Guesses of the backlog.
import { dropItem, moveItem, reopenItem, returnItem } from '@shortlist/domain/backlog/backlog-decide.ts';
import { commitItem, type CommitState } from '@shortlist/domain/backlog/commit-decide.ts';
import { byRank, isCounted } from '@shortlist/domain/backlog/counted.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { storyReadiness, taskReadiness, type Readiness } from '@shortlist/domain/story/readiness.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';
import type { StoreReader } from './store.ts';

/**
 * A gate with room: the team's record, which the true one needs, is the server's. The dialog has asked it before, and the
 * server asks it again. A commit that it admits reads these figures and no others.
 */
const openGate = { window: { n: 0, k: Infinity, k50: null } } as unknown as CommitState['gate'];

/** Refinement with room, for the same reason. */
export const openRoom = { held: 0, window: { k: Infinity, basis: 'measured', windowDays: 28 } } as const;

export const guessCommit: MakeGuess<'backlog.commit'> = (read, input, context) => {
  const placed = placedItem(read, input.itemId);
  const readiness = placed === null ? null : readinessOf(read, placed);
  if (placed === null || readiness === null) return null;
  // Going over the window is recorded with the gate's figures, which only the server has.
  const { override: _override, ...wanted } = input;
  // The references of the input are the server's own ids, brands apart.
  const parsed = { ...wanted, swapOut: input.swapOut ?? [] } as Parameters<typeof commitItem>[1];
  return changesOf(
    commitItem({ ...placed, missing: readiness.missing, gate: openGate, room: openRoom, handles: new Map() }, parsed, context),
  );
};

export const guessMove: MakeGuess<'backlog.move'> = (read, input, context) => {
  const placed = placedItem(read, input.itemId);
  return placed === null ? null : changesOf(moveItem(placed, { ...input, itemId: placed.placement.id }, context));
};

export const guessReturn: MakeGuess<'backlog.return'> = (read, input, context) => {
  const placed = placedItem(read, input.itemId);
  return placed === null ? null : changesOf(returnItem({ ...placed, room: openRoom }, { itemId: placed.placement.id }, context));
};

export const guessDrop: MakeGuess<'backlog.drop'> = (read, input, context) => {
  const placed = placedItem(read, input.itemId);
  if (placed === null) return null;
  return changesOf(dropItem(placed, { ...input, itemId: placed.placement.id, reason: input.reason ?? 'other' }, context));
};

export const guessReopen: MakeGuess<'backlog.reopen'> = (read, input, context) => {
  const placed = placedItem(read, input.itemId);
  return placed === null
    ? null
    : changesOf(reopenItem({ ...placed, room: openRoom }, { itemId: placed.placement.id, why: '' }, context));
};

function placedItem(read: StoreReader, itemId: string) {
  const placement = read.get('placement', itemId);
  const team = read.get('team', placement?.teamId);
  if (placement === undefined || team === undefined) return null;
  return { placement, team, open: read.by('placement', 'teamId', team.id).filter(isCounted).toSorted(byRank) };
}

interface Placed {
  readonly placement: EntityOf<'placement'>;
  readonly team: EntityOf<'team'>;
}

function readinessOf(read: StoreReader, { placement, team }: Placed): Readiness | null {
  const story = read.get('story', placement.id);
  if (story !== undefined) {
    const [criteria, questions] = [read.by('criterion', 'storyId', story.id), read.by('question', 'storyId', story.id)];
    return storyReadiness(story, { criteria, questions, team });
  }
  const task = read.get('task', placement.id);
  return task === undefined ? null : taskReadiness(task);
}
