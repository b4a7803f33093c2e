/**
 * The value that a future one stays at or below with probability p, by rank ceil((n + 1)p) of the values seen: the smallest rank for which
 * that holds without assuming any shape. Null when too few values can say it. Values in any order; 0 < p < 1.
 */
export function percentileByRank(values: readonly number[], p: number): number | null {
  // The small subtraction forgives the last binary digit: 20 · 0.85 is 17, not a little more.
  const rank = Math.ceil((values.length + 1) * p - 1e-9);
  return values.toSorted((a, b) => a - b)[rank - 1] ?? null;
}
