import { dateOfDay, dayNumber, weekdayOfDay } from './day-number.ts';
import { RECORD_DAYS, type DayRow } from './forecast-compile.ts';
import { dayFinder } from './zone-days.ts';

export type TeamDaysInput = {
  /** When each gated item was finished: ISO instants in any order. Those after `now` are left out. */
  readonly doneAt: readonly string[];
  /** IANA zone in which the team's days begin and end. */
  readonly timeZone: string;
  /** 1 for Monday to 7 for Sunday. */
  readonly workingDays: readonly number[];
  /** When the team began; its record never begins later than its first completion, so that an imported history counts. */
  readonly since: string;
  readonly now: string;
  /** Times the team declared to be away: dates, both ends included; an open end is null. */
  readonly pauses?: readonly { readonly from: string; readonly to: string | null }[];
};

export type TeamDays = {
  /** The date in the team's zone. */
  readonly today: string;
  /** One row a day, ascending and without gaps: at most the 182 days before today, then today, which is not over. */
  readonly days: readonly DayRow[];
};

/** Counts a team's completions day by day in its own time zone. Throws a RangeError on an unknown zone or a text that is no instant. */
export function teamDays(input: TeamDaysInput): TeamDays {
  const dayOf = dayFinder(input.timeZone);
  const today = dayOf(input.now);
  const nowMs = Date.parse(input.now);
  const doneOn = new Map<number, number>();
  let first = Math.min(today, dayOf(input.since));
  for (const instant of input.doneAt) {
    if (Date.parse(instant) > nowMs) continue;
    const day = dayOf(instant);
    doneOn.set(day, (doneOn.get(day) ?? 0) + 1);
    first = Math.min(first, day);
  }
  const pauses = (input.pauses ?? []).map(({ from, to }) => ({
    from: dayNumber(from),
    to: to === null ? Infinity : dayNumber(to),
  }));
  const days: DayRow[] = [];
  for (let day = Math.max(first, today - RECORD_DAYS); day <= today; day++) {
    const paused = pauses.some(({ from, to }) => day >= from && day <= to);
    days.push({
      date: dateOfDay(day),
      done: doneOn.get(day) ?? 0,
      working: input.workingDays.includes(weekdayOfDay(day)),
      available: paused ? 0 : 1,
    });
  }
  return { today: dateOfDay(today), days };
}
