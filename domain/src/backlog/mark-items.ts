/** Ages, marks and estimated ends of what is on a backlog, from the team's own record. No schemas, no clock. */
import { elapsedDays, isSlow, isStale } from '../forecast/cycle-time.ts';
import { addDays, dateOfDay, dayNumber } from '../forecast/day-number.ts';
import type { Gate } from '../forecast/gate.ts';
import { percentileByRank } from '../forecast/percentile.ts';
import { daysLeft, daysLeftUnstarted, type Duration } from '../forecast/time-left.ts';
import type { DayFinder } from '../forecast/zone-days.ts';
import type { Team } from '../workspace/team.ts';
import { stepOf } from '../workspace/workflow.ts';
import type { ItemMark } from './item-mark.ts';
import type { Placement } from './placement.ts';

/** Where something stood for a while: instants. */
export interface StepStay {
  readonly stepId: string;
  readonly enteredAt: string;
  readonly leftAt: string;
}

export interface MarkInput {
  readonly team: Team;
  /** On the backlog, in the order in which they are likely finished: what is in flight first. */
  readonly open: readonly Placement[];
  /** Everything started or committed in the last 365 days, what is open included. */
  readonly record: readonly Pick<Placement, 'committedAt' | 'startedAt' | 'doneAt' | 'droppedAt'>[];
  /** Stays that are over, of the last 365 days. */
  readonly stays: readonly StepStay[];
  readonly gate: Pick<Gate, 'window' | 'doneByOf'>;
  /** Of the team's zone. */
  readonly dayOf: DayFinder;
  readonly now: string;
}

const likely = 0.5;
const safe = 0.85;

export function markItems({ team, open, record, stays, gate, dayOf, now }: MarkInput): readonly ItemMark[] {
  const dateOf = (instant: string) => dateOfDay(dayOf(instant));
  const today = dateOf(now);
  const daysFrom = (from: string, to: string | null) => elapsedDays(dateOf(from), to === null ? today : dateOf(to));
  const lasting = (from: (one: MarkInput['record'][number]) => string | null): readonly Duration[] =>
    record.flatMap((one) => {
      const began = from(one);
      if (began === null) return [];
      return [{ days: Math.max(1, daysFrom(began, one.doneAt ?? one.droppedAt)), ended: one.doneAt !== null }];
    });
  const cycles = lasting(({ startedAt }) => startedAt);
  const commitToDone = lasting(({ committedAt }) => committedAt);
  const agesAtExit = Map.groupBy(stays, ({ stepId }) => stepId);
  // Without a measured rate, or while nothing is told of the window, nothing is told of its items.
  const isTold = gate.window.basis !== 'declared' && gate.window.suppressed === null;

  return open.map((placement, index) => {
    const { id, stepId, startedAt, committedAt, enteredStepAt } = placement;
    const age = startedAt === null ? null : daysFrom(startedAt, null);
    const inStep = daysFrom(enteredStepAt, null);
    const ages = (agesAtExit.get(stepId ?? '') ?? []).map((stay) => daysFrom(stay.enteredAt, stay.leftAt));
    const isStarted = stepOf(team, stepId)?.category === 'in_progress';
    const doneAt = (p: number): string | null => {
      if (!isTold) return null;
      const queued = gate.doneByOf(index + 1, p);
      const queueDays = queued === null ? null : dayNumber(queued) - dayNumber(today);
      // An imported history may say when things ended and never when they began: then its place in the queue is all there is.
      if (isStarted && age !== null) return dateIn(daysLeft(cycles, age, p) ?? queueDays);
      return dateIn(daysLeftUnstarted(queueDays, commitToDone, committedAt === null ? 1 : daysFrom(committedAt, null), p));
    };
    return {
      itemId: id,
      age,
      inStep,
      usualInStep: percentileByRank(ages, safe),
      slow: isSlow(inStep, ages),
      stale: committedAt !== null && isStale(dateOf(committedAt), today, team.windowDays),
      done50: doneAt(likely),
      done85: doneAt(safe),
    };
  });

  function dateIn(days: number | null): string | null {
    return days === null ? null : addDays(today, days);
  }
}
