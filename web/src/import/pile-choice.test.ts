import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRecord } from '@shortlist/domain/import/import-examples.ts';
import { frequentOf, nothingChosen, numbersIn, readChoice } from './pile-choice.ts';

const open = (number: number, labels: string[] = []) =>
  aRecord({ number, externalId: `owner/repo#${number}`, labels, state: 'open', closedAt: null });

test('numbers are read with commas, spaces and number signs, and a word that is none is refused', () => {
  assert.deepEqual(numbersIn(' 12, #15 18;9 '), [12, 15, 18, 9]);
  assert.deepEqual(numbersIn(''), []);
  assert.equal(numbersIn('12, twelve'), null);
  assert.equal(numbersIn('0'), null);
});

test('names are counted on open issues only, the most frequent first', () => {
  const closed = aRecord({ number: 4, labels: ['ui', 'ui-old'], state: 'done', closedAt: '2026-01-02T00:00:00.000Z' });
  const records = [open(1, ['api', 'ui']), open(2, ['ui']), open(3, ['db']), closed];
  assert.deepEqual(
    frequentOf(records, ({ labels }) => labels),
    [
      { name: 'ui', count: 2 },
      { name: 'api', count: 1 },
      { name: 'db', count: 1 },
    ],
  );
});

test('what is chosen is in flight or next up to the room, and a number that names no issue stands in the way', () => {
  const records = [open(1, ['doing']), open(2), open(3), open(4)];
  const chosen = { ...nothingChosen, labels: new Set(['doing']), next: '2, 3' };
  const { piles, wrong } = readChoice(records, chosen, 2);
  assert.deepEqual([piles.counts.in_flight, piles.counts.next, piles.counts.idea], [1, 1, 2]);
  assert.deepEqual(wrong, []);
  assert.deepEqual(readChoice(records, { ...nothingChosen, inFlight: '77' }, 2).wrong, ['in flight: the file has no issue 77']);
  assert.match(readChoice(records, { ...nothingChosen, next: 'the best' }, 2).wrong.join(), /numbers of issues/);
});
