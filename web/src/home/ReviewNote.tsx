import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useSyncExternalStore } from 'react';
import { useMay } from '../app/use-may.ts';
import { StartReview } from '../idea/StartReview.tsx';
import { undecidedIdeas } from '../idea/undecided-ideas.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { waitingIn } from '../review/review-progress.ts';
import { useAll, useList } from '../sync/use-store.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import styles from './HomePage.module.css';

type Review = EntityOf<'review'>;

/** An open review, or that one is due. */
export interface ReviewDue {
  /** Undefined where none is open. */
  readonly running: Review | undefined;
  /** Ideas that wait in it, or for it. */
  readonly waiting: number;
  /** Days since the last one closed; null when there was none. */
  readonly daysSince: number | null;
  /** Who drives it, or drove the last one. */
  readonly ownerId: string | null;
}

/** A review is due a week after the last one, if ideas wait. */
const dueAfterDays = 7;
const dayMs = 86_400_000;

/** Null where none is open or due, and for those who decide nothing. */
export function useReviewNote(): ReviewDue | null {
  const reviews = useAll('review');
  const ideas = useList(undecidedIdeas);
  const mayDecide = useMay('decide');
  const now = useSyncExternalStore(everyMinute, minuteNow);
  if (!mayDecide) return null;
  const many = reviews.filter(({ queue }) => queue.length > 1).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const running = many.find(({ closedAt }) => closedAt === null);
  const last = many.find(({ closedAt }) => closedAt !== null);
  const daysSince = last?.closedAt == null ? null : Math.floor((now - Date.parse(last.closedAt)) / dayMs);
  const isDue = ideas.length > 0 && (daysSince === null || daysSince >= dueAfterDays);
  if (running === undefined && !isDue) return null;
  const waiting = running === undefined ? ideas.length : waitingIn(running, new Set(ideas.map(({ id }) => id))).length;
  return { running, waiting, daysSince, ownerId: running?.driverId ?? last?.driverId ?? null };
}

export function ReviewNote({ note }: { readonly note: ReviewDue }) {
  const { running, waiting, daysSince, ownerId } = note;
  const owner = usePersonName(ownerId) ?? 'Someone';
  const ideas = waiting === 1 ? '1 idea waits' : `${waiting.toLocaleString('en')} ideas wait`;
  return (
    <li className={styles.note}>
      <p className={styles.words}>
        <strong>{running === undefined ? 'A review is due' : 'A review is open'}</strong>
        {running !== undefined
          ? `: ${ideas}, ${owner} drives.`
          : daysSince === null
            ? `: ${ideas}, and there was none yet.`
            : `: ${ideas}, ${owner} held the last one ${daysSince} days ago.`}
      </p>
      <StartReview hasIdeas={waiting > 0} />
    </li>
  );
}
