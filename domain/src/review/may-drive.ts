/** Who decides in a review. */
import type { Id } from '../ids.ts';
import { refuse } from '../refusal.ts';
import type { Review } from './review.ts';

/** Null for who drives an open review, else why not. */
export function mayDrive(review: Review, by: Id<'person'>) {
  if (review.closedAt !== null) return closed();
  if (review.driverId === by) return null;
  return refuse('not_allowed', 'Someone else is driving this review. Take it over first; that is one key.', {
    driverId: review.driverId,
  });
}

/** What is said of a review that has ended. */
export function closed() {
  return refuse('conflict', 'This review is closed. Start a new one.');
}
