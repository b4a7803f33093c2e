import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision } from '../decision.ts';
import { aContext, aFlag, aSegment, aTeam, memberId, threeEnvironments } from './ladder-examples.ts';
import { definitionIn, segmentDefinition } from '../flag/definition-of.ts';
import { evaluateFlag } from '../flag/flag-evaluate.ts';
import { setOf } from '../flag/flag-set.ts';
import type { Flag } from '../flag/flag.ts';
import type { Id } from '../ids.ts';
import { isRefusal } from '../refusal.ts';
import { climbLadder, stepDownLadder, type ClimbState } from './ladder-decide.ts';
import { rungs, type Rung } from './rung-words.ts';
import { rungOf } from './rungs.ts';
import { whoSees } from './who-sees.ts';

const segments = [aSegment(), aSegment({ key: 'beta', name: 'Beta', unit: 'customer', included: ['acme'] })];

function aState(given: Partial<ClimbState> = {}): ClimbState {
  return {
    flag: aFlag(),
    environments: threeEnvironments,
    teams: [aTeam()],
    segments,
    unverified: [],
    openFindings: 0,
    openRisks: [],
    codePlaces: 0,
    ...given,
  };
}

const climbing = (rung: Rung, more: object = {}) => ({ flagKey: 'new-checkout', rung, reason: '', ...more });

function decided(decision: Decision<Flag>): Flag {
  assert.ok(!isRefusal(decision), isRefusal(decision) ? decision.message : '');
  assert.equal(decision.changes.length, 1, 'a move is one change');
  return decision.value;
}

function refused(decision: Decision<Flag>): string {
  assert.ok(isRefusal(decision), 'it was not refused');
  return decision.code;
}

/** Whether a context gets the feature in an environment. */
function sees(flag: Flag, environment: string, context: object): unknown {
  const document = {
    version: 1,
    environment,
    flags: { [flag.key]: definitionIn(flag, environment) },
    segments: Object.fromEntries(segments.map((one) => [one.key, segmentDefinition(one)])),
  };
  const set = setOf(document, () => Date.parse('2026-11-17T09:00:00.000Z'));
  // An evaluation context is any object.
  return evaluateFlag(set, flag.key, context as Record<string, unknown>).value;
}

const us = { user: { key: 'u1' }, customer: { key: 'us' } };
const acme = { user: { key: 'u2' }, customer: { key: 'acme' } };
const stranger = { user: { key: 'u3' }, customer: { key: 'strange' } };

test('each rung lets those see the feature that it says, and nobody else', () => {
  const seen: Record<string, unknown[]> = {};
  let flag = aFlag();
  for (const rung of rungs) {
    if (rung !== 'off') flag = decided(climbLadder(aState({ flag }), climbing(rung, { percent: 0.001 }), aContext()));
    seen[rung] = [
      sees(flag, 'development', stranger),
      sees(flag, 'production', us),
      sees(flag, 'production', acme),
      sees(flag, 'production', stranger),
    ];
    assert.equal(rungOf(flag, threeEnvironments), rung);
  }
  assert.deepEqual(seen, {
    off: [false, false, false, false],
    development: [true, false, false, false],
    internal: [true, true, false, false],
    beta: [true, true, true, false],
    gradual: [true, true, true, false],
    everyone: [true, true, true, true],
    permanent: [true, true, true, true],
  });
});

test('a greater share keeps everyone who had the feature, and a smaller one adds nobody', () => {
  const at = (flag: Flag, percent: number) =>
    decided(climbLadder(aState({ flag }), climbing('gradual', { percent }), aContext()));
  const customers = Array.from({ length: 2_000 }, (_, index) => ({ customer: { key: `c${index}` } }));
  const having = (flag: Flag) =>
    new Set(customers.filter((one) => sees(flag, 'production', one) === true).map((one) => one.customer.key));
  const ten = at(aFlag(), 10);
  const thirty = at(ten, 30);
  const small = having(ten);
  const large = having(thirty);
  assert.ok(small.size > 120 && small.size < 290 && large.size > 500 && large.size < 700);
  assert.ok([...small].every((key) => large.has(key)));
  const back = decided(
    stepDownLadder({ flag: thirty, environments: threeEnvironments }, { ...climbing('gradual'), percent: 10 }, aContext()),
  );
  assert.deepEqual(having(back), small);
});

test('a rung asks for what it needs', () => {
  const none = segments.map((segment) => ({ ...segment, included: [] }));
  assert.equal(refused(climbLadder(aState({ segments: none }), climbing('internal'), aContext())), 'conflict');
  assert.equal(refused(climbLadder(aState({ segments: none }), climbing('beta'), aContext())), 'conflict');
  const named = decided(climbLadder(aState({ segments: none }), climbing('beta', { customers: ['strange'] }), aContext()));
  assert.equal(sees(named, 'production', stranger), true);
  assert.equal(refused(climbLadder(aState(), climbing('gradual'), aContext())), 'conflict');
  assert.equal(refused(climbLadder(aState(), climbing('permanent'), aContext())), 'conflict');
  const falling = [
    { at: '2026-11-18T09:00:00.000Z', percent: 50 },
    { at: '2026-11-19T09:00:00.000Z', percent: 20 },
  ];
  assert.equal(refused(climbLadder(aState(), climbing('gradual', { percent: 5, steps: falling }), aContext())), 'conflict');
});

test('unverified criteria hold a flag before beta, and a written reason lets it through and stays', () => {
  const flag = decided(climbLadder(aState({ unverified: ['STORY-1 AC-1'] }), climbing('internal'), aContext()));
  const state = aState({ flag, unverified: ['STORY-1 AC-1'] });
  const held = climbLadder(state, climbing('beta'), aContext());
  assert.ok(isRefusal(held) && held.code === 'not_ready');
  assert.match(held.message, /1 criterion is not verified/);
  const moved = decided(climbLadder(state, climbing('beta', { override: { reason: 'Seen by Acme on site' } }), aContext()));
  assert.deepEqual([moved.lastMove?.overrode, moved.lastMove?.reason], [['criteria'], 'Seen by Acme on site']);
  const further = decided(climbLadder(aState({ flag: moved, unverified: ['STORY-1 AC-1'] }), climbing('everyone'), aContext()));
  assert.deepEqual(further.lastMove?.overrode, []);
});

test('an open bug of risk 12 or more holds every climb among customers, and none down', () => {
  const flag = decided(climbLadder(aState(), climbing('beta'), aContext()));
  const openRisks = [{ handle: 'BUG-3', risk: 12 }];
  assert.equal(refused(climbLadder(aState({ flag, openRisks }), climbing('everyone'), aContext())), 'not_ready');
  decided(climbLadder(aState({ flag, openRisks: [{ handle: 'BUG-4', risk: 11 }] }), climbing('everyone'), aContext()));
  decided(stepDownLadder({ flag, environments: threeEnvironments }, climbing('off'), aContext()));
});

test('members of the team climb in production, others do not; every member steps down', () => {
  const other = aContext({ memberId: 'mem_other' as Id<'person'> });
  const development = decided(climbLadder(aState(), climbing('development'), other));
  assert.equal(refused(climbLadder(aState({ flag: development }), climbing('internal'), other)), 'not_allowed');
  const internal = decided(climbLadder(aState({ flag: development }), climbing('internal'), aContext()));
  decided(stepDownLadder({ flag: internal, environments: threeEnvironments }, climbing('off'), other));
  decided(climbLadder(aState({ flag: development }), climbing('internal'), aContext({ role: 'admin', memberId: null })));
});

test('where release is restricted, only those named climb, not even owners; stepping down is free', () => {
  const environments = threeEnvironments.map((one) => (one.isProduction ? { ...one, restrictedTo: [memberId] } : one));
  const owner = aContext({ role: 'owner', memberId: 'mem_owner' as Id<'person'> });
  assert.equal(refused(climbLadder(aState({ environments }), climbing('internal'), owner)), 'not_allowed');
  const flag = decided(climbLadder(aState({ environments }), climbing('internal'), aContext()));
  decided(stepDownLadder({ flag, environments }, climbing('development'), owner));
});

test('up is up and down is down', () => {
  const flag = decided(climbLadder(aState(), climbing('beta'), aContext()));
  assert.equal(refused(climbLadder(aState({ flag }), climbing('internal'), aContext())), 'conflict');
  const down = (rung: Rung) => stepDownLadder({ flag, environments: threeEnvironments }, climbing(rung), aContext());
  assert.equal(refused(down('everyone')), 'conflict');
  assert.equal(refused(down('beta')), 'conflict');
});

test('at everyone a release flag is to be cleaned up by its owner in two weeks, an operational one is not', () => {
  const flag = decided(climbLadder(aState(), climbing('everyone'), aContext()));
  assert.deepEqual(flag.cleanUp, { ownerId: memberId, dueDay: '2026-12-01' });
  const operational = aFlag({ kind: 'operational' });
  assert.equal(decided(climbLadder(aState({ flag: operational }), climbing('everyone'), aContext())).cleanUp, null);
  const down = decided(stepDownLadder({ flag, environments: threeEnvironments }, climbing('beta'), aContext()));
  assert.equal(down.cleanUp, null);
});

test('only what differs gets a new version', () => {
  const flag = decided(climbLadder(aState(), climbing('development'), aContext()));
  assert.deepEqual([flag.environments['development']?.version, flag.environments['production']?.version], [1, 0]);
  const internal = decided(climbLadder(aState({ flag }), climbing('internal'), aContext()));
  assert.deepEqual([internal.environments['development']?.version, internal.environments['production']?.version], [1, 1]);
});

test('customers it is switched off for do not see it on any rung', () => {
  let flag = aFlag({ excluded: ['acme'] });
  for (const rung of ['beta', 'gradual', 'everyone'] as const) {
    flag = decided(climbLadder(aState({ flag }), climbing(rung, { percent: 100 }), aContext()));
    assert.equal(sees(flag, 'production', acme), false, rung);
    assert.equal(rungOf(flag, threeEnvironments), rung);
  }
  assert.equal(sees(flag, 'production', stranger), true);
});

test('one sentence says who sees it', () => {
  const steps = [{ at: '2026-11-18T09:00:00.000Z', percent: 50 }];
  const gradual = decided(climbLadder(aState(), climbing('gradual', { percent: 25, steps }), aContext()));
  const say = (flag: Flag, now = '2026-11-17T09:00:00.000Z') => whoSees(flag, threeEnvironments, now);
  assert.equal(say(aFlag()), 'Nobody sees it.');
  const share = 'We ourselves, the beta customers and 25 % of customers see it in Production.';
  assert.equal(say(gradual), `${share} It climbs to 50 % of customers on 18 November.`);
  const everyone = decided(climbLadder(aState({ flag: aFlag({ excluded: ['acme'] }) }), climbing('everyone'), aContext()));
  assert.equal(say(everyone), 'Everybody sees it, except one customer it is switched off for.');
  const production = everyone.environments['production'];
  assert.ok(production !== undefined);
  const killed = { ...everyone, environments: { ...everyone.environments, production: { ...production, enabled: false } } };
  assert.match(say(killed), /It is switched off in Production\.$/);
  assert.equal(rungOf(killed, threeEnvironments), 'everyone');
});

test('permanent waits for the code to go, and where a reason lets it through, the cleaning up stays', () => {
  const flag = decided(climbLadder(aState(), climbing('everyone'), aContext()));
  const held = climbLadder(aState({ flag, codePlaces: 2 }), climbing('permanent'), aContext());
  assert.ok(isRefusal(held) && held.code === 'not_ready');
  assert.match(held.message, /still stands in 2 places/);
  const override = { reason: 'The old app asks for it until spring' };
  const forced = decided(climbLadder(aState({ flag, codePlaces: 2 }), climbing('permanent', { override }), aContext()));
  assert.deepEqual([forced.lastMove?.overrode, forced.cleanUp], [['code'], flag.cleanUp]);
  assert.equal(decided(climbLadder(aState({ flag }), climbing('permanent'), aContext())).cleanUp, null);
});

test('open findings hold the climb to customers as criteria do, and nothing from beta on', () => {
  const flag = decided(climbLadder(aState(), climbing('internal'), aContext()));
  const toEveryone = (state: Partial<ClimbState>) => climbLadder(aState({ flag, ...state }), climbing('everyone'), aContext());
  const held = toEveryone({ openFindings: 2 });
  assert.ok(isRefusal(held));
  assert.equal(held.message, 'Before customers see it: 2 findings are open. Settle, or climb with a written reason.');
  const both = toEveryone({ openFindings: 1, unverified: ['STORY-1 AC-2'] });
  assert.ok(isRefusal(both));
  assert.match(both.message, /1 criterion is not verified .* and 1 finding is open\. Verify and settle, or/);
  const onBeta = decided(climbLadder(aState({ flag }), climbing('beta', { customers: ['acme'] }), aContext()));
  assert.ok(!isRefusal(toEveryone({ flag: onBeta, openFindings: 2 })));
});
