import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { windowScale } from './window-scale.ts';

const today = '2026-11-22';
const windowEnd = '2026-12-20';

function item(id: string, doneBy: string | null) {
  return { id, doneBy };
}

test('an item ends where it is likely done and begins where the one before it ended', () => {
  const { segments, windowEnd: end } = windowScale([item('b', '2026-12-13'), item('a', '2026-11-29')], 1, 0, today, windowEnd);
  assert.deepEqual(
    segments.map(({ id }) => id),
    ['a', 'b'],
  );
  assert.equal(segments[0]?.to, 0.25 * end);
  assert.equal(segments[1]?.from, 0.25 * end);
  assert.equal(segments[1]?.to, 0.75 * end);
});

test('free places share what is left of the window', () => {
  const { room, windowEnd: end } = windowScale([item('a', '2026-12-06')], 2, 0, today, windowEnd);
  assert.deepEqual(
    room.map(({ from, to }) => [from, to]),
    [
      [0.5 * end, 0.75 * end],
      [0.75 * end, end],
    ],
  );
});

test('items without dates share the window with its free places evenly', () => {
  const { segments, windowEnd: end } = windowScale([item('a', null), item('b', null)], 2, 0, today, windowEnd);
  assert.deepEqual(
    segments.map(({ to }) => to),
    [0.25 * end, 0.5 * end],
  );
});

test('the last items over the window lie beyond its end', () => {
  const { segments, windowEnd: end } = windowScale([item('a', '2026-12-06'), item('b', '2027-01-10')], 0, 1, today, windowEnd);
  assert.deepEqual(
    segments.map(({ beyond }) => beyond),
    [false, true],
  );
  assert.equal(segments[1]?.from, end);
  assert.equal(segments[1]?.to, 1);
});

test('whatever the dates, segments are in order, never overlap and stay on the meter', () => {
  const days = fc.option(fc.integer({ min: -5, max: 90 }), { nil: null });
  fc.assert(
    fc.property(fc.array(days, { maxLength: 30 }), fc.nat(12), fc.nat(6), (list, free, surplus) => {
      const items = list.map((day, index) =>
        item(String(index), day === null ? null : new Date(Date.parse(today) + day * 86_400_000).toISOString().slice(0, 10)),
      );
      const over = Math.min(surplus, items.length);
      const room = over > 0 ? 0 : free;
      const scale = windowScale(items, room, over, today, windowEnd);
      let last = 0;
      for (const { from, to } of [
        ...scale.segments.slice(0, items.length - over),
        ...scale.room,
        ...scale.segments.slice(items.length - over),
      ]) {
        assert.ok(from >= last - 1e-9, `begins at ${from} before ${last}`);
        assert.ok(to >= from && to <= 1 + 1e-9);
        last = to;
      }
    }),
  );
});
