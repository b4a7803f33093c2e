import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Team, Work } from '../story/item.ts';
import { homeWorks } from './home-works.ts';

// What the order reads, and nothing else.
const team = {
  id: 'tea_1',
  steps: [
    { id: 'committed', name: 'Committed', category: 'todo' },
    { id: 'building', name: 'Building', category: 'in_progress' },
    { id: 'done', name: 'Done', category: 'done' },
  ],
} as unknown as Team;

function aWork(
  id: string,
  more: { owner?: string; beside?: readonly string[]; missing?: number; placement?: object } = {},
): Work {
  const { owner = 'me', beside = null, missing = 0, placement = {} } = more;
  // As above.
  return {
    id,
    item: { id, ownerId: owner, collaboratorIds: beside },
    placement: {
      id,
      teamId: 'tea_1',
      stepId: null,
      rank: id,
      committedAt: null,
      doneAt: null,
      droppedAt: null,
      enteredStepAt: '2026-11-10T00:00:00.000Z',
      ...placement,
    },
    readiness: { ready: missing === 0, missing: Array.from({ length: missing }), points: Array.from({ length: 5 }) },
  } as unknown as Work;
}

const idsOf = (works: readonly Work[]) =>
  homeWorks(works, new Map([[team.id as string, team]]), 'me').map(({ work, part }) => `${work.id} ${part}`);

test('what is in progress comes first, then what is committed, then what is shaped', () => {
  const works = [
    aWork('shaped'),
    aWork('next', { placement: { stepId: 'committed' } }),
    aWork('begun', { placement: { stepId: 'building' } }),
  ];
  assert.deepEqual(idsOf(works), ['begun In progress', 'next Committed', 'shaped In refinement']);
});

test('only one’s own, and nothing that is over', () => {
  const works = [
    aWork('other', { owner: 'somebody' }),
    aWork('done', { placement: { stepId: 'done', doneAt: '2026-11-19T00:00:00.000Z' } }),
    aWork('given-up', { placement: { droppedAt: '2026-11-19T00:00:00.000Z' } }),
    aWork('of-no-team', { placement: { teamId: 'tea_2' } }),
  ];
  assert.deepEqual(idsOf(works), []);
});

test('what one works on beside its owner is there too, and says so', () => {
  const works = [
    aWork('own'),
    aWork('beside', { owner: 'somebody', beside: ['other', 'me'] }),
    aWork('theirs', { owner: 'somebody', beside: ['other'] }),
  ];
  const rows = homeWorks(works, new Map([[team.id as string, team]]), 'me');
  const shown = rows.map(({ work, isBeside }) => `${work.id} ${isBeside}`);
  assert.deepEqual(shown, ['own false', 'beside true']);
});

test('in refinement the nearest to ready comes first, on the backlog its order', () => {
  const works = [
    aWork('far', { missing: 4 }),
    aWork('near', { missing: 1 }),
    aWork('b', { placement: { stepId: 'committed', rank: 'n' } }),
    aWork('a', { placement: { stepId: 'committed', rank: 'c' } }),
  ];
  assert.deepEqual(idsOf(works), ['a Committed', 'b Committed', 'near In refinement', 'far In refinement']);
});
