import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerpt, foundParts } from './found-parts.ts';
import { SearchIndex, type Searched } from './search-index.ts';
import { similarTo } from './similar.ts';
import { stemOf, wordsOf } from './search-words.ts';

function indexOf(...texts: readonly Searched[]): SearchIndex {
  const index = new SearchIndex();
  for (const text of texts) index.put(text);
  return index;
}

const aText = (id: string, title: string, body = ''): Searched => ({ id, title, body });
const idsFor = (index: SearchIndex, query: string) => index.find(index.wantedBy(query), { limit: 10 }).map(({ id }) => id);

test('words are compared without case, accents and English endings, and camelCase is known by its parts', () => {
  assert.deepEqual(wordsOf('Größe der windowMeter'), ['große', 'der', 'windowmeter', 'window', 'meter']);
  assert.deepEqual(wordsOf('HTTPServer v2'), ['httpserver', 'http', 'server', 'v2']);
  assert.deepEqual(['invoices', 'invoiced', 'invoicing'].map(stemOf), ['invoic', 'invoic', 'invoic']);
  const index = indexOf(aText('a', 'Invoices of café guests'));
  assert.deepEqual(idsFor(index, 'CAFE invoice'), ['a']);
});

test('a word in the title counts for more than one in the text, and a rare word for more than a common one', () => {
  const index = indexOf(
    aText('a', 'The refund is late', 'it happens in the harbour office'),
    aText('b', 'The berth is taken', 'the refund of a guest is late'),
    aText('c', 'The guest is late'),
    aText('d', 'The guest waits'),
  );
  assert.deepEqual(idsFor(index, 'refund'), ['a', 'b']);
  assert.deepEqual(
    index.find(index.wantedBy('guest refund'), { limit: 4, any: true }).map(({ id }) => id),
    ['a', 'b', 'd', 'c'],
  );
});

test('all words of a query have to be there', () => {
  const index = indexOf(aText('a', 'Guests pay twice'), aText('b', 'Guests wait'));
  assert.deepEqual(idsFor(index, 'guests pay'), ['a']);
  assert.deepEqual(idsFor(index, 'guests sing'), []);
});

test('the last word may still be being typed; the ones before it are whole', () => {
  const index = indexOf(aText('a', 'Happiness of running'), aText('b', 'Runway lights'));
  assert.deepEqual(idsFor(index, 'runni'), ['a']);
  assert.deepEqual(idsFor(index, 'happin'), ['a']);
  assert.deepEqual(idsFor(index, 'run lights'), []);
});

test('a slip of the hand finds what was meant, but only where the word as typed stands nowhere', () => {
  const index = indexOf(aText('a', 'Calendar of the harbour'), aText('b', 'Export the season'));
  assert.deepEqual(idsFor(index, 'calender'), ['a']);
  assert.deepEqual(idsFor(index, 'hrabour season'), []);
  assert.deepEqual(idsFor(index, 'hrabour'), ['a']);
  assert.deepEqual(idsFor(index, 'xpo'), []);
});

test('of what a slip may mean, the nearer word comes first, and a rare one not before a common one', () => {
  const nearer = indexOf(
    aText('a', 'The browsers'),
    aText('b', 'The browser'),
    aText('c', 'To browse it'),
    aText('d', 'The browser'),
  );
  assert.deepEqual(idsFor(nearer, 'brrowser').slice(0, 2).toSorted(), ['b', 'd'], 'browse is two slips away');
  const rare = indexOf(
    aText('a', 'Fiend of the form'),
    ...['b', 'c', 'd'].map((id) => aText(id, 'Field of the form')),
    aText('e', 'Berths'),
  );
  assert.deepEqual(idsFor(rare, 'fieed'), ['d', 'c', 'b', 'a']);
});

test('a query of common words alone is still a query', () => {
  const index = indexOf(aText('a', 'Who is who'), aText('b', 'Berth list'));
  assert.deepEqual(idsFor(index, ''), []);
  assert.deepEqual(idsFor(index, 'who'), []);
});

test('a text that was put in again is found by its new words alone, and one that was taken out not at all', () => {
  const index = indexOf(aText('a', 'Old words'), aText('b', 'Other words'));
  index.put(aText('a', 'New ones'));
  assert.deepEqual(idsFor(index, 'old'), []);
  assert.deepEqual(idsFor(index, 'new'), ['a']);
  index.remove('b');
  index.remove('never there');
  assert.deepEqual(idsFor(index, 'other'), []);
  assert.equal(index.size, 1);
});

test('whatever is put in and taken out, the index finds and ranks as one that was made anew', () => {
  const word = fc.constantFrom('guest', 'berth', 'refund', 'late', 'harbour', 'pay');
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    title: fc.array(word, { maxLength: 4 }),
    goes: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), word, (steps, query) => {
      const index = new SearchIndex();
      const kept = new Map<string, Searched>();
      for (const { id, title, goes } of steps) {
        if (goes) {
          index.remove(id);
          kept.delete(id);
        } else {
          const text = aText(id, title.join(' '));
          index.put(text);
          kept.set(id, text);
        }
      }
      const anew = indexOf(...kept.values());
      const wanted = (one: SearchIndex) => one.find([{ word: query, stems: new Map([[stemOf(query), 1]]) }], { limit: 9 });
      assert.deepEqual(wanted(index), wanted(anew));
    }),
  );
});

test('the gaps of two thousand replaced texts are closed without losing one', () => {
  const index = new SearchIndex();
  for (let round = 0; round < 4; round += 1) {
    for (let number = 0; number < 700; number += 1) index.put(aText(`id_${number}`, `berth ${number} in round ${round}`));
  }
  assert.equal(index.size, 700);
  assert.deepEqual(idsFor(index, 'berth 699'), ['id_699']);
  assert.equal(index.frequency(stemOf('berth')), 700);
});

test('the parts of a text are the text again, whatever stands in it, and hold the found words', () => {
  const index = indexOf(aText('a', 'Guests pay twice'));
  const wanted = index.wantedBy('guest');
  assert.deepEqual(foundParts('<b>guests</b> pay', wanted), [
    { text: '<b>', isFound: false },
    { text: 'guests', isFound: true },
    { text: '</b> pay', isFound: false },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, query) => {
      const parts = foundParts(text, index.wantedBy(query));
      assert.equal(parts.map((part) => part.text).join(''), text);
    }),
    { numRuns: 100 },
  );
});

test('an excerpt shows the first word found, and says where something was left out', () => {
  const index = indexOf(aText('a', 'needle'));
  const long = `${'hay '.repeat(100)}needle ${'straw '.repeat(100)}`;
  const shown = excerpt(long, index.wantedBy('needle'), 80);
  assert.match(shown, /^….*needle.*…$/);
  assert.ok(shown.length <= 82, `${shown.length} letters`);
  assert.equal(excerpt('short', index.wantedBy('needle')), 'short');
});

test('what shares rare words is likely the same thing; fewer than three telling words say too little', () => {
  const index = indexOf(
    aText('a', 'Guests cannot find the invoice after paying'),
    aText('b', 'The calendar loses a booking at midnight'),
    aText('c', 'Guests wait for the ferry'),
  );
  assert.equal(similarTo(index, 'A guest who paid does not find the invoice')[0]?.id, 'a');
  assert.deepEqual(similarTo(index, 'the invoice'), []);
});
