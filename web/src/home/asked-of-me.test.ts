import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Question, Team, Work } from '../story/item.ts';
import { askedOf } from './asked-of-me.ts';

// What the choice reads, and nothing else.
const team = {
  id: 'tea_1',
  memberIds: ['me', 'other'],
  steps: [
    { id: 'building', name: 'Building', category: 'in_progress' },
    { id: 'done', name: 'Done', category: 'done' },
  ],
} as unknown as Team;

function aWork(id: string, more: { wordedBy?: string; missing?: string[]; passed?: number; placement?: object } = {}): Work {
  const { wordedBy = 'other', missing = [], passed, placement = {} } = more;
  const since = '2026-11-10T00:00:00.000Z';
  // As above.
  return {
    id,
    item: { id, need: 'x', wordedBy },
    placement: { id, teamId: 'tea_1', stepId: null, doneAt: null, droppedAt: null, enteredStepAt: since, ...placement },
    readiness: { ready: missing.length === 0, missing },
    progress: passed === undefined ? null : { passed, total: 2 },
  } as unknown as Work;
}

const asked = (works: readonly Work[], questions: readonly Partial<Question>[] = [], one = team) =>
  askedOf('me', works, questions as readonly Question[], new Map([[one.id as string, one]])).map(({ id }) => id);
const reader = ['read'];

test('a story of the team that lacks nothing but a reader asks everyone but who worded it', () => {
  const works = [
    aWork('a', { missing: reader }),
    aWork('own', { missing: reader, wordedBy: 'me' }),
    aWork('unfinished', { missing: ['outcome', 'read'] }),
    aWork('ready'),
  ];
  assert.deepEqual(asked(works), ['a read']);
  assert.deepEqual(asked(works, [], { ...team, memberIds: [] }), []);
});

test('open questions that one owns come first, in any team; answered ones and other people’s do not', () => {
  const question = (id: string, more: object = {}) =>
    ({ id, storyId: 'a', text: id, ownerId: 'me', askedAt: '2026-11-12T00:00:00.000Z', answeredAt: null, ...more }) as never;
  const questions = [question('mine'), question('theirs', { ownerId: 'other' }), question('closed', { answeredAt: 'then' })];
  assert.deepEqual(asked([aWork('a', { missing: reader })], questions), ['mine', 'a read']);
  assert.deepEqual(asked([aWork('a')], questions, { ...team, memberIds: [] }), ['mine']);
});

test('a story in progress asks to be verified once somebody has begun to, until all of it is seen to work', () => {
  const building = { stepId: 'building' };
  const works = [
    aWork('begun', { passed: 1, placement: building }),
    aWork('untouched', { placement: building }),
    aWork('through', { passed: 2, placement: building }),
    aWork('over', { passed: 1, placement: { stepId: 'done', doneAt: '2026-11-19T00:00:00.000Z' } }),
  ];
  assert.deepEqual(asked(works), ['begun verify']);
});
