import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  aContext,
  accepted,
  anId,
  anIdea,
  aPlacement,
  aRoom,
  aTeam,
  eventsOf,
  noon,
  parsed,
  refused,
} from '../decision-examples.ts';
import type { Gate } from '../forecast/gate.ts';
import type { InputOf } from '../operations.ts';
import { rankBetween } from '../rank.ts';
import type { Team } from '../workspace/team.ts';
import { dropItem, moveItem, reopenItem, returnItem } from './backlog-decide.ts';
import { commitItem, type CommitState } from './commit-decide.ts';
import type { Placement } from './placement.ts';
import type { RefinementRoom } from './refinement-room.ts';

const team = aTeam();

/** A gate that holds `n` of `k` and ends its amber at `k50`; null: only declared. */
function aGate({ n, k, k50 }: { readonly n: number; readonly k: number; readonly k50: number | null }): Gate {
  const figures = { n, k, k50, room: k - n, level: 0.85, windowDays: 28, inFlight: 0, waiting: n, basis: 'measured' };
  // The decision reads the counts only; the rest is told in words.
  const window = { ...figures, suppressed: null, probability: 0.9, weeklyRate: 2, doneBy: null } as unknown as Gate['window'];
  return { window, probabilityOf: () => 0.7, doneByOf: () => null };
}

/** Placements on the backlog, in order. */
function onBacklog(count: number, stepId = 'committed', of: Team = team): Placement[] {
  let rank: string | null = null;
  return Array.from({ length: count }, () => {
    rank = rankBetween(rank, null);
    return aPlacement(of, { stepId, rank, committedAt: noon, startedAt: stepId === 'committed' ? null : noon });
  });
}

function aCommit(parts: Partial<CommitState> = {}): CommitState {
  const gate = aGate({ n: 0, k: 5, k50: 8 });
  return { team, placement: aPlacement(team), open: [], missing: [], gate, room: aRoom(), handles: new Map(), ...parts };
}

const commitInput = (state: CommitState, parts: Partial<InputOf<'backlog.commit'>> = {}) =>
  parsed('backlog.commit', { itemId: state.placement.id, teamId: team.id, ...parts });

describe('committing', () => {
  test('a ready item enters the first step at the end, with the moment it passed', () => {
    const open = onBacklog(2);
    const state = aCommit({ open });
    const { value } = accepted(commitItem(state, commitInput(state), aContext()));
    assert.deepEqual([value.stepId, value.committedAt, value.enteredStepAt, value.override], ['committed', noon, noon, null]);
    assert.ok(value.rank > (open[1]?.rank ?? ''));
  });

  test('it enters at the wanted place, and a place beyond the end is the end', () => {
    const open = onBacklog(3);
    const state = aCommit({ open: open.toReversed() });
    const rankFor = (position: number) => accepted(commitItem(state, commitInput(state, { position }), aContext())).value.rank;
    assert.ok(rankFor(0) < (open[0]?.rank ?? ''));
    assert.ok(rankFor(1) > (open[0]?.rank ?? '') && rankFor(1) < (open[1]?.rank ?? ''));
    assert.ok(rankFor(99) > (open[2]?.rank ?? ''));
  });

  test('only members of the team, admins and owners commit', () => {
    const memberId = anId.person();
    const state = aCommit({ team: { ...team, memberIds: [memberId] } });
    const by = (context: Parameters<typeof aContext>[0]) => commitItem(state, commitInput(state), aContext(context));
    assert.equal(refused(by({ role: 'member' })).code, 'not_allowed');
    assert.equal(refused(by({ role: 'member', memberId: null })).code, 'not_allowed');
    for (const context of [{ role: 'member', memberId }, { role: 'admin' }, { role: 'owner' }] as const) accepted(by(context));
  });

  test('what is not ready, of another team, ended, or committed already is refused, each with its reason', () => {
    const no = (parts: Partial<CommitState>) => {
      const state = aCommit(parts);
      return refused(commitItem(state, commitInput(state), aContext()));
    };
    assert.deepEqual(no({ missing: ['persona', 'benefit'] }).details, { missing: ['persona', 'benefit'] });
    assert.match(no({ placement: aPlacement(aTeam()) }).message, /another team/);
    assert.match(no({ placement: aPlacement(team, { doneAt: noon }) }).message, /Reopen/);
    assert.match(no({ placement: aPlacement(team, { droppedAt: noon }) }).message, /Reopen/);
    assert.match(no({ placement: aPlacement(team, { stepId: 'building' }) }).message, /already/);
  });

  test('a full window names what could leave: not started first, from the end', () => {
    const [first, second] = onBacklog(2);
    const [started] = onBacklog(1, 'building');
    assert.ok(first && second && started);
    const handles = new Map([[second.id, 'STORY-2']]);
    const state = aCommit({ open: [first, started, second], gate: aGate({ n: 3, k: 3, k50: 5 }), handles });
    const no = refused(commitItem(state, commitInput(state), aContext()));
    assert.equal(no.code, 'window_full');
    assert.deepEqual(no.details?.['swapCandidates'], [
      { itemId: second.id, handle: 'STORY-2', started: false },
      { itemId: first.id, handle: '', started: false },
      { itemId: started.id, handle: '', started: true },
    ]);
  });

  test('over the window goes an owner, an admin or a lead with a reason, which is kept with the figures', () => {
    const leadId = anId.person();
    const led = { ...team, memberIds: [leadId], leadIds: [leadId] };
    const memberId = anId.person();
    const state = aCommit({ team: { ...led, memberIds: [leadId, memberId] }, gate: aGate({ n: 5, k: 5, k50: 8 }) });
    const override = { reason: 'The law begins in May' };
    const by = (context: Parameters<typeof aContext>[0]) =>
      commitItem(state, commitInput(state, { override }), aContext(context));
    const { value } = accepted(by({ role: 'member', memberId: leadId }));
    assert.deepEqual(value.override, { reason: 'The law begins in May', byId: leadId, n: 6, k: 5 });
    accepted(by({ role: 'admin' }));
    assert.equal(refused(by({ role: 'member', memberId })).code, 'not_allowed');
    assert.equal(refused(commitItem(state, commitInput(state), aContext())).code, 'window_full');
  });

  test('beyond the 50 % line nobody goes', () => {
    const state = aCommit({ gate: aGate({ n: 8, k: 5, k50: 8 }) });
    const input = commitInput(state, { override: { reason: 'Please' } });
    assert.equal(refused(commitItem(state, input, aContext())).code, 'window_full');
  });

  test('while the rate is declared, over it anybody of the team goes with a reason', () => {
    const memberId = anId.person();
    const state = aCommit({ team: { ...team, memberIds: [memberId] }, gate: aGate({ n: 5, k: 5, k50: null }) });
    const context = aContext({ role: 'member', memberId });
    assert.equal(refused(commitItem(state, commitInput(state), context)).code, 'reason_needed');
    const override = { reason: 'We believe in eight' };
    const { value } = accepted(commitItem(state, commitInput(state, { override }), context));
    assert.equal(value.override?.reason, 'We believe in eight');
  });

  test('a reason that was not needed is not kept', () => {
    const state = aCommit();
    const input = commitInput(state, { override: { reason: 'Just in case' } });
    assert.equal(accepted(commitItem(state, input, aContext())).value.override, null);
  });

  test('a swap passes a full window; what leaves goes where it was said to', () => {
    const open = onBacklog(2);
    const [one, two] = open;
    assert.ok(one && two);
    const state = aCommit({ open, gate: aGate({ n: 9, k: 2, k50: 3 }) });
    const back = commitItem(state, commitInput(state, { swapOut: [{ itemId: one.id, to: 'refinement' }] }), aContext());
    assert.deepEqual(eventsOf(back), ['item.returned', 'item.committed']);
    const swapOut = [{ itemId: two.id, to: 'rejected' as const, sentence: 'Nobody asked again.' }];
    const { changes } = accepted(commitItem(state, commitInput(state, { swapOut }), aContext()));
    const [gone] = changes;
    assert.ok(gone?.entity === 'placement' && gone.value !== null);
    assert.deepEqual(gone.value.dropped, { reason: 'no_room', sentence: 'Nobody asked again.' });
    assert.deepEqual([gone.id, gone.value.stepId, gone.value.droppedAt], [two.id, 'wont_do', noon]);
  });

  test('a swap that names one twice, a stranger, or gives up without a sentence is refused', () => {
    const [one] = onBacklog(1);
    assert.ok(one);
    const state = aCommit({ open: [one] });
    const no = (swapOut: InputOf<'backlog.commit'>['swapOut']) =>
      refused(commitItem(state, commitInput(state, { swapOut }), aContext()));
    const toRefinement = { itemId: one.id, to: 'refinement' } as const;
    assert.match(no([toRefinement, toRefinement]).message, /twice/);
    assert.match(no([{ itemId: anId.item(), to: 'refinement' }]).message, /not on this backlog/);
    assert.equal(no([{ itemId: one.id, to: 'rejected' }]).code, 'reason_needed');
  });
});

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
    const open = onBacklog(3);
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

  test('a commit that swaps out more than one to refinement needs room for the others there', () => {
    const open = onBacklog(2);
    const swapOut = open.map(({ id }) => ({ itemId: id, to: 'refinement' as const }));
    const tight = aCommit({ open, room: aRoom({ held: 10 }) });
    assert.equal(refused(commitItem(tight, commitInput(tight, { swapOut }), context)).code, 'refinement_full');
    accepted(commitItem(tight, commitInput(tight, { swapOut: swapOut.slice(1) }), context));
    const roomy = aCommit({ open, room: aRoom({ held: 9 }) });
    accepted(commitItem(roomy, commitInput(roomy, { swapOut }), context));
  });

  test('what went back to the parking lot is moved by its idea alone', () => {
    const placement = aPlacement(team, { droppedAt: noon, parkedAs: anIdea().id });
    const state = aCommit({ placement });
    const drop = parsed('backlog.drop', { itemId: placement.id, reason: 'no_room', sentence: 'No.' });
    const move = parsed('backlog.move', { itemId: placement.id, stepId: 'review' });
    const answers = [
      reopen(placement),
      dropItem({ team, placement }, drop, context),
      moveItem({ team, placement, open: [] }, move, context),
      commitItem(state, commitInput(state), context),
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
