// How far a review is, and which idea comes next. Pure.
import type { EntityOf } from '@shortlist/domain/entities.ts';

export type Review = EntityOf<'review'>;
export type Idea = EntityOf<'idea'>;

/** The ideas of the queue that still wait, in order. `undecided`: the ids of all undecided ideas. */
export function waitingIn(review: Review, undecided: ReadonlySet<string>): readonly Idea['id'][] {
  const gone = new Set(review.entries.map((entry) => entry.ideaId));
  return review.queue.filter((id) => !gone.has(id) && undecided.has(id));
}

/**
 * The idea that everyone looks at: the one that the driver went to, else the first that waits after the last decided one,
 * from the start again at the end; null when none waits. It follows from the review alone, so that followers see what the
 * driver sees.
 */
export function shownIdea(review: Review, waiting: readonly Idea['id'][]): Idea['id'] | null {
  if (review.shownId !== null && waiting.includes(review.shownId)) return review.shownId;
  const last = review.entries.at(-1)?.ideaId;
  const from = last === undefined ? -1 : review.queue.indexOf(last);
  const places = new Map(review.queue.map((id, place) => [id, place]));
  return waiting.find((id) => (places.get(id) ?? 0) > from) ?? waiting[0] ?? null;
}

/** The waiting idea before or after another one of the queue, around the ends; null when none waits. */
export function neighbourOf(review: Review, waiting: readonly Idea['id'][], id: string, by: -1 | 1): Idea['id'] | null {
  const places = new Map<string, number>(review.queue.map((one, place) => [one, place]));
  const from = places.get(id) ?? 0;
  const placeOf = (one: Idea['id']) => places.get(one) ?? 0;
  if (by === 1) return waiting.find((one) => placeOf(one) > from) ?? waiting[0] ?? null;
  return waiting.findLast((one) => placeOf(one) < from) ?? waiting.at(-1) ?? null;
}

/** Closed reviews of more than one idea, oldest first: the line that a trend is read from. */
export function trendOf(reviews: readonly Review[]): readonly Review[] {
  return reviews
    .filter((review) => review.closedAt !== null && review.summary !== null && review.queue.length > 1)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}
