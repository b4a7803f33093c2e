import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, aMember, anId, aPlacement, aTeam, eventsOf, noon, parsed, refused } from '../decision-examples.ts';
import type { InputOf } from '../operations.ts';
import type { Member } from './member.ts';
import { createTeam, editTeam } from './team-decide.ts';

const nobody: readonly Member[] = [];

function create(parts: Partial<InputOf<'team.create'>> = {}, state: Partial<Parameters<typeof createTeam>[0]> = {}) {
  const input = { key: 'WEB', name: 'Web', timeZone: 'Europe/Berlin', declaredWeekly: 4, ...parts };
  const context = aContext({ memberId: null });
  return createTeam({ teams: [], members: nobody, zoneExists: true, ...state }, parsed('team.create', input), context);
}

test('a new team begins with seven steps in four categories, its days in order, and who made it', () => {
  const { value } = accepted(create({ workingDays: [5, 1, 3, 1] }));
  assert.deepEqual(value.workingDays, [1, 3, 5]);
  assert.equal(value.steps.length, 7);
  assert.deepEqual(value.memberIds, []);
  const maker = aMember();
  const input = parsed('team.create', { key: 'WEB', name: 'Web', timeZone: 'Etc/UTC', declaredWeekly: 4 });
  const made = createTeam({ teams: [], members: [maker], zoneExists: true }, input, aContext({ memberId: maker.id }));
  assert.deepEqual(accepted(made).value.memberIds, [maker.id]);
});

test('a key that is taken, a zone that is none and a member who is gone are refused', () => {
  assert.match(refused(create({}, { teams: [aTeam({ key: 'WEB' })] })).message, /WEB already/);
  accepted(create({}, { teams: [aTeam({ key: 'OPS' })] }));
  assert.match(refused(create({ timeZone: 'Moon/Base' }, { zoneExists: false })).message, /Moon\/Base/);
  const gone = aMember({ removedAt: noon });
  assert.equal(refused(create({ memberIds: [gone.id] }, { members: [gone] })).code, 'not_found');
  assert.equal(refused(create({ memberIds: [anId.person()] })).code, 'not_found');
});

const team = aTeam();

function edit(parts: Partial<InputOf<'team.edit'>>, placements: readonly ReturnType<typeof aPlacement>[] = []) {
  const state = { team, members: nobody, zoneExists: true, placements };
  return editTeam(state, parsed('team.edit', { teamId: team.id, ...parts }), aContext());
}

test('editing changes what is named only', () => {
  const { value } = accepted(edit({ name: 'Platform' }));
  assert.deepEqual(value, { ...team, name: 'Platform' });
  assert.equal(refused(edit({ leadIds: [anId.person()] })).code, 'not_found');
});

test('a workflow keeps a step in each category, and each step its own id', () => {
  const without = team.steps.filter(({ category }) => category !== 'wont_do');
  assert.match(refused(edit({ steps: without })).message, /wont_do has none/);
  const [first] = team.steps;
  assert.ok(first);
  assert.match(refused(edit({ steps: [...team.steps, first] })).message, /same id/);
});

test('items in a removed step move to one of the same category that is named', () => {
  const steps = team.steps.filter(({ id }) => id !== 'design');
  const inDesign = aPlacement(team, { stepId: 'design' });
  const elsewhere = aPlacement(team, { stepId: 'building' });
  const inRefinement = aPlacement(team);
  const all = [inDesign, elsewhere, inRefinement];
  assert.equal(refused(edit({ steps }, all)).details?.['stepId'], 'design');
  assert.equal(refused(edit({ steps, movedSteps: { design: 'done' } }, all)).code, 'conflict');
  assert.equal(refused(edit({ steps, movedSteps: { design: 'nowhere' } }, all)).code, 'conflict');
  const decision = edit({ steps, movedSteps: { design: 'review' } }, all);
  assert.deepEqual(eventsOf(decision), ['item.moved', 'team.edited']);
  const [moved] = accepted(decision).changes;
  assert.ok(moved?.entity === 'placement');
  assert.deepEqual([moved.id, moved.value?.stepId, moved.value?.enteredStepAt], [inDesign.id, 'review', noon]);
});

test('a step that changes its category counts as removed for what stands in it', () => {
  const steps = team.steps.map((step) => (step.id === 'design' ? { ...step, category: 'todo' as const } : step));
  assert.equal(refused(edit({ steps }, [aPlacement(team, { stepId: 'design' })])).code, 'conflict');
  accepted(edit({ steps }, [aPlacement(team, { stepId: 'building' })]));
});
