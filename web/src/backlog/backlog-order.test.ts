import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSteps } from '@shortlist/domain/workspace/workflow.ts';
import type { Placement, Team } from '../story/item.ts';
import { compareInFlow, endedLatestFirst, positionPastNeighbour } from './backlog-order.ts';

// What the functions read of a team and of a placement; the rest does not matter here.
const team = { steps: defaultSteps } as unknown as Team;

function row(id: string, stepId: string | null, rank: string, more: Partial<Placement> = {}) {
  const placement = { id, stepId, rank, doneAt: null, droppedAt: null, expedite: false, ...more } as unknown as Placement;
  return { id, placement };
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).join(' ');

test('what is nearest to done comes first, then what waits in its order', () => {
  const rows = [
    row('waitsLater', 'committed', 'c'),
    row('waitsFirst', 'committed', 'a'),
    row('built', 'building', 'd'),
    row('verified', 'verifying', 'e'),
  ];
  const compare = compareInFlow(team);
  assert.equal(idsOf(rows.toSorted((a, b) => compare(a.placement, b.placement))), 'verified built waitsFirst waitsLater');
});

test('what ended is read latest first, whether it was finished or given up', () => {
  const rows = [
    row('old', 'done', 'a', { doneAt: '2026-11-01T00:00:00.000Z' }),
    row('open', 'committed', 'b'),
    row('given', 'wont_do', 'c', { droppedAt: '2026-11-03T00:00:00.000Z' }),
    row('new', 'done', 'd', { doneAt: '2026-11-05T00:00:00.000Z' }),
  ];
  assert.equal(idsOf(endedLatestFirst(rows)), 'new given old');
});

test('an item passes its neighbour of the same step, also where others of the order lie between', () => {
  const rows = [row('a', 'committed', 'a'), row('x', 'building', 'b'), row('c', 'committed', 'c'), row('d', 'committed', 'd')];
  assert.equal(positionPastNeighbour(rows, 'c', -1), 0);
  assert.equal(positionPastNeighbour(rows, 'a', 1), 2);
  assert.equal(positionPastNeighbour(rows, 'd', -1), 2);
});

test('the first goes no further up, the last no further down, and what is not on the backlog not at all', () => {
  const rows = [row('a', 'committed', 'a'), row('b', 'committed', 'b'), row('r', null, 'c')];
  assert.equal(positionPastNeighbour(rows, 'a', -1), null);
  assert.equal(positionPastNeighbour(rows, 'b', 1), null);
  assert.equal(positionPastNeighbour(rows, 'r', -1), null);
});
