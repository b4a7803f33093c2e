import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileQuery, factsAsked } from './query-compile.ts';
import { aContext, aSubject } from './query-examples.ts';
import type { QueryContext, QuerySubject } from './query-subject.ts';

const subjects: readonly QuerySubject[] = [
  aSubject({
    id: 'idea',
    type: 'idea',
    handle: 'IDEA-1',
    title: 'Búsy Saturday',
    stage: 'parking_lot',
    teamId: null,
    keptCount: 1,
  }),
  aSubject({ id: 'shaped', title: 'Find the berth free', persona: 'A skipper', isReady: true, criteria: 2, size: 'S' }),
  aSubject({
    id: 'built',
    type: 'task',
    handle: 'TASK-4',
    title: 'Renew the certificate',
    stage: 'in_progress',
    stepId: 'review',
    standsIn: 'In review',
    ownerId: 'mem_ana',
    ownerName: 'Ana Lindqvist',
    size: 'L',
    committedAt: '2026-11-02T09:00:00.000Z',
    startedAt: '2026-11-05T09:00:00.000Z',
    createdAt: '2026-09-01T08:00:00.000Z',
  }),
  aSubject({
    id: 'core',
    isBlocked: true,
    collaborators: [{ id: 'mem_ana', name: 'Ana Lindqvist' }],
    teamId: 'team_core',
    teamName: 'Core platform',
    stage: 'todo',
    ownerId: 'mem_bo',
    stepId: 'building',
  }),
  aSubject({
    id: 'ended',
    isBlocked: true,
    stage: 'done',
    doneAt: '2026-11-19T23:30:00.000Z',
    verified: false,
    isImported: true,
  }),
];

function asked(query: string, context: Partial<QueryContext> = {}): readonly string[] {
  const { matches, problems } = compileQuery(query, aContext(context));
  assert.deepEqual(problems, [], query);
  return subjects.filter(matches).map(({ id }) => id);
}

const answers: Readonly<Record<string, readonly string[]>> = {
  '': ['idea', 'shaped', 'built', 'core', 'ended'],
  'type:task,idea': ['idea', 'built'],
  '-type:story': ['idea', 'built'],
  'owner:me': ['built'],
  'owner:nobody type:story is:open': ['shaped'],
  'owner:ost': ['core'],
  'owner:"Ana Lindqvist",bo': ['built', 'core'],
  'collaborator:me': ['core'],
  'collaborator:lind -has:collaborator': [],
  'collaborator:nobody type:story is:open': ['shaped'],
  'owner:me,nobody lindqvist': ['built'],
  'team:core': ['core'],
  'team:WEB size:>M': ['built'],
  'size:none type:idea': ['idea'],
  'size:<=S': ['shaped'],
  'step:"in review"': ['built'],
  'step:building': ['core'],
  'is:ready': ['shaped'],
  'is:blocked': ['core'],
  'is:kept': ['idea'],
  'is:unverified has:source': ['ended'],
  '-has:owner -type:idea': ['shaped', 'ended'],
  'has:criteria persona:skip': ['shaped'],
  'age:>2w type:task': ['built'],
  'created:2026-09': ['built'],
  'created:<2026-10-01': ['built'],
  'created:2026': ['idea', 'shaped', 'built', 'core', 'ended'],
  'committed:>=2026-11-02': ['built'],
  'committed:>2026-11-02': [],
  'done:yesterday': ['ended'],
  'done:>=-7d': ['ended'],
  'started:<-14d': ['built'],
  'busy SATUR': ['idea'],
  '"the berth"': ['shaped'],
  '-"the berth" -type:idea,task': ['core', 'ended'],
  'TASK-4': ['built'],
  'owner: type:task': ['built'],
  'size:> type:task': ['built'],
};

for (const [query, ids] of Object.entries(answers)) {
  test(`“${query}” asks for ${ids.join(', ') || 'nothing that is there'}`, () => assert.deepEqual(asked(query), ids));
}

test('what only the server knows matches what it named, and nothing while it is asked', () => {
  assert.deepEqual(asked('is:stale'), []);
  assert.deepEqual(asked('is:stale', { stale: new Set(['core']) }), ['core']);
  assert.deepEqual(asked('is:slow', { slow: new Set(['built']) }), ['built']);
  assert.deepEqual(asked('has:evidence', { evidenced: new Set(['idea']) }), ['idea']);
  assert.deepEqual(factsAsked('-is:open,stale'), { marks: true, evidence: false });
  assert.deepEqual(factsAsked('stale has:evidence'), { marks: false, evidence: true });
});

test('a date is a day of whom asks, wherever the sun stands in Greenwich', () => {
  const startOfDay = (date: string) => new Date(Date.parse(date) - 3_600_000).toISOString();
  assert.deepEqual(asked('done:2026-11-20', { startOfDay }), ['ended']);
  assert.deepEqual(asked('done:today', { startOfDay, now: '2026-11-19T23:45:00.000Z' }), ['ended']);
  assert.deepEqual(asked('done:2026-11-20'), []);
});

test('what is wrong is told with its place and the nearest word, and asks nothing', () => {
  const wrong = (query: string) => {
    const { problems, matches } = compileQuery(query, aContext());
    assert.equal(subjects.filter(matches).length, subjects.length, query);
    return problems.map(({ from, to, message, fix }) => `${query.slice(from, to)} → ${fix ?? '?'} | ${message}`);
  };
  assert.deepEqual(wrong('onwer:me'), ['onwer → owner | There is no “onwer:”. Did you mean owner:?']);
  assert.deepEqual(wrong('is:stael'), ['stael → stale | “is:” knows no “stael”. Did you mean stale?']);
  assert.deepEqual(wrong('owner:Anna'), ['Anna → Ana | Nobody here is called “Anna”. Did you mean Ana?']);
  assert.deepEqual(wrong('step:Bulding'), ['Bulding → Building | No team has a step “Bulding”. Did you mean Building?']);
  assert.deepEqual(wrong('team:COR3'), ['COR3 → CORE | There is no team “COR3”. Did you mean CORE?']);
  assert.deepEqual(wrong('size:>huge'), ['>huge → ? | There is no size “huge”; sizes are XXS, XS, S, M, L, XL, XXL and none.']);
  assert.match(wrong('created:2026-02-30')[0] ?? '', /no date/);
  assert.match(wrong('age:old')[0] ?? '', /no length of time/);
  assert.deepEqual(wrong('sort:agr'), ['agr → age | There is no order “agr”. Did you mean age?']);
  assert.deepEqual(wrong('zebra:x'), ['zebra → ? | There is no “zebra:”. Quotes look for it as words.']);
  assert.match(wrong('-is:merged '.repeat(80))[0] ?? '', /Only the first 60 words/);
});

test('a query names its order, a minus turns it, and the last one holds', () => {
  const sortOf = (query: string) => compileQuery(query, aContext()).sort;
  assert.deepEqual(sortOf('sort:size'), { by: 'size', isReversed: false });
  assert.deepEqual(sortOf('sort:-age sort:title'), { by: 'title', isReversed: false });
  assert.deepEqual(sortOf('-sort:age'), { by: 'age', isReversed: true });
  assert.equal(sortOf('age'), null);
});
