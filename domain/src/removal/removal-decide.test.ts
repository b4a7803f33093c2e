import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, eventsOf, parsed, refused } from '../decision-examples.ts';
import type { Flag } from '../flag/flag.ts';
import type { Id } from '../ids.ts';
import { aContext, aFlag, memberId } from '../ladder/ladder-examples.ts';
import type { CodeUse } from './code-scan.ts';
import { planCleanUp, reportScan, settleCleanUps, type ScanState } from './removal-decide.ts';

const place = { file: 'src/pay.ts', line: 3, how: 'used' as const };
const aUse = (flagKey: string): CodeUse => ({
  // The brand exists for the compiler only.
  id: `use_${flagKey}` as Id<'codeUse'>,
  repository: 'acme/shop',
  flagKey,
  places: [place],
  more: 0,
});
const keys = new Set(['new-checkout', 'night-mode']);
const noScan: ScanState = { scan: null, uses: [], keys };
const found = (...names: string[]) =>
  parsed('flag.reportScan', {
    repository: 'acme/shop',
    filesRead: 10,
    found: names.map((key) => ({ key, places: [place] })),
  });
const now = aContext().now;
const permanent = (given: Partial<Flag> = {}) => aFlag({ rung: 'permanent', archivedAt: '2026-11-01T09:00:00.000Z', ...given });

test('a first report says where flags stand, and names the keys that nobody knows', () => {
  const decision = reportScan(noScan, found('new-checkout', 'typo'), aContext());
  assert.deepEqual(eventsOf(decision), ['code.scanned', 'flag.found_in_code']);
  assert.deepEqual(accepted(decision).value.unknown, ['typo']);
});

test('the next report writes only what became different, and a flag it does not name is gone from that repository', () => {
  const { scan } = accepted(reportScan(noScan, found('new-checkout'), aContext())).value;
  const state: ScanState = { scan, uses: [aUse('new-checkout'), aUse('night-mode')], keys };
  const decision = reportScan(state, found('new-checkout'), aContext());
  assert.deepEqual(eventsOf(decision), ['code.scanned', 'flag.gone_from_code']);
  const told = accepted(decision).changes;
  assert.deepEqual(
    told.map(({ id }) => id),
    [scan.id, 'use_night-mode'],
  );
});

test('a report that names a flag twice is refused', () => {
  assert.match(refused(reportScan(noScan, found('new-checkout', 'new-checkout'), aContext())).message, /twice/);
});

test('what was made permanent and is asked for is to be cleaned up again, once', () => {
  const asked = { flag: permanent(), places: 0, lastEvaluatedAt: now };
  const decision = settleCleanUps([asked], aContext({ memberId: null, via: 'system' }));
  assert.deepEqual(eventsOf(decision), ['flag.asked_again']);
  const [change] = accepted(decision).changes;
  // The only change is of a flag.
  const flag = change?.value as Flag;
  assert.deepEqual(flag.cleanUp, { ownerId: memberId, dueDay: '2026-12-01', reopenedAt: now });
  assert.deepEqual(eventsOf(settleCleanUps([{ ...asked, flag }], aContext())), []);
});

test('it closes when the code is gone and nothing asks, and not before', () => {
  const flag = permanent({ cleanUp: { ownerId: memberId, dueDay: '2026-12-01' } });
  assert.deepEqual(eventsOf(settleCleanUps([{ flag, places: 1, lastEvaluatedAt: null }], aContext())), []);
  assert.deepEqual(eventsOf(settleCleanUps([{ flag, places: 0, lastEvaluatedAt: now }], aContext())), []);
  assert.deepEqual(eventsOf(settleCleanUps([{ flag, places: 0, lastEvaluatedAt: null }], aContext())), ['flag.cleaned_up']);
  assert.deepEqual(eventsOf(settleCleanUps([{ flag: permanent(), places: 0, lastEvaluatedAt: null }], aContext())), []);
});

test('who removes it and by when can be said for what is to be cleaned up', () => {
  const flag = aFlag({ rung: 'everyone', cleanUp: { ownerId: memberId, dueDay: '2026-12-01' } });
  const planned = accepted(planCleanUp({ flag }, { key: flag.key, ownerId: null, dueDay: '2026-12-24' })).value;
  assert.deepEqual(planned.cleanUp, { ownerId: null, dueDay: '2026-12-24' });
  assert.match(refused(planCleanUp({ flag: aFlag() }, { key: flag.key })).message, /begins when everyone/);
});

test('past its day it is late once, and a later day takes that back', () => {
  const flag = aFlag({ rung: 'everyone', cleanUp: { ownerId: memberId, dueDay: '2026-11-16' } });
  const settle = (one: Flag) => settleCleanUps([{ flag: one, places: 2, lastEvaluatedAt: now }], aContext());
  const decision = settle(flag);
  assert.deepEqual(eventsOf(decision), ['flag.clean_up_late']);
  // The only change is of a flag.
  const late = accepted(decision).changes[0]?.value as Flag;
  assert.equal(late.cleanUp?.lateAt, now);
  assert.deepEqual(eventsOf(settle(late)), []);
  const kept = accepted(planCleanUp({ flag: late }, { key: flag.key, ownerId: null })).value;
  assert.equal(kept.cleanUp?.lateAt, now);
  const planned = accepted(planCleanUp({ flag: late }, { key: flag.key, dueDay: '2026-11-17' })).value;
  assert.deepEqual(planned.cleanUp, { ownerId: memberId, dueDay: '2026-11-17' });
  assert.deepEqual(eventsOf(settle(planned)), [], 'the day itself is not past');
});
