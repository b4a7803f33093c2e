import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSteps } from '@shortlist/domain/workspace/workflow.ts';
import type { Row } from '../list/work-rows.ts';
import type { Placement, Team } from '../story/item.ts';
import { cardTowards, columnsOf, compareOnBoard, countWords, isOnBoard, positionBeside } from './board-columns.ts';

// What the functions read of a team, a placement and a row; the rest does not matter here.
const team = { id: 'team_1', steps: defaultSteps } as unknown as Team;
const now = '2026-11-20T12:00:00.000Z';

function placement(id: string, rank: string, more: Partial<Placement> = {}): Placement {
  return { id, rank, stepId: 'building', doneAt: null, droppedAt: null, expedite: false, ...more } as unknown as Placement;
}

function row(id: string, stepId: string, more: Partial<Row> = {}): Row {
  const stage = stepId === 'committed' ? 'todo' : stepId === 'done' ? 'done' : 'in_progress';
  return { id, teamId: 'team_1', stepId, stage, doneAt: null, work: { placement: placement(id, id) }, ...more } as unknown as Row;
}

test('each step but that of what was given up is a column, in order, empty ones too', () => {
  const columns = columnsOf(team, [row('a', 'review'), row('b', 'committed'), row('c', 'gone_step')]);
  assert.deepEqual(
    columns.map(({ step, rows }) => `${step.id}: ${rows.map(({ id }) => id).join()}`),
    ['committed: b', 'design: c', 'building: ', 'review: a', 'verifying: ', 'done: '],
  );
});

test('a board shows the backlog of its team and what was done in the last fourteen days', () => {
  const done = (doneAt: string) => row('d', 'done', { doneAt });
  assert.equal(isOnBoard(row('a', 'building'), team, now), true);
  assert.equal(isOnBoard(row('a', 'building', { teamId: 'team_2' }), team, now), false);
  assert.equal(isOnBoard(row('a', 'x', { stage: 'refinement' }), team, now), false);
  assert.equal(isOnBoard(done('2026-11-07T12:00:00.000Z'), team, now), true);
  assert.equal(isOnBoard(done('2026-11-06T11:00:00.000Z'), team, now), false);
});

test('cards stand by rank, what is done latest first', () => {
  const sorted = (...rows: Row[]) => rows.toSorted(compareOnBoard).map(({ id }) => id);
  assert.deepEqual(sorted(row('b', 'building'), row('a', 'building')), ['a', 'b']);
  const done = (id: string, doneAt: string) => row(id, 'done', { doneAt });
  assert.deepEqual(sorted(done('a', '2026-11-01T00:00:00.000Z'), done('b', '2026-11-02T00:00:00.000Z')), ['b', 'a']);
});

test('a limit is said with the count', () => {
  assert.equal(countWords({ id: 'x', name: 'X', category: 'in_progress', limit: 2 }, 3), '3 of 2');
  assert.equal(countWords({ id: 'x', name: 'X', category: 'in_progress' }, 3), '3');
});

test('a drop before or after a card is a place among all open items, the moved one left out', () => {
  const open = [placement('a', 'a'), placement('b', 'b'), placement('c', 'c'), placement('x', 'bb', { doneAt: now })];
  assert.equal(positionBeside(open, 'a', 'c', 'before'), 1);
  assert.equal(positionBeside(open, 'a', 'c', 'after'), 2);
  assert.equal(positionBeside(open, 'c', 'a', 'before'), 0);
  assert.equal(positionBeside(open, 'a', 'x', 'after'), null);
});

test('arrows go within a column and across empty ones, and stay at the edges', () => {
  const columns = columnsOf(team, [row('a', 'committed'), row('b', 'committed'), row('c', 'review'), row('d', 'done')]);
  assert.equal(cardTowards(columns, null, 'down'), 'a');
  assert.equal(cardTowards(columns, 'a', 'down'), 'b');
  assert.equal(cardTowards(columns, 'b', 'down'), 'b');
  assert.equal(cardTowards(columns, 'b', 'right'), 'c');
  assert.equal(cardTowards(columns, 'c', 'left'), 'a');
  assert.equal(cardTowards(columns, 'd', 'right'), 'd');
  assert.equal(cardTowards(columns, 'a', 'up'), 'a');
});
