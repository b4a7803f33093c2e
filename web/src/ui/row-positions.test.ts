import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnEntries, entryAt, rowEdges } from './row-positions.ts';

test('entries lie below each other, headings with their own height', () => {
  assert.deepEqual([...rowEdges(3, (index) => index === 0, 36, 50)], [0, 50, 86, 122]);
  assert.deepEqual([...rowEdges(0, () => false, 36, 50)], [0]);
});

test('every height falls on the entry that covers it', () => {
  const edges = rowEdges(1000, (index) => index % 10 === 0, 36, 50);
  for (let height = 0; height < (edges.at(-1) ?? 0); height += 7) {
    const index = entryAt(edges, height);
    assert.ok((edges[index] ?? 0) <= height && height < (edges[index + 1] ?? 0), `${height} on ${index}`);
  }
  assert.equal(entryAt(edges, -5), 0);
  assert.equal(entryAt(edges, 10_000_000), 999);
});

test('what the window shows is drawn, with some to spare, and never more than there is', () => {
  const edges = rowEdges(10_000, () => false, 36, 36);
  for (const top of [0, 100, 5_000, 359_000]) {
    const { from, to } = drawnEntries(edges, top, top + 800);
    assert.ok(from <= entryAt(edges, top) && to > entryAt(edges, top + 800));
    assert.ok(from >= 0 && to <= 10_000 && to - from < 70);
  }
  assert.deepEqual(
    drawnEntries(
      rowEdges(3, () => false, 36, 36),
      0,
      800,
    ),
    { from: 0, to: 3 },
  );
});

test('walking a few pixels draws nothing anew', () => {
  const edges = rowEdges(10_000, () => false, 36, 36);
  assert.deepEqual(drawnEntries(edges, 7_200, 8_000), drawnEntries(edges, 7_230, 8_030));
});
