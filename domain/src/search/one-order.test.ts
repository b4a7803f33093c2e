import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { oneOrder } from './one-order.ts';

const hits = (ids: string) => [...ids].map((id) => ({ id }));
const order = (here: string, there: string) =>
  oneOrder(hits(here), hits(there))
    .map(({ id }) => id)
    .join('');

test('what only the other place has goes behind what that place puts before it, or first', () => {
  assert.equal(order('abc', 'xaybz'), 'xaybzc');
  assert.equal(order('abc', 'cxa'), 'abcx');
  assert.equal(order('', 'xy'), 'xy');
  assert.equal(order('ab', ''), 'ab');
});

test('nothing is lost or told twice, and both keep the order of what is their own', () => {
  const some = fc.uniqueArray(fc.constantFrom(...'abcdefghij'));
  fc.assert(
    fc.property(some, some, (here, there) => {
      const all = order(here.join(''), there.join(''));
      assert.deepEqual([...all].toSorted(), [...new Set([...here, ...there])].toSorted());
      const only = there.filter((id) => !here.includes(id));
      assert.deepEqual(
        [...all].filter((id) => here.includes(id)),
        here,
      );
      assert.deepEqual(
        [...all].filter((id) => only.includes(id)),
        only,
      );
    }),
  );
});
