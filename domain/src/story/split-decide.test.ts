import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Placement } from '../backlog/placement.ts';
import { accepted, aContext, aPlacement, aRoom, aTeam, eventsOf, noon, parsed, refused } from '../decision-examples.ts';
import type { Gate } from '../forecast/gate.ts';
import { openGate } from '../forecast/gate.ts';
import type { InputOf } from '../operations.ts';
import { splitStory, type SplitState } from './split-decide.ts';
import { aCriterion, aStory, criterionId, mia, tom } from './story-examples.ts';

const story = aStory({
  noFlag: { reason: 'A text only', rung: 'everyone', movedAt: noon, byId: null },
  source: 'github',
  externalId: 'acme#1',
  outcome: { kind: 'none', because: 'nobody counts it' },
  read: { by: tom, at: noon },
  size: 'L',
  ownerId: mia,
  collaboratorIds: [tom],
});
const team = { ...aTeam(), memberIds: [mia, tom] };
/** AC-1; AC-2 with the parts AC-3 and AC-4; AC-5. */
const criteria = [
  aCriterion(1),
  aCriterion(2),
  aCriterion(3, { parentId: criterionId(2) }),
  aCriterion(4, { parentId: criterionId(2), formerly: [{ storyId: 'sto_0' as typeof story.id, number: 9 }] }),
  aCriterion(5),
];
const inRefinement = aPlacement(team, { id: story.id, rank: 'h' });
const committed: Placement = { ...inRefinement, stepId: 'committed', committedAt: noon };

/** A gate of a team that says it finishes so many a week, holding `n` items. */
function aGate(n: number, declaredWeekly: number): Gate {
  return openGate({
    teamId: team.id,
    inFlight: 0,
    waiting: n,
    days: [],
    today: '2026-03-02',
    windowDays: 28,
    workingDays: [1, 2, 3, 4, 5],
    declaredWeekly,
  });
}

function split(input: Partial<InputOf<'story.split'>> = {}, state: Partial<SplitState> = {}) {
  const wanted = { itemId: story.id, title: 'Departures are seen', criterionIds: [criterionId(2)], ...input };
  return splitStory(
    {
      story,
      criteria,
      placement: inRefinement,
      team,
      nextRank: 'p',
      gate: null,
      room: aRoom(),
      handle: 'STORY-2',
      personas: [],
      ...state,
    },
    parsed('story.split', wanted),
    aContext({ memberId: mia, role: 'member' }),
  );
}

test('the new story has who, what, why, outcome and owner, and stands behind the one it came from', () => {
  const { value } = accepted(split());
  const { story: made, placement } = value;
  assert.deepEqual(
    [made.handle, made.title, made.personaId, made.need, made.benefit, made.outcome, made.ownerId],
    ['STORY-2', 'Departures are seen', story.personaId, story.need, story.benefit, story.outcome, mia],
  );
  assert.deepEqual(made.collaboratorIds, [tom]);
  assert.deepEqual([made.size, made.ideaId, made.criteriaNumbered], [null, story.ideaId, 3]);
  assert.deepEqual([made.noFlag, made.source, made.externalId], [null, null, null]);
  assert.deepEqual(Object.keys(made).toSorted(), Object.keys(story).toSorted());
  assert.ok(placement.rank > 'h' && placement.rank < 'p');
  assert.match(value.stays ?? '', /STORY-2 is in refinement, as STORY-1 is/);
});

test('criteria go with what is below them, keep their ids and verdicts, and remember each address they had', () => {
  const moved = accepted(split()).changes.filter(({ entity }) => entity === 'criterion');
  // The filter leaves criteria.
  const values = moved.map(({ value }) => value as (typeof criteria)[number]);
  assert.deepEqual(
    values.map(({ id, number, parentId }) => [id, number, parentId]),
    [
      [criterionId(2), 1, null],
      [criterionId(3), 2, criterionId(2)],
      [criterionId(4), 3, criterionId(2)],
    ],
  );
  assert.deepEqual(values[2]?.formerly, [
    { storyId: 'sto_0', number: 9 },
    { storyId: story.id, number: 4 },
  ]);
  assert.deepEqual(eventsOf(split()), [
    'story.split_off',
    'criterion.moved_on',
    'criterion.moved_on',
    'criterion.moved_on',
    'link.added',
    'item.placed',
  ]);
});

test('parts of what stays stand at the first level of the new story, in the order they had', () => {
  const { changes } = accepted(split({ criterionIds: [criterionId(5), criterionId(4)] }));
  const values = changes.flatMap(({ entity, value }) => (entity === 'criterion' ? [value as (typeof criteria)[number]] : []));
  assert.deepEqual(
    values.map(({ id, parentId, number }) => [id, parentId, number]),
    [
      [criterionId(4), null, 1],
      [criterionId(5), null, 2],
    ],
  );
  assert.ok((values[0]?.rank ?? '') < (values[1]?.rank ?? ''));
});

test('a link says from which story it was split', () => {
  const { changes, value } = accepted(split());
  const link = changes.find(({ entity }) => entity === 'link')?.value;
  assert.deepEqual(
    { ...link, id: '', addedAt: '' },
    {
      id: '',
      fromId: value.story.id,
      toId: story.id,
      kind: 'splitFrom',
      addedBy: mia,
      addedAt: '',
    },
  );
});

test('words that stay the same are read already; other words are read anew', () => {
  assert.deepEqual(accepted(split()).value.story.read, story.read);
  const { story: made } = accepted(split({ need: 'know who has left' })).value;
  assert.deepEqual([made.need, made.read, made.wordedBy], ['know who has left', null, mia]);
});

test('somebody new may be named, and is made with it', () => {
  const decision = split({ persona: 'A harbour pilot' });
  assert.equal(eventsOf(decision)[0], 'persona.added');
  assert.notEqual(accepted(decision).value.story.personaId, story.personaId);
  assert.equal(accepted(split({ persona: '' })).value.story.personaId, null);
});

test('a story that has no criteria left, one that has ended and a criterion of another are refused', () => {
  const all = criteria.map(({ id }) => id);
  assert.match(refused(split({ criterionIds: all })).message, /STORY-1 would have none left/);
  assert.match(refused(split({}, { placement: { ...committed, doneAt: noon } })).message, /Reopen it first/);
  assert.equal(refused(split({ criterionIds: [criterionId(8)] })).code, 'not_found');
  accepted(split({ criterionIds: [] }));
});

test('committed work passes the gate: with room the new story is committed too, without it stays in refinement and says why', () => {
  const state = { placement: committed };
  const roomy = accepted(split({}, { ...state, gate: aGate(2, 20) })).value;
  assert.deepEqual([roomy.stays, roomy.placement.stepId, roomy.placement.committedAt], [null, 'committed', noon]);
  const full = accepted(split({}, { ...state, gate: aGate(40, 2) })).value;
  assert.equal(full.placement.stepId, null);
  assert.match(full.stays ?? '', /^STORY-2 is in refinement, since the window is full: 40 of \d+/);
});

test('of committed work only what is ready is committed, and only by members of the team', () => {
  const state = { placement: committed, gate: aGate(2, 20) };
  const unready = accepted(split({ need: 'know who has left' }, state)).value;
  assert.match(unready.stays ?? '', /not ready\. Still to do: have it read by another member/);
  const stranger = accepted(split({}, { ...state, team: { ...team, memberIds: [tom] } })).value;
  assert.match(stranger.stays ?? '', /only members of Core commit its items/);
});

test('in refinement it needs room; of committed work only where it is not committed too', () => {
  const full = aRoom({ held: 10 });
  assert.equal(refused(split({}, { room: full })).code, 'refinement_full');
  assert.equal(refused(split({}, { room: full, placement: committed, gate: aGate(2, 0) })).code, 'refinement_full');
});
