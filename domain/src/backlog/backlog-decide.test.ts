import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  aContext,
  accepted,
  anIdea,
  aPlacement,
  aRoom,
  aTeam,
  eventsOf,
  noon,
  onBacklog,
  parsed,
  refused,
} from '../decision-examples.ts';
import type { InputOf } from '../operations.ts';
import { dropItem, moveItem, reopenItem, returnItem } from './backlog-decide.ts';
import type { Placement } from './placement.ts';
import type { RefinementRoom } from './refinement-room.ts';

const team = aTeam();

describe('moving', () => {
  const move = (placement: Placement, parts: Partial<InputOf<'backlog.move'>>, open: readonly Placement[] = []) =>
    moveItem({ team, placement, open }, parsed('backlog.move', { itemId: placement.id, ...parts }), aContext());
  const later = '2026-03-05T09:00:00.000Z';

  test('work begins in its first step in progress, once', () => {
    const waiting = aPlacement(team, { stepId: 'committed', committedAt: noon });
    const { value } = accepted(move(waiting, { stepId: 'building' }));
    assert.deepEqual([value.startedAt, value.enteredStepAt, value.doneAt], [noon, noon, null]);
    const started = aPlacement(team, { stepId: 'design', startedAt: later, enteredStepAt: later });
    assert.equal(accepted(move(started, { stepId: 'review' })).value.startedAt, later);
    assert.equal(accepted(move(aPlacement(team, { stepId: 'building' }), { stepId: 'committed' })).value.startedAt, null);
  });

  test('done keeps the answer whether it was verified, and counts as begun', () => {
    const placement = aPlacement(team, { stepId: 'committed' });
    const decision = move(placement, { stepId: 'done', verified: true });
    assert.deepEqual(eventsOf(decision), ['item.done']);
    const { value } = accepted(decision);
    assert.deepEqual([value.doneAt, value.startedAt, value.verified], [noon, noon, true]);
    assert.equal(accepted(move(placement, { stepId: 'done' })).value.verified, null);
    const done = aPlacement(team, { stepId: 'done', doneAt: later, verified: false });
    assert.deepEqual(accepted(move(done, { stepId: 'done' })).value.doneAt, later);
  });

  test('within its step only the order changes', () => {
    const open = onBacklog(team, 3);
    const [one, , three] = open;
    assert.ok(one && three);
    const decision = move(three, { position: 0 }, open);
    assert.deepEqual(eventsOf(decision), ['item.reordered']);
    const { value } = accepted(decision);
    assert.ok(value.rank < one.rank);
    assert.equal(value.enteredStepAt, three.enteredStepAt);
    assert.equal(accepted(move(three, { stepId: 'design' }, open)).value.rank, three.rank);
  });

  test('out of refinement, to a step that is none, to won’t do, or back from the end it does not go', () => {
    assert.match(refused(move(aPlacement(team), { stepId: 'building' })).message, /refinement/);
    const placement = aPlacement(team, { stepId: 'building' });
    assert.match(refused(move(placement, { stepId: 'nowhere' })).message, /committed, design/);
    assert.equal(refused(move(placement, { stepId: 'wont_do' })).code, 'reason_needed');
    const done = aPlacement(team, { stepId: 'done', doneAt: noon });
    assert.match(refused(move(done, { stepId: 'building' })).message, /Reopen/);
    const dropped = aPlacement(team, { stepId: 'wont_do', droppedAt: noon });
    assert.match(refused(move(dropped, { stepId: 'building' })).message, /Reopen/);
    accepted(move(dropped, { stepId: 'wont_do', position: 0 }));
  });
});

describe('leaving and coming back', () => {
  const context = aContext();
  type Back = { readonly room?: RefinementRoom; readonly over?: { readonly reason: string } };
  const giveBack = (placement: Placement, { room = aRoom(), over }: Back = {}, by = context) =>
    returnItem({ team, placement, room }, parsed('backlog.return', { itemId: placement.id, over }), by);
  const reopen = (placement: Placement, { room = aRoom(), over }: Back = {}, by = context) =>
    reopenItem({ team, placement, room }, parsed('backlog.reopen', { itemId: placement.id, over }), by);

  test('refinement that is full takes nothing back; while its size is only declared a reason lets it in and stays', () => {
    const waiting = aPlacement(team, { stepId: 'committed', committedAt: noon });
    const ended = aPlacement(team, { stepId: 'done', doneAt: noon });
    const [full, declared] = [aRoom({ held: 10 }), aRoom({ held: 10, basis: 'declared' })];
    for (const back of [giveBack, reopen]) {
      const placement = back === giveBack ? waiting : ended;
      assert.equal(refused(back(placement, { room: full, over: { reason: 'A fair' } })).code, 'refinement_full');
      assert.equal(refused(back(placement, { room: declared })).code, 'reason_needed');
      const { override } = accepted(back(placement, { room: declared, over: { reason: 'A fair' } })).value;
      assert.deepEqual([override?.reason, override?.n, override?.k], ['A fair', 11, 10]);
    }
  });

  test('what went back to the parking lot is moved by its idea alone', () => {
    const placement = aPlacement(team, { droppedAt: noon, parkedAs: anIdea().id });
    const drop = parsed('backlog.drop', { itemId: placement.id, reason: 'no_room', sentence: 'No.' });
    const move = parsed('backlog.move', { itemId: placement.id, stepId: 'review' });
    const answers = [
      reopen(placement),
      dropItem({ team, placement }, drop, context),
      moveItem({ team, placement, open: [] }, move, context),
    ];
    for (const answer of answers) assert.match(refused(answer).message, /in the parking lot/);
  });

  test('returned and reopened items begin again in refinement', () => {
    const begun = { stepId: 'building', committedAt: noon, startedAt: noon, override: { reason: 'x', byId: 'y', n: 2, k: 1 } };
    const { value } = accepted(giveBack(aPlacement(team, begun)));
    assert.deepEqual([value.stepId, value.committedAt, value.startedAt, value.override], [null, null, null, null]);
    const ended = { stepId: 'done', doneAt: noon, verified: true };
    const reopened = accepted(reopen(aPlacement(team, ended))).value;
    assert.deepEqual([reopened.stepId, reopened.doneAt, reopened.verified], [null, null, null]);
    accepted(reopen(aPlacement(team, { stepId: 'wont_do', droppedAt: noon })));
  });

  test('what is not there cannot leave, and what is open cannot be reopened', () => {
    assert.match(refused(giveBack(aPlacement(team))).message, /not on the backlog/);
    assert.match(refused(reopen(aPlacement(team))).message, /open already/);
  });

  test('giving up keeps the reason and the sentence, once', () => {
    const placement = aPlacement(team, { stepId: 'building' });
    const input = parsed('backlog.drop', { itemId: placement.id, reason: 'not_our_direction', sentence: 'It is not ours.' });
    const { value } = accepted(dropItem({ team, placement }, input, context));
    assert.deepEqual(value.dropped, { reason: 'not_our_direction', sentence: 'It is not ours.' });
    assert.deepEqual([value.stepId, value.droppedAt], ['wont_do', noon]);
    assert.match(refused(dropItem({ team, placement: value }, input, context)).message, /already/);
    assert.match(refused(dropItem({ team, placement: { ...placement, doneAt: noon } }, input, context)).message, /already/);
  });

  test('strangers do none of it', () => {
    const stranger = aContext({ role: 'member' });
    const placement = aPlacement(team, { stepId: 'building' });
    const drop = parsed('backlog.drop', { itemId: placement.id, reason: 'no_room', sentence: 'No.' });
    const answers = [
      giveBack(placement, {}, stranger),
      dropItem({ team, placement }, drop, stranger),
      reopen(aPlacement(team, { stepId: 'done', doneAt: noon }), {}, stranger),
      moveItem({ team, placement, open: [] }, parsed('backlog.move', { itemId: placement.id, stepId: 'review' }), stranger),
    ];
    for (const answer of answers) assert.equal(refused(answer).code, 'not_allowed');
  });
});
