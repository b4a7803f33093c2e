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

const none = { from: 0, to: 0 };

test('what the window shows is drawn, with some to spare, and never more than there is', () => {
  const edges = rowEdges(10_000, () => false, 36, 36);
  for (const top of [0, 100, 5_000, 359_000]) {
    const { from, to } = drawnEntries(edges, top, top + 800, none);
    assert.ok(from <= entryAt(edges, top) && to > entryAt(edges, top + 800));
    assert.ok(from >= 0 && to <= 10_000 && to - from < 40);
  }
  const three = rowEdges(3, () => false, 36, 36);
  assert.deepEqual(drawnEntries(three, 0, 800, none), { from: 0, to: 3 });
});

test('walking three rows draws nothing anew; the row after the last one seen is always there', () => {
  const edges = rowEdges(10_000, () => false, 36, 36);
  const drawn = drawnEntries(edges, 7_200, 8_000, none);
  for (const by of [-108, -36, 0, 5, 36, 108])
    assert.equal(drawnEntries(edges, 7_200 + by, 8_000 + by, drawn), drawn, `${by} px`);
  for (const by of [-144, 144]) {
    const next = drawnEntries(edges, 7_200 + by, 8_000 + by, drawn);
    assert.ok(next.from < entryAt(edges, 7_200 + by) && next.to > entryAt(edges, 8_000 + by) + 1);
    assert.notDeepEqual(next, drawn, `${by} px`);
  }
});
