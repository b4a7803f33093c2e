import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitSentence, dateWords, meterSentence, percentWords, windowSentence } from './gate-words.ts';
import type { WindowFigures } from './gate.ts';

const window = (change: Partial<WindowFigures> = {}): WindowFigures => ({
  today: '2026-11-22',
  windowDays: 28,
  n: 11,
  inFlight: 4,
  waiting: 7,
  k: 11,
  level: 0.85,
  measuredK: 11,
  floored: false,
  capped: false,
  k50: 16,
  room: 0,
  fill: 1,
  weeklyRate: 4,
  weeks: 3.9,
  doneBy: '2026-12-19',
  probability: 0.85,
  sigma: 0.35,
  sampleSize: 90,
  seed: 1,
  version: 'F0.1',
  basis: 'measured',
  suppressed: null,
  ...change,
});
const declared = { basis: 'declared', k50: null, measuredK: null, doneBy: null, probability: null, sigma: null } as const;
const silence = { reason: 'silence', since: '2026-11-05', workingDays: 12 } as const;

test('a full window says its room, what is held and what one more does', () => {
  assert.equal(
    windowSentence(window(), 0.8123),
    'Room for 11 at 85 % in 28 days; you hold 11 (4 in flight, 7 waiting). One more makes it 81 %.',
  );
});

test('nothing, one kind and too many are said in their own words', () => {
  const held = (inFlight: number, waiting: number) => windowSentence(window({ n: inFlight + waiting, inFlight, waiting }), 0.9);
  assert.equal(held(0, 0), 'Room for 11 at 85 % in 28 days; you hold nothing. One more makes it 90 %.');
  assert.equal(held(1, 0), 'Room for 11 at 85 % in 28 days; you hold 1 (1 in flight). One more makes it 90 %.');
  assert.equal(held(0, 1), 'Room for 11 at 85 % in 28 days; you hold 1 (1 waiting). One more makes it 90 %.');
  assert.equal(
    held(4, 8),
    'Room for 11 at 85 % in 28 days; you hold 12 (4 in flight, 8 waiting), 1 too many. One more makes it 90 %.',
  );
});

test('the minimum, the ceiling and an early record say so', () => {
  const floored = window({ k: 2, measuredK: 1, floored: true });
  assert.match(windowSentence(floored, 0.3), /^Room for 2 in 28 days \(minimum of 2; your record gives 1 at 85 %\); you hold/);
  assert.match(
    windowSentence(window({ capped: true }), 0.3),
    /^Room for 11 in 28 days, the most your weekly rate allows; you hold/,
  );
  assert.match(
    windowSentence(window({ basis: 'early', sampleSize: 9 }), 0.3),
    /^Room for 11 at 85 % in 28 days \(early, 9 completions\); you hold/,
  );
});

test('a declared window gives no percentage', () => {
  const words = windowSentence(window({ ...declared, n: 3, inFlight: 1, waiting: 2 }), null);
  assert.equal(words, 'Room for 11 in 28 days, declared, not measured; you hold 3 (1 in flight, 2 waiting).');
  assert.equal(
    windowSentence(window({ ...declared, k: 2, floored: true, n: 0, inFlight: 0, waiting: 0 }), null),
    'Room for 2 (minimum of 2) in 28 days, declared, not measured; you hold nothing.',
  );
});

test('a suppressed window says why and lets the last room stand', () => {
  assert.equal(
    windowSentence(window({ suppressed: silence, doneBy: null }), null),
    'Nothing finished for 12 working days, so no date is given. The last room stands: room for 11 at 85 % in 28 days; you hold 11 (4 in flight, 7 waiting).',
  );
  assert.match(
    windowSentence(window({ suppressed: { reason: 'pause', since: '2026-11-03' } }), null),
    /^Paused since 3 November, so no date is given\./,
  );
});

test('the meter is a few words', () => {
  assert.equal(meterSentence(window()), '11 of 11; done by 19 December at 85 %');
  assert.equal(meterSentence(window({ level: 0.7, doneBy: '2027-01-04' })), '11 of 11; done by 4 January 2027 at 70 %');
  assert.equal(meterSentence(window({ n: 0, doneBy: null })), '0 of 11; nothing committed');
  assert.equal(meterSentence(window({ doneBy: null })), '11 of 11; not done within 400 days at 85 %');
  assert.equal(meterSentence(window(declared)), '11 of 11; declared, not measured');
  assert.equal(
    meterSentence(window({ basis: 'early', sampleSize: 1 })),
    '11 of 11; done by 19 December at 85 % (early, 1 completion)',
  );
  assert.equal(meterSentence(window({ suppressed: silence })), '11 of 11; nothing finished for 12 working days');
  assert.equal(
    meterSentence(window({ suppressed: { reason: 'pause', since: '2026-11-03' } })),
    '11 of 11; paused since 3 November',
  );
});

test('each verdict names the figures and the ways out', () => {
  assert.equal(
    commitSentence(window({ n: 9 }), 'accept', 1, 0.9),
    'There is room: this makes it 10 of 11. The chance to finish 10 in 28 days is 90 %.',
  );
  assert.equal(
    commitSentence(window(), 'amber', 1, 0.81),
    'This goes over the window: 12 of 11. The chance to finish 12 in 28 days is 81 %. A lead may commit it with a written reason; or swap something out, reject it, or send it back to refinement.',
  );
  assert.equal(
    commitSentence(window(), 'red', 1, null),
    'The window is full: 11 of 11, done by 19 December at 85 %. Swap something out, reject it, or send it back to refinement.',
  );
  assert.equal(
    commitSentence(window({ n: 9 }), 'red', 8, 0.2),
    'There is room for 2 more, not for 8: 9 of 11; done by 19 December at 85 %. The chance to finish 17 in 28 days is 20 %. Swap something out, reject it, or send it back to refinement.',
  );
  assert.match(commitSentence(window({ n: 10 }), 'red', 8, 0.2), /^There is room for 1 more, not for 8:/);
  assert.match(
    commitSentence(window({ doneBy: null }), 'red', 1, 0.2),
    /^The window is full: 11 of 11\. The chance to finish 12/,
  );
  assert.match(commitSentence(window({ suppressed: silence }), 'red', 1, null), /^The window is full: 11 of 11\. Swap/);
  assert.match(
    commitSentence(window(declared), 'declared_over', 1, null),
    /^This makes it 12 of 11, and that number is declared, not measured\. Write a reason/,
  );
});

test('percentages are rounded down and never sure', () => {
  assert.equal(percentWords(0.8499), '84 %');
  assert.equal(percentWords(0.85), '85 %');
  assert.equal(percentWords(0.29), '29 %');
  assert.equal(percentWords(0.95), '95 %');
  assert.equal(percentWords(0.9501), '>95 %');
  assert.equal(percentWords(1), '>95 %');
  assert.equal(percentWords(0.05), '5 %');
  assert.equal(percentWords(0.0499), '<5 %');
  assert.equal(percentWords(0), '<5 %');
});

test('a date names its year only when it is another', () => {
  assert.equal(dateWords('2026-12-01', '2026-11-22'), '1 December');
  assert.equal(dateWords('2027-01-31', '2026-11-22'), '31 January 2027');
});
