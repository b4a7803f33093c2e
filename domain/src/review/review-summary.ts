/** The figures at the end of a review. */
import type { Review, ReviewSummary } from './review.ts';

/** `leftOver`: ideas of the queue still undecided and not kept in this review. */
export function summarize(review: Review, leftOver: number): ReviewSummary {
  const decided = review.entries.length;
  const rejected = review.entries.filter((entry) => entry.kind === 'reject').length;
  const times = [review.startedAt, ...review.entries.map((entry) => entry.at)].map((at) => Date.parse(at));
  const seconds = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / 1000);
  return {
    decided,
    rejected,
    rejectedShare: decided === 0 ? null : rejected / decided,
    medianSeconds: median(seconds),
    leftOver,
  };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
