import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, eventsOf, refused } from '../decision-examples.ts';
import type { Flag } from '../flag/flag.ts';
import { aContext, aFlag, aSegment, aTeam, threeEnvironments } from './ladder-examples.ts';
import { climbLadder } from './ladder-decide.ts';
import { dueStep, haltClimb, resumeClimb, takeDueSteps, type StepState } from './schedule-decide.ts';
import { whoSees } from './who-sees.ts';

const day = (number: number) => `2026-11-${number}T09:00:00.000Z`;
const system = (now: string) => ({ ...aContext({ memberId: null, role: 'owner', via: 'system' }), now });
const segments = [aSegment(), aSegment({ key: 'beta', unit: 'customer', included: ['acme'] })];

function aState(given: Partial<StepState> = {}): StepState {
  const guards = { unverified: [], openFindings: 0, openRisks: [], codePlaces: 0 };
  return { flag: aFlag(), environments: threeEnvironments, teams: [aTeam()], segments, seen: 0, ...guards, ...given };
}

/** 5 % on the 17th, 25 % on the 18th, everyone on the 20th. */
function aClimb(given: { readonly enough?: number } = {}): Flag {
  const steps = [
    { at: day(18), percent: 25 },
    { at: day(20), percent: 100 },
  ];
  const input = { flagKey: 'new-checkout', rung: 'gradual' as const, percent: 5, steps, reason: '', ...given };
  return accepted(climbLadder(aState(), input, aContext())).value;
}

const taken = (flag: Flag, now: string, more: Partial<StepState> = {}) => dueStep(aState({ flag, ...more }), system(now));

test('nothing is done before its time, and each step is one move of the system that cannot be taken twice', () => {
  const flag = aClimb();
  assert.equal(taken(flag, day(17)), null);
  const first = taken(flag, day(18));
  assert.deepEqual(
    [first?.became, first?.flag.rung, first?.flag.ladder.percent, first?.flag.lastMove?.byId],
    ['climbed', 'gradual', 25, null],
  );
  assert.ok(first !== null);
  assert.equal(taken(first.flag, day(18)), null);
  const last = taken(first.flag, day(20));
  assert.deepEqual([last?.flag.rung, last?.flag.ladder.steps, last?.flag.cleanUp?.dueDay], ['everyone', [], '2026-12-04']);
});

test('a server that was away takes one step, and puts the others off by as long as it was late', () => {
  const late = taken(aClimb(), day(28));
  assert.deepEqual([late?.flag.ladder.percent, late?.flag.ladder.steps], [25, [{ at: day(30), percent: 100 }]]);
});

test('with too few who were seen to get it a step waits, says so once, and goes on by itself', () => {
  const flag = aClimb({ enough: 20 });
  const held = taken(flag, day(18), { seen: 19 });
  assert.deepEqual([held?.became, held?.flag.ladder.percent], ['held', 5]);
  assert.ok(held !== null);
  assert.match(whoSees(held.flag, threeEnvironments, day(18)), /The climb waits: Too few customers were seen .* 20\.$/);
  assert.equal(taken(held.flag, day(19), { seen: 19 }), null);
  const on = taken(held.flag, day(19), { seen: 20 });
  assert.deepEqual([on?.flag.ladder.percent, on?.flag.ladder.pause, on?.flag.ladder.steps[0]?.at], [25, undefined, day(21)]);
});

test('an open bug of the guarded risk halts the climb until somebody lets it go on', () => {
  const openRisks = [{ handle: 'BUG-3', risk: 12 }];
  const halted = taken(aClimb(), day(18), { openRisks });
  assert.ok(halted !== null && halted.became === 'halted');
  assert.match(whoSees(halted.flag, threeEnvironments, day(18)), /The climb was halted: .*BUG-3 \(risk 12\) is open/);
  assert.equal(taken(halted.flag, day(19)), null, 'the bug is gone, and nobody said so');
  const resumed = accepted(resumeClimb(aState({ flag: halted.flag }), { ...aContext(), now: day(19) })).value;
  assert.deepEqual(
    resumed.ladder.steps.map(({ at }) => at),
    [day(19), day(21)],
  );
  assert.equal(taken(resumed, day(19))?.flag.ladder.percent, 25);
});

test('what was halted from outside says why, once', () => {
  const input = { flagKey: 'new-checkout', reason: 'BUG-9 (risk 16) came up' };
  const halted = accepted(haltClimb({ flag: aClimb() }, input, aContext())).value;
  assert.match(whoSees(halted, threeEnvironments, day(17)), /The climb was halted: BUG-9 \(risk 16\) came up\.$/);
  assert.match(refused(haltClimb({ flag: halted }, input, aContext())).message, /halted already/);
  assert.match(refused(haltClimb({ flag: aFlag() }, input, aContext())).message, /does not climb by schedule/);
  assert.match(refused(resumeClimb(aState({ flag: aClimb() }), aContext())).message, /not halted/);
  const stranger = aContext({ memberId: 'mem_other' as never });
  assert.equal(refused(resumeClimb(aState({ flag: halted }), stranger)).code, 'not_allowed');
});

test('many flags are looked at in one go, and those with nothing due are left alone', () => {
  const states = [aState({ flag: aClimb() }), aState()];
  assert.deepEqual(eventsOf(takeDueSteps(states, system(day(18)))), ['flag.climbed']);
  assert.deepEqual(eventsOf(takeDueSteps([aState({ flag: aClimb({ enough: 1 }) })], system(day(18)))), ['flag.climb_held']);
});
