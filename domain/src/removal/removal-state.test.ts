import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removalState, type RemovalFacts } from './removal-state.ts';

const now = '2026-11-17T09:00:00.000Z';
const anHourAgo = '2026-11-17T08:00:00.000Z';
const twoDaysAgo = '2026-11-15T09:00:00.000Z';
const nothing: RemovalFacts = { rung: 'off', archivedAt: null, places: null, lastEvaluatedAt: null };
const stateOf = (facts: Partial<RemovalFacts>) => removalState({ ...nothing, ...facts }, now);

test('a flag that nobody has written waits for its code, and lives from the first place or question on', () => {
  assert.equal(stateOf({}), 'waiting for code');
  assert.equal(stateOf({ places: 0 }), 'waiting for code');
  assert.equal(stateOf({ places: 1 }), 'live');
  assert.equal(stateOf({ lastEvaluatedAt: twoDaysAgo }), 'live');
});

test('at everyone it lives while its code stands, goes while something still runs, and is ready when nothing asks', () => {
  const everyone = { rung: 'everyone' } as const;
  assert.equal(stateOf({ ...everyone, places: 2 }), 'live');
  assert.equal(stateOf({ ...everyone, places: 0, lastEvaluatedAt: anHourAgo }), 'removing');
  assert.equal(stateOf({ ...everyone, places: 0, lastEvaluatedAt: twoDaysAgo }), 'ready to remove');
  assert.equal(stateOf({ ...everyone, places: 0 }), 'ready to remove');
});

test('without a scan nobody can say that the code is gone', () => {
  assert.equal(stateOf({ rung: 'everyone', lastEvaluatedAt: twoDaysAgo }), 'live');
  assert.equal(stateOf({ rung: 'everyone' }), 'waiting for code');
});

test('once permanent it is gone, unless its code stands or something asks', () => {
  const permanent = { rung: 'permanent', archivedAt: twoDaysAgo } as const;
  assert.equal(stateOf({ ...permanent, places: 0 }), 'gone');
  assert.equal(stateOf({ ...permanent, places: 3 }), 'removing');
  assert.equal(stateOf({ ...permanent, places: 0, lastEvaluatedAt: anHourAgo }), 'zombie');
  assert.equal(stateOf({ ...permanent, places: 3, lastEvaluatedAt: anHourAgo }), 'zombie');
});

test('a count that comes in minutes after the last rung tells of before, and one of days ago of nothing that runs', () => {
  const permanent = { rung: 'permanent', archivedAt: '2026-11-17T08:30:00.000Z', places: 0 } as const;
  assert.equal(stateOf({ ...permanent, lastEvaluatedAt: '2026-11-17T08:35:00.000Z' }), 'gone');
  assert.equal(stateOf({ ...permanent, lastEvaluatedAt: '2026-11-17T08:45:00.000Z' }), 'zombie');
  const longAgo = { ...permanent, archivedAt: '2026-11-01T08:30:00.000Z' };
  assert.equal(stateOf({ ...longAgo, lastEvaluatedAt: '2026-11-10T08:45:00.000Z' }), 'gone');
});
