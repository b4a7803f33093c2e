import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, anId, anIdea, aPlacement, aTeam, eventsOf, noon, refused } from '../decision-examples.ts';
import { newStory, newTask } from '../story/new-item.ts';
import type { Story } from '../story/story.ts';
import { parkItem, type ParkState } from './park-decide.ts';

const team = aTeam();
const context = aContext();

function aState(parts: Partial<ParkState> = {}): ParkState {
  const begun = newStory(context, { handle: 'STORY-1', title: 'Arrivals are noted once', ideaId: null });
  // The one writer fills in what may be null.
  const item = { ...begun, need: 'note each arrival once' } as Story;
  const placement = aPlacement(team, { id: item.id });
  return { team, placement, item, idea: null, handle: 'IDEA-9', suggesterId: anId.person(), ...parts };
}

test('its idea is undecided again, as it was said, and both know of each other', () => {
  const state = aState();
  const decision = { kind: 'refine' as const, itemId: state.item.id, teamId: team.id, by: anId.person(), at: noon };
  const idea = anIdea({ decision, decidedAt: noon, keptCount: 1 });
  const parked = parkItem({ ...state, item: { ...state.item, ideaId: idea.id }, idea }, context);
  assert.deepEqual(eventsOf(parked), ['idea.parked', 'item.parked']);
  const { value } = accepted(parked);
  assert.deepEqual(value.idea, { ...idea, decision: null, decidedAt: null, itemId: state.item.id });
  assert.partialDeepStrictEqual(value.placement, { stepId: null, droppedAt: noon, dropped: null, parkedAs: idea.id });
});

test('what did not begin as an idea becomes one, of whoever made it', () => {
  const state = aState();
  const parked = parkItem(state, context);
  assert.deepEqual(eventsOf(parked), ['idea.parked', 'story.parked', 'item.parked']);
  const { changes, value } = accepted(parked);
  assert.partialDeepStrictEqual(value.idea, {
    handle: 'IDEA-9',
    problem: 'Arrivals are noted once',
    context: 'note each arrival once',
    suggesterId: state.suggesterId,
    itemId: state.item.id,
    decision: null,
  });
  assert.partialDeepStrictEqual(changes[1]?.value, { handle: 'STORY-1', ideaId: value.idea.id });
  const task = newTask(context, { handle: 'TASK-1', title: 'Renew it', why: '', ideaId: null });
  const placement = aPlacement(team, { id: task.id, kind: 'task' });
  const asTask = parkItem({ ...state, item: task, placement }, context);
  assert.deepEqual(eventsOf(asTask), ['idea.parked', 'task.parked', 'item.parked']);
  assert.equal(accepted(asTask).value.idea.context, null);
});

test('of a story that was split off the other idea stays as it is', () => {
  const state = aState();
  const ideaId = anIdea().id;
  const parked = parkItem({ ...state, item: { ...state.item, ideaId } }, context);
  assert.deepEqual(eventsOf(parked), ['idea.parked', 'item.parked']);
  assert.notEqual(accepted(parked).value.idea.id, ideaId);
});

test('only from refinement, and only by who moves the team’s items', () => {
  const no = (parts: Partial<ParkState['placement']>, by = context) => {
    const state = aState();
    return refused(parkItem({ ...state, placement: { ...state.placement, ...parts } }, by));
  };
  assert.match(no({ stepId: 'building' }).message, /Send it back to refinement first/);
  assert.match(no({ doneAt: noon }).message, /Only what is in refinement/);
  assert.match(no({ droppedAt: noon, parkedAs: anIdea().id }).message, /already/);
  assert.equal(no({}, aContext({ role: 'member' })).code, 'not_allowed');
});
