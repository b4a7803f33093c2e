import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, eventsOf, refused } from '../decision-examples.ts';
import { aStory } from '../story/story-examples.ts';
import type { Story } from '../story/story.ts';
import { aContext, aFlag, aTeam, memberId, threeEnvironments } from './ladder-examples.ts';
import { goWithoutFlag, moveWithoutFlag, reportDeployed, type NoFlagState } from './no-flag-decide.ts';

const noFlag = { reason: 'A text in the footer', rung: 'off' as const, movedAt: '2026-11-16T09:00:00.000Z', byId: null };
const aState = (story: Partial<Story> = {}, more: Partial<NoFlagState> = {}): NoFlagState => ({
  story: aStory({ noFlag: null, ...story }),
  flagOfStory: null,
  environments: threeEnvironments,
  teams: [aTeam()],
  ...more,
});
const itemId = aState().story.id;
const production = threeEnvironments.find(({ isProduction }) => isProduction) ?? null;
const staging = threeEnvironments.find(({ key }) => key === 'staging') ?? null;

test('a story goes without a flag for a reason, which may be worded anew and taken back', () => {
  const story = accepted(goWithoutFlag(aState(), { itemId, reason: 'A text in the footer' }, aContext())).value;
  assert.deepEqual([story.noFlag?.rung, story.noFlag?.reason], ['off', 'A text in the footer']);
  const everyone = { ...noFlag, rung: 'everyone' as const };
  const reworded = accepted(goWithoutFlag(aState({ noFlag: everyone }), { itemId, reason: 'One line' }, aContext())).value;
  assert.deepEqual(reworded.noFlag, { ...everyone, reason: 'One line' });
  assert.equal(accepted(goWithoutFlag(aState({ noFlag }), { itemId, reason: null }, aContext())).value.noFlag, null);
  assert.match(refused(goWithoutFlag(aState(), { itemId, reason: null }, aContext())).message, /Nobody said/);
  const withFlag = aState({}, { flagOfStory: aFlag() });
  assert.match(refused(goWithoutFlag(withFlag, { itemId, reason: 'x' }, aContext())).message, /has the flag new-checkout/);
});

test('its ladder has two rungs: the team moves it up, and anybody down', () => {
  const up = moveWithoutFlag(aState({ noFlag }), { itemId, rung: 'everyone' }, aContext());
  assert.deepEqual(eventsOf(up), ['story.released']);
  const { value } = accepted(up);
  assert.deepEqual([value.noFlag?.rung, value.noFlag?.byId, value.noFlag?.movedAt], ['everyone', memberId, aContext().now]);
  const other = aContext({ memberId: 'mem_other' as never });
  assert.equal(refused(moveWithoutFlag(aState({ noFlag }), { itemId, rung: 'everyone' }, other)).code, 'not_allowed');
  assert.deepEqual(eventsOf(moveWithoutFlag(aState(value), { itemId, rung: 'off' }, other)), ['story.taken_back']);
  assert.match(refused(moveWithoutFlag(aState({ noFlag }), { itemId, rung: 'off' }, aContext())).message, /Nobody has/);
  assert.match(refused(moveWithoutFlag(aState(), { itemId, rung: 'everyone' }, aContext())).message, /Say first why/);
});

test('a deployment to production releases what goes without a flag, and says of the rest why not', () => {
  const told = (state: NoFlagState, environment = production) =>
    reportDeployed({ environment, stories: [state] }, { itemIds: [itemId, itemId], environment: 'production' }, aContext());
  assert.deepEqual(accepted(told(aState({ noFlag }))).value, { released: ['STORY-1'], left: [] });
  const whyNot = (state: NoFlagState, environment = production) => accepted(told(state, environment)).value.left[0]?.why ?? '';
  assert.match(whyNot(aState()), /nobody said/);
  assert.match(whyNot(aState({ noFlag: { ...noFlag, rung: 'everyone' } })), /already/);
  assert.match(whyNot(aState({}, { flagOfStory: aFlag() })), /Its flag new-checkout/);
  assert.match(whyNot(aState({ noFlag }), staging), /Staging is not production/);
  assert.equal(refused(told(aState({ noFlag }), null)).code, 'not_found');
  const nothing = reportDeployed(
    { environment: production, stories: [] },
    { itemIds: [itemId], environment: 'production' },
    aContext(),
  );
  assert.match(accepted(nothing).value.left[0]?.why ?? '', /no story/);
});
