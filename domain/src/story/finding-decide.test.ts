import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, aContext, anId, eventsOf, noon, parsed, refused } from '../decision-examples.ts';
import type { Flag } from '../flag/flag.ts';
import type { Id } from '../ids.ts';
import type { Criterion } from './criterion.ts';
import { addFinding, editFinding, removeFinding, settleFinding, type AddState } from './finding-decide.ts';
import { aStory } from './story-examples.ts';

const story = aStory();
const me = anId.person();
// The brand exists for the compiler only, and of a criterion nothing else is read.
const criterion = { id: 'ac_1' as Id<'criterion'> } as Criterion;
const add = (state: Partial<AddState> = {}, given: { readonly kind?: 'polish'; readonly criterionId?: string } = {}) =>
  addFinding(
    { story, criteria: [criterion], findings: [], flag: null, ...state },
    parsed('finding.add', { itemId: story.id, text: 'The list jumps', environment: 'production', ...given }),
    aContext({ memberId: me }),
  );
const on = (rung: Flag['rung']) => ({ flag: { rung } });

test('a finding is open, and belongs to its story or a criterion of it', () => {
  const { value } = accepted(add({}, { criterionId: criterion.id }));
  assert.deepEqual(
    [value.storyId, value.criterionId, value.kind, value.foundBy, value.settledAt],
    [story.id, criterion.id, 'finding', me, null],
  );
  assert.match(refused(add({ criteria: [] }, { criterionId: criterion.id })).message, /not one of this story’s/);
});

test('before beta it is a finding; once customers see it only polish is noted here', () => {
  for (const rung of ['off', 'development', 'internal', 'custom'] as const) accepted(add(on(rung)));
  for (const rung of ['beta', 'gradual', 'everyone', 'permanent'] as const) {
    assert.match(refused(add(on(rung))).message, /Customers see STORY-\d+ already.*Step down to internal/);
    accepted(add(on(rung), { kind: 'polish' }));
  }
});

test('it is settled and opened again, reworded, and taken away', () => {
  const { value: finding } = accepted(add());
  const settled = settleFinding({ finding }, { settled: true }, aContext({ memberId: me }));
  assert.deepEqual(eventsOf(settled), ['finding.settled']);
  assert.deepEqual([accepted(settled).value.settledBy, accepted(settled).value.settledAt], [me, noon]);
  const again = settleFinding({ finding: accepted(settled).value }, { settled: false }, aContext());
  assert.deepEqual(accepted(again).value, finding);
  const edited = editFinding({ finding }, parsed('finding.edit', { findingId: finding.id, kind: 'polish' }));
  assert.deepEqual(accepted(edited).value, { ...finding, kind: 'polish' });
  assert.deepEqual(accepted(removeFinding({ finding })).changes[0]?.subject, story.id);
});

test('a story has a bounded number of them', () => {
  const findings = Array.from({ length: 200 }, () => accepted(add()).value);
  assert.match(refused(add({ findings })).message, /has 200 findings/);
  accepted(add({ findings: findings.slice(1) }));
});
