import { Temporal } from 'temporal-polyfill';

/** Finds the day number (see `day-number.ts`) on which an instant falls in one time zone. */
export type DayFinder = (instant: string) => number;

const DAY_MS = 86_400_000;

const finders = new Map<string, DayFinder>();

/**
 * The day finder of one IANA zone, right across changes of daylight time. It throws a RangeError for a text that is no instant and for an unknown zone.
 * Calendars are asked once per stretch between two changes of the zone's offset, and what they said is kept for as long as the program runs
 * (there are some 600 zones): an instant costs a parse and a look-up, a hundredth of asking the calendar.
 */
export function dayFinder(timeZone: string): DayFinder {
  const known = finders.get(timeZone);
  if (known) return known;
  const finder = newDayFinder(timeZone);
  finders.set(timeZone, finder);
  return finder;
}

/**
 * The instant at which a date `YYYY-MM-DD` begins in an IANA zone; empty for what is no date. Where the clock leaps over midnight,
 * the day begins with its first moment.
 */
export function startOfDayIn(timeZone: string): (date: string) => string {
  return (date) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) return '';
    const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone);
    return new Date(start.epochMilliseconds).toISOString();
  };
}

function newDayFinder(timeZone: string): DayFinder {
  const stretches: Stretch[] = [];
  let last: Stretch | undefined;
  return (instant) => {
    const ms = Date.parse(instant);
    if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
    if (!last || ms < last.from || ms >= last.until) {
      last = stretches.find(({ from, until }) => ms >= from && ms < until);
      if (!last) {
        last = stretchAround(ms, timeZone);
        stretches.push(last);
      }
    }
    return Math.floor((ms + last.offset) / DAY_MS);
  };
}

/** A time in which the zone's offset stays the same; all in milliseconds. */
type Stretch = { readonly from: number; readonly until: number; readonly offset: number };

function stretchAround(ms: number, timeZone: string): Stretch {
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  const next = zoned.getTimeZoneTransition('next');
  // A transition at `ms` itself is not "previous" to it: ask from the next millisecond.
  const previous = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: zoned.offsetNanoseconds / 1_000_000,
  };
}
