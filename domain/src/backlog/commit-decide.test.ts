import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  onBacklog,
  parsed,
  refused,
} from '../decision-examples.ts';
import type { Gate } from '../forecast/gate.ts';
import type { InputOf } from '../operations.ts';
import { commitItem, type CommitState } from './commit-decide.ts';

const team = aTeam();

/** A gate that holds `n` of `k` and ends its amber at `k50`; null: only declared. */
function aGate({ n, k, k50 }: { readonly n: number; readonly k: number; readonly k50: number | null }): Gate {
  const figures = { n, k, k50, room: k - n, level: 0.85, windowDays: 28, inFlight: 0, waiting: n, basis: 'measured' };
  // The decision reads the counts only; the rest is told in words.
  const window = { ...figures, suppressed: null, probability: 0.9, weeklyRate: 2, doneBy: null } as unknown as Gate['window'];
  return { window, probabilityOf: () => 0.7, doneByOf: () => null };
}

function aCommit(parts: Partial<CommitState> = {}): CommitState {
  const gate = aGate({ n: 0, k: 5, k50: 8 });
  return { team, placement: aPlacement(team), open: [], missing: [], gate, room: aRoom(), handles: new Map(), ...parts };
}

const commitInput = (state: CommitState, parts: Partial<InputOf<'backlog.commit'>> = {}) =>
  parsed('backlog.commit', { itemId: state.placement.id, teamId: team.id, ...parts });

test('a ready item enters the first step at the end, with the moment it passed', () => {
  const open = onBacklog(team, 2);
  const state = aCommit({ open });
  const { value } = accepted(commitItem(state, commitInput(state), aContext()));
  assert.deepEqual([value.stepId, value.committedAt, value.enteredStepAt, value.override], ['committed', noon, noon, null]);
  assert.ok(value.rank > (open[1]?.rank ?? ''));
});

test('it enters at the wanted place, and a place beyond the end is the end', () => {
  const open = onBacklog(team, 3);
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
  const [first, second] = onBacklog(team, 2);
  const [started] = onBacklog(team, 1, 'building');
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
  const by = (context: Parameters<typeof aContext>[0]) => commitItem(state, commitInput(state, { override }), aContext(context));
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
  const open = onBacklog(team, 2);
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
  const [one] = onBacklog(team, 1);
  assert.ok(one);
  const state = aCommit({ open: [one] });
  const no = (swapOut: InputOf<'backlog.commit'>['swapOut']) =>
    refused(commitItem(state, commitInput(state, { swapOut }), aContext()));
  const toRefinement = { itemId: one.id, to: 'refinement' } as const;
  assert.match(no([toRefinement, toRefinement]).message, /twice/);
  assert.match(no([{ itemId: anId.item(), to: 'refinement' }]).message, /not on this backlog/);
  assert.equal(no([{ itemId: one.id, to: 'rejected' }]).code, 'reason_needed');
});

test('a commit that swaps out more than one to refinement needs room for the others there', () => {
  const open = onBacklog(team, 2);
  const swapOut = open.map(({ id }) => ({ itemId: id, to: 'refinement' as const }));
  const tight = aCommit({ open, room: aRoom({ held: 10 }) });
  assert.equal(refused(commitItem(tight, commitInput(tight, { swapOut }), aContext())).code, 'refinement_full');
  accepted(commitItem(tight, commitInput(tight, { swapOut: swapOut.slice(1) }), aContext()));
  const roomy = aCommit({ open, room: aRoom({ held: 9 }) });
  accepted(commitItem(roomy, commitInput(roomy, { swapOut }), aContext()));
});

test('what waits in the parking lot is not committed', () => {
  const state = aCommit({ placement: aPlacement(team, { droppedAt: noon, parkedAs: anIdea().id }) });
  assert.match(refused(commitItem(state, commitInput(state), aContext())).message, /in the parking lot/);
});
