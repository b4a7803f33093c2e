import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFlag, memberId, threeEnvironments } from '../ladder/ladder-examples.ts';
import { suggestAmong } from '../query/query-suggest.ts';
import { compileFlagQuery, flagVocabulary, type FlagQueryContext } from './flag-query.ts';
import type { FlagSubject } from './flag-subject.ts';
import { compareFlagsBy } from './flag-order.ts';
import type { Flag } from './flag.ts';

const context: FlagQueryContext = {
  meId: memberId,
  people: [{ id: memberId, name: 'Mia Member' }],
  environments: threeEnvironments,
  now: '2026-12-31T00:00:00.000Z',
};
const subject = (given: Partial<Flag>, around: Partial<FlagSubject> = {}): FlagSubject => ({
  flag: aFlag(given),
  ownerName: 'Mia Member',
  storyHandles: [],
  stands: {},
  askedAt: null,
  ...around,
});
const checkout = subject(
  { key: 'checkout', rung: 'beta', createdAt: '2026-12-30T00:00:00.000Z' },
  { storyHandles: ['STORY-3'], stands: { production: 'some' } },
);
const banner = subject(
  { key: 'banner', title: 'A banner', kind: 'operational', ownerId: null },
  { stands: { production: 'killed' }, askedAt: '2026-12-01T00:00:00.000Z' },
);
const found = (typed: string) => [checkout, banner].filter(compileFlagQuery(typed, context).matches).map(({ flag }) => flag.key);

test('keys, words, minus and several values', () => {
  assert.deepEqual(found(''), ['checkout', 'banner']);
  assert.deepEqual(found('kind:release'), ['checkout']);
  assert.deepEqual(found('-kind:release'), ['banner']);
  assert.deepEqual(found('rung:beta,off'), ['checkout', 'banner']);
  assert.deepEqual(found('owner:me'), ['checkout']);
  assert.deepEqual(found('owner:nobody'), ['banner']);
  assert.deepEqual(found('owner:mia rung:beta'), ['checkout']);
  assert.deepEqual(found('bann'), ['banner']);
  assert.deepEqual(found('story:story-3'), ['checkout']);
  assert.deepEqual(found('on:production'), ['checkout']);
  assert.deepEqual(found('off:Production'), ['banner']);
  assert.deepEqual(found('is:killed'), ['banner']);
  assert.deepEqual(found('is:unasked'), ['checkout']);
  assert.deepEqual(found('is:old'), ['banner']);
  assert.deepEqual(found('type:boolean is:archived'), []);
});

test('what is not known asks nothing, and says what was probably meant', () => {
  const { problems, isEmpty } = compileFlagQuery('knd:release rung:betta kind:>release owner:zoe sort:agee', context);
  assert.equal(isEmpty, true);
  assert.deepEqual(
    problems.map(({ message, fix }) => [message, fix]),
    [
      ['There is no “knd:”. Did you mean kind:?', 'kind'],
      ['“rung:” knows no “betta”. Did you mean beta?', 'beta'],
      ['“kind:” knows no “>release”. Did you mean release?', 'release'],
      ['“owner:” knows no “zoe”.', null],
      ['There is no order “agee”. Did you mean age?', 'age'],
    ],
  );
});

test('orders, and the youngest first among equals', () => {
  const keysBy = (typed: string) => {
    const { sort } = compileFlagQuery(typed, context);
    assert.ok(sort !== null);
    return [banner, checkout].toSorted(compareFlagsBy(sort)).map(({ flag }) => flag.key);
  };
  assert.deepEqual(keysBy('sort:age'), ['checkout', 'banner']);
  assert.deepEqual(keysBy('sort:-age'), ['banner', 'checkout']);
  assert.deepEqual(keysBy('sort:key'), ['banner', 'checkout']);
  assert.deepEqual(keysBy('-sort:rung'), ['checkout', 'banner']);
  assert.deepEqual(keysBy('sort:asked'), ['banner', 'checkout']);
  assert.deepEqual(keysBy('sort:owner'), ['checkout', 'banner']);
});

test('suggestions come from the same table', () => {
  const suggested = (text: string) => suggestAmong(text, text.length, flagVocabulary(context)).items.map(({ label }) => label);
  assert.deepEqual(suggested('k'), ['kind:']);
  assert.deepEqual(suggested('rung:b'), ['beta']);
  assert.deepEqual(suggested('on:prod'), ['production']);
  assert.deepEqual(suggested('owner:m'), ['me', 'Mia Member']);
});
