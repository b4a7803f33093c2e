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

/** Rows beyond the window that are drawn with the others, so that not every move draws anew. */
const spare = 4;

/** Which entries are drawn while the window shows the heights from `top` to `bottom`: `drawn` itself while it holds them and one more on each side. */
export function drawnEntries(edges: Float64Array, top: number, bottom: number, drawn: Drawn): Drawn {
  const count = edges.length - 1;
  const first = entryAt(edges, top);
  const end = entryAt(edges, bottom) + 1;
  if (drawn.from <= Math.max(0, first - 1) && drawn.to >= Math.min(count, end + 1)) return drawn;
  return { from: Math.max(0, first - spare), to: Math.min(count, end + spare) };
}
