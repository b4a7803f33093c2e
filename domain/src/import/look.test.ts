import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRecord } from './import-examples.ts';
import { lookAt, lookSentence, rateInWords } from './look.ts';

const dayMs = 86_400_000;
const end = Date.parse('2026-11-20T12:00:00Z');
const daysBefore = (days: number) => new Date(end - days * dayMs).toISOString();

/** `closedDaysAgo` one closing each, all opened 400 days ago, and `open` open ones. */
function aFile(open: number, closedDaysAgo: readonly number[]) {
  let number = 0;
  const next = () => (number += 1);
  return [
    ...Array.from({ length: open }, () => aRecord({ number: next(), createdAt: daysBefore(400) })),
    ...closedDaysAgo.map((days) => aRecord({ number: next(), createdAt: daysBefore(400), closedAt: daysBefore(days) })),
  ];
}

test('the rate is what was finished in the last 182 days, and the months are the open ones at that rate', () => {
  const look = lookAt(aFile(312, [...Array.from({ length: 66 }, (_, i) => i), 181.9, 182, 200]), '2026-11-22');
  assert.equal(look.rateDays, 182);
  assert.ok(Math.abs(look.finishedPerMonth - (67 / 182) * 30.4375) < 1e-9);
  assert.equal(look.sentence, '312 open; you finish 11 a month: 28 months.');
  assert.deepEqual([look.total, look.open, look.closed, look.wontDo], [381, 312, 69, 0]);
});

test('the file is measured up to its newest time, but never beyond today', () => {
  const records = aFile(1, [0, 5]);
  const later = lookAt(records, '2027-06-01');
  assert.deepEqual([later.asOf, later.daysOld], ['2026-11-20', 193]);
  assert.equal(later.finishedPerMonth, lookAt(records, '2026-11-20').finishedPerMonth);
  const earlier = lookAt(records, '2026-11-17');
  assert.deepEqual([earlier.asOf, earlier.daysOld], ['2026-11-17', 0]);
  assert.ok(Math.abs(earlier.finishedPerMonth - (1 / 182) * 30.4375) < 1e-9);
});

test('a young file is measured over its own age, at least four weeks', () => {
  const young = (days: number) => lookAt([aRecord({ createdAt: daysBefore(days), closedAt: daysBefore(0) })], '2026-11-22');
  assert.equal(young(60).rateDays, 60);
  assert.equal(young(3).rateDays, 28);
  assert.ok(Math.abs(young(60).openedPerMonth) < 1e-9, 'the first day itself is not within the days measured');
});

test('what was not planned is no output', () => {
  const look = lookAt([...aFile(2, [1]), aRecord({ number: 9, closedAt: daysBefore(1), state: 'wont_do' })], '2026-11-22');
  assert.equal(look.wontDo, 1);
  assert.equal(look.closed, 2);
  assert.equal(look.trend.at(-1)?.finished, 1);
  assert.equal(look.trend.at(-1)?.wontDo, 1);
  assert.ok(Math.abs(look.finishedPerMonth - 30.4375 / 182) < 1e-9);
});

test('where nothing was finished there is no number of months', () => {
  const records = [...aFile(3, [300]), aRecord({ number: 9, createdAt: daysBefore(400), updatedAt: daysBefore(0) })];
  const look = lookAt(records, '2026-11-22');
  assert.equal(look.monthsOfWork, null);
  assert.match(look.sentence, /^4 open; none was finished in the last 182 days, so there is no rate yet\.$/);
});

test('the sentence fits each case', () => {
  const sentence = (open: number, finishedPerMonth: number) =>
    lookSentence({
      total: 9,
      open,
      finishedPerMonth,
      monthsOfWork: finishedPerMonth === 0 ? null : open / finishedPerMonth,
      rateDays: 182,
    });
  assert.equal(sentence(0, 11), 'Nothing open; you finish 11 a month.');
  assert.equal(sentence(3, 11), '3 open; you finish 11 a month: less than a month.');
  assert.equal(sentence(11, 11), '11 open; you finish 11 a month: a month.');
  assert.equal(sentence(5, 2.5), '5 open; you finish 2.5 a month: 2 months.');
  assert.deepEqual([0, 0.04, 0.14, 9.94, 9.96, 99.6].map(rateInWords), ['0', 'less than 0.1', '0.1', '9.9', '10', '100']);
});

test('bugs are told by a label that begins a word with bug or defect', () => {
  const labels = ['bug', 'Type: Defect', 'kind_bug', 'debugging', 'feature'];
  assert.equal(
    lookAt(
      labels.map((label, i) => aRecord({ number: i + 1, labels: [label] })),
      '2026-11-22',
    ).bugs,
    3,
  );
  assert.equal(lookAt([aRecord({ labels: ['bug'], closedAt: daysBefore(1) })], '2026-11-22').bugs, 0);
});

test('age, labels and answers are those of the open ones', () => {
  const look = lookAt(
    [
      aRecord({ number: 1, createdAt: daysBefore(10), labels: ['noise'], commentCount: 2 }),
      aRecord({ number: 2, createdAt: daysBefore(21), labels: ['lid', 'noise'], commentCount: 0 }),
      aRecord({ number: 3, createdAt: daysBefore(500), closedAt: daysBefore(0), labels: ['lid', 'lid2'] }),
    ],
    '2026-11-22',
  );
  assert.deepEqual(look.oldestOpen, {
    externalId: 'acme/kettle#2',
    number: 2,
    title: 'The kettle whistles at night 2',
    ageDays: 21,
  });
  assert.equal(look.medianAgeDays, 15.5);
  assert.deepEqual(look.topLabels, [
    { label: 'noise', count: 2 },
    { label: 'lid', count: 1 },
  ]);
  assert.equal(look.notAnsweredShare, 0.5);
  assert.equal(lookAt([aRecord({ commentCount: null })], '2026-11-22').notAnsweredShare, null);
});

test('the trend has the last six months, also over the turn of the year', () => {
  const look = lookAt([aRecord({ createdAt: '2025-01-01T00:00:00.000Z', closedAt: '2026-02-28T23:59:59.000Z' })], '2026-11-22');
  assert.deepEqual(
    look.trend.map((month) => month.month),
    ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'],
  );
  assert.equal(look.trend.at(-1)?.finished, 1);
});

test('the trend begins with the month of the first issue', () => {
  const records = [
    aRecord({ createdAt: '2026-10-31T08:00:00.000Z' }),
    aRecord({ number: 2, createdAt: '2026-11-20T08:00:00.000Z' }),
  ];
  assert.deepEqual(
    lookAt(records, '2026-11-22').trend.map((month) => month.month),
    ['2026-10', '2026-11'],
  );
});
