import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldedText } from '../query/folded-text.ts';
import { inNameOrder, nameRanking, nameScore, recentScore, wantedName, type Named } from './name-rank.ts';

type Entry = Named & { readonly entry: string };

const find = (name: string, more: Partial<Named> = {}): Entry => ({
  entry: name,
  id: name,
  handle: '',
  name: foldedText(name),
  words: '',
  isLoose: false,
  ...more,
});
const names = (all: readonly Entry[], typed: string, recent: readonly string[] = []) =>
  nameRanking<string>()(all, typed, recent, 10).map(({ entry }) => entry);

test('a handle comes first, then the beginning of a name, then of a word, then the middle of one', () => {
  const all = [find('Unsized boats'), find('Boat size'), find('Size…'), find('Berths', { handle: 'size' })];
  assert.deepEqual(names(all, 'size'), ['Berths', 'Size…', 'Boat size', 'Unsized boats']);
  assert.deepEqual(names([find('Oversized, sized'), find('Oversized boats')], 'size'), ['Oversized, sized', 'Oversized boats']);
});

test('every typed word must be found, in any order and without accents', () => {
  const all = [find('Über den Steg'), find('Steg am Abend')];
  assert.deepEqual(names(all, 'steg uber'), ['Über den Steg']);
  assert.deepEqual(names(all, 'steg boot'), []);
});

test('a word begins after any sign, also after letters of other scripts', () => {
  assert.ok(nameScore(find('"steg'), wantedName('steg')) > nameScore(find('жsteg'), wantedName('steg')));
});

test('other words find a command, and so do some of its letters', () => {
  const all = [find('Give up…', { words: 'reject delete', isLoose: true }), find('Guvp')];
  assert.deepEqual(names(all, 'reject'), ['Give up…']);
  assert.deepEqual(names([find('Assign to me', { isLoose: true })], 'atm'), ['Assign to me']);
  assert.deepEqual(names([find('Assign to me')], 'atm'), []);
});

test('what was used lately comes before its equals, and not before what is plainly meant', () => {
  const all = [find('Move up'), find('Move on'), find('Remove')];
  assert.deepEqual(names(all, 'move', ['Move on']), ['Move on', 'Move up', 'Remove']);
  assert.deepEqual(names(all, 'move up', ['Remove', 'Move on']), ['Move up']);
  assert.equal(names(all, 'mov', ['Remove'])[0], 'Move up');
  assert.ok(recentScore(0) > recentScore(1) && recentScore(39) > recentScore(undefined));
});

test('nothing typed finds all, the last used first', () => {
  assert.deepEqual(names([find('A'), find('B')], '', ['B']), ['B', 'A']);
});

test('only the best are answered, and equals stay in their order', () => {
  const all = [find('Steg 4'), find('Steg 1'), find('Der Steg'), find('Steg 3')];
  const best = nameRanking<string>()(all, 'steg', [], 3).map(({ entry }) => entry);
  assert.deepEqual(best, ['Steg 4', 'Steg 1', 'Steg 3']);
});

test('letter by letter the same is found as at once, in the same order', () => {
  const words = fc.constantFrom('steg', 'boot', 'ufer', 'stegbau', 'boote', 'über', 'te', 'g');
  const named = fc
    .record({
      parts: fc.array(words, { minLength: 1, maxLength: 4 }),
      isLoose: fc.boolean(),
      handle: fc.constantFrom('', 'boot-1'),
    })
    .map(({ parts, isLoose, handle }) => find(parts.join(' '), { isLoose, handle }));
  const typed = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(fc.array(named, { maxLength: 30 }), typed, (all, text) => {
      const asTyped = nameRanking<string>();
      for (let letters = 1; letters <= text.length; letters += 1) {
        const soFar = text.slice(0, letters);
        assert.deepEqual(asTyped(all, soFar, [], 5), nameRanking<string>()(all, soFar, [], 5));
      }
      // Another text, or other names, begins anew.
      assert.deepEqual(asTyped(all, 'b', [], 5), nameRanking<string>()(all, 'b', [], 5));
      const fewer = all.slice(1);
      assert.deepEqual(asTyped(fewer, 'bo', [], 5), nameRanking<string>()(fewer, 'bo', [], 5));
    }),
  );
});

test('what was found by its words comes in the order of names, and else as it was found', () => {
  const found = [find('Boats at the steg'), find('Berths'), find('Steg'), find('Moorings')];
  const ordered = (recent: readonly string[]) => inNameOrder(found, 'steg', recent, (one) => one).map(({ entry }) => entry);
  assert.deepEqual(ordered([]), ['Steg', 'Boats at the steg', 'Berths', 'Moorings']);
  assert.deepEqual(ordered(['Moorings']), ['Steg', 'Boats at the steg', 'Moorings', 'Berths']);
});
