import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exampleRecord } from './forecast-examples.ts';
import { gate, lately, measured, today } from './gate-examples.ts';
import { askGate, FORECAST_VERSION, gateVerdict } from './gate.ts';

test('a measured window has fixed figures', () => {
  const { window, probabilityOf } = gate();
  const { k, k50, measuredK, level, doneBy, weeks, probability, weeklyRate, sigma, seed, sampleSize } = window;
  const figures = {
    k,
    k50,
    measuredK,
    level,
    doneBy,
    weeks,
    probability,
    sigma,
    seed,
    sampleSize,
    weeklyRate,
    oneMore: probabilityOf(12),
  };
  assert.deepEqual(figures, {
    k: 13,
    k50: 20,
    measuredK: 13,
    level: 0.85,
    doneBy: '2026-12-16',
    weeks: 3.3,
    probability: 0.9267,
    sigma: 0.34405043014031755,
    seed: 2059903402,
    sampleSize: 130,
    weeklyRate: 5.041344984080636,
    oneMore: 0.8982,
  });
});

test('what is held counts one each, and room and fill follow from it', () => {
  const { window } = gate({ inFlight: 1, waiting: 2 });
  assert.deepEqual([window.n, window.inFlight, window.waiting], [3, 1, 2]);
  assert.equal(window.room, window.k - 3);
  assert.equal(window.fill, 3 / window.k);
  assert.deepEqual([window.version, window.today, window.windowDays, window.suppressed], [FORECAST_VERSION, today, 28, null]);
});

test('k is the most that is finished in the window with its probability', () => {
  const { window, probabilityOf } = gate();
  assert.ok((probabilityOf(window.k) ?? 0) >= 0.85);
  assert.ok((probabilityOf(window.k + 1) ?? 1) < 0.85);
  assert.ok((probabilityOf(window.k50 ?? 0) ?? 0) >= 0.5);
  assert.equal(window.probability, probabilityOf(11));
  assert.equal(window.measuredK, window.k);
});

test('a full window reads as its own length', () => {
  for (const windowDays of [14, 28, 56]) {
    const { k } = gate({ windowDays }).window;
    const { weeks, doneBy } = gate({ windowDays, inFlight: 0, waiting: k }).window;
    assert.ok(weeks !== null && doneBy !== null && weeks <= windowDays / 7 + 0.3 && weeks > windowDays / 7 - 1.5, `${weeks}`);
  }
});

test('the room does not depend on what is held', () => {
  const figures = [0, 1, 11, 40].map((waiting) => gate({ inFlight: 0, waiting }).window);
  for (const { k, k50, seed } of figures) assert.deepEqual([k, k50, seed], [figures[0]?.k, figures[0]?.k50, figures[0]?.seed]);
});

test('accept up to k, amber up to the 50 % line, red beyond', () => {
  const window = { n: 9, k: 11, k50: 14 };
  assert.deepEqual(
    [1, 2, 3, 5, 6].map((count) => gateVerdict(window, count)),
    ['accept', 'accept', 'amber', 'amber', 'red'],
  );
  assert.equal(gateVerdict({ n: 11, k: 11, k50: 11 }, 1), 'red');
  assert.equal(gateVerdict({ n: 14, k: 11, k50: 14 }, 0), 'amber');
});

test('a declared window accepts up to its cap, then asks a reason, and is never red', () => {
  const window = { n: 9, k: 11, k50: null };
  assert.deepEqual(
    [2, 3, 1000].map((count) => gateVerdict(window, count)),
    ['accept', 'declared_over', 'declared_over'],
  );
});

test('the answer to a commit carries its verdict, its probability and its sentence', () => {
  const asked = askGate(gate(), 1);
  assert.equal(asked.probability, gate().probabilityOf(12));
  assert.match(asked.sentence, /^(There is room|This goes over the window).* The chance to finish 12 in 28 days is /);
  assert.match(gate().window.sentence, /^Room for \d+ at 85 % in 28 days; you hold 11 \(4 in flight, 7 waiting\)/);
  assert.match(gate().window.meter, /^11 of \d+; done by \d+ \w+ at 85 %$/);
});

test('the window holds two at least, and says when that is the minimum', () => {
  // One a fortnight: less than two in four weeks at 70 %.
  const slow = exampleRecord({ today, length: 182, doneOn: (daysAgo, weekday) => (weekday === 3 && daysAgo % 14 < 7 ? 1 : 0) });
  const { window } = gate({ days: slow, windowDays: 14, inFlight: 0, waiting: 1 });
  assert.deepEqual([window.k, window.floored, window.capped, window.k50], [2, true, false, 2]);
  assert.ok((window.measuredK ?? 9) < 2);
  assert.match(window.sentence, /minimum of 2/);
  assert.equal(gateVerdict(window, 1), 'accept');
  assert.equal(gateVerdict(window, 2), 'red');
});

test('two by the record alone is no minimum', () => {
  const weekly = exampleRecord({ today, length: 182, doneOn: (_, weekday) => (weekday === 3 ? 1 : 0) });
  const { window } = gate({ days: weekly, windowDays: 14, inFlight: 0, waiting: 1 });
  assert.deepEqual([window.measuredK, window.k, window.floored, window.capped], [2, 2, false, false]);
});

test('the ceiling is the window’s weeks times the weekly rate, whatever the probability', () => {
  // Two on each Monday, always: four weeks are eight, and the 50 % line cannot be above.
  const mondays = exampleRecord({ today, length: 182, doneOn: (_, weekday) => (weekday === 1 ? 2 : 0) });
  const { window } = gate({ days: mondays });
  assert.ok((window.k50 ?? 0) <= 8 && window.k <= 8);
  // A pace that bunches up would admit more than the mean at 50 %.
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 30, maxLength: 90 }),
      fc.integer({ min: 14, max: 56 }),
      (counts, windowDays) => {
        const { k, k50, floored, capped, measuredK, weeklyRate, basis } = gate({
          days: lately(counts, 150),
          windowDays,
          inFlight: 0,
        }).window;
        if (basis === 'declared') return;
        const ceiling = Math.ceil((weeklyRate * windowDays) / 7 - 1e-9);
        assert.ok(k >= 2 && k <= Math.max(2, ceiling));
        assert.ok(k50 !== null && k50 >= k && k50 <= Math.max(2, ceiling));
        assert.equal(floored, Math.min(measuredK ?? 0, ceiling) < 2);
        assert.equal(capped, k < (measuredK ?? 0));
      },
    ),
    { numRuns: 40 },
  );
});

test('a ceiling below what the record gives caps both lines, and the sentence says so', () => {
  // All of a week's output comes on Tuesday, and the 15 days from this Monday see three of them: more than 15 days of the weekly rate.
  const tuesdays = exampleRecord({ today, length: 182, doneOn: (_, weekday) => (weekday === 2 ? 100 : 0) });
  const { window } = gate({ days: tuesdays, windowDays: 15 });
  assert.deepEqual([window.k, window.k50, window.capped, window.floored], [215, 215, true, false]);
  assert.ok((window.measuredK ?? 0) > 215);
  assert.match(window.sentence, /^Room for 215 in 15 days, the most your weekly rate allows;/);
  const fourWeeks = gate({ days: tuesdays, windowDays: 28 }).window;
  assert.deepEqual([fourWeeks.capped, fourWeeks.k === fourWeeks.measuredK], [false, true]);
});

test('nothing held is done by no date and takes no time', () => {
  const { window, probabilityOf } = gate({ inFlight: 0, waiting: 0 });
  assert.deepEqual([window.doneBy, window.weeks, window.probability, window.fill], [null, 0, 1, 0]);
  assert.match(window.sentence, /you hold nothing/);
  assert.ok((probabilityOf(1) ?? 0) > 0.9);
});

test('what takes more than 400 days has no date', () => {
  const { window } = gate({ waiting: 1000 });
  assert.deepEqual([window.doneBy, window.weeks], [null, null]);
  assert.match(window.meter, /not done within 400 days/);
});

test('each place of the queue has its date, the last one the window’s', () => {
  const asked = gate();
  const dates = Array.from({ length: 11 }, (_, index) => asked.doneByOf(index + 1));
  assert.ok(dates.every((date, index) => index === 0 || (date ?? '') >= (dates[index - 1] ?? '')));
  assert.equal(dates.at(-1), asked.window.doneBy);
  assert.ok(dates.every((date) => date !== null && date > today));
  assert.deepEqual([asked.doneByOf(0), asked.doneByOf(12)], [null, null]);
});

test('a changed roster widens the window’s spread', () => {
  assert.ok((gate({ rosterChanges: [{ date: '2026-11-20', factor: 2 }] }).window.sigma ?? 0) > (gate().window.sigma ?? 1));
});

test('team, day and record each make another seed, and nothing else does', () => {
  const { seed } = gate().window;
  assert.equal(gate({ waiting: 9, declaredWeekly: 2, windowDays: 20 }).window.seed, seed);
  assert.notEqual(gate({ teamId: 'team_b' }).window.seed, seed);
  assert.notEqual(gate({ today: '2026-11-24' }).window.seed, seed);
  assert.notEqual(gate({ days: measured.slice(1) }).window.seed, seed);
});
