// Where the rows of a list lie, from the two heights that they have. Pure.

/** The top edge of each entry and, last, the bottom of the last: `count` + 1 figures in pixels. */
export function rowEdges(count: number, isHeading: (index: number) => boolean, row: number, heading: number): Float64Array {
  const edges = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) edges[index + 1] = (edges[index] ?? 0) + (isHeading(index) ? heading : row);
  return edges;
}

/** The entry that a height from the top falls on; the first above it, the last below it. */
export function entryAt(edges: Float64Array, height: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface Drawn {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** Rows beyond the window that are drawn too; what is drawn moves in steps of half of it, so that not each pixel draws anew. */
const spare = 4;

/** Which entries are drawn while the window shows the heights from `top` to `bottom`. */
export function drawnEntries(edges: Float64Array, top: number, bottom: number): Drawn {
  const step = spare / 2;
  const first = entryAt(edges, top);
  const last = entryAt(edges, bottom);
  const from = Math.floor(Math.max(0, first - spare) / step) * step;
  const to = Math.min(edges.length - 1, Math.ceil((last + 1 + spare) / step) * step);
  return { from, to };
}
