// Records for the tests of the forecast and of what builds on it.
import { addDays, dayNumber, weekdayOfDay } from './day-number.ts';
import type { DayRow } from './forecast-compile.ts';

/** The length of the example record, before today. */
type ExampleRecord = { today: string; length: number; doneOn: (daysAgo: number, weekday: number) => number };

/** A record of Monday to Friday, one row a day from `length` days ago to today. Today itself has no completion. */
export function exampleRecord({ today, length, doneOn }: ExampleRecord): DayRow[] {
  return Array.from({ length: length + 1 }, (_, index) => {
    const daysAgo = length - index;
    const date = addDays(today, -daysAgo);
    const weekday = weekdayOfDay(dayNumber(date));
    const working = weekday <= 5;
    return { date, done: working && daysAgo > 0 ? doneOn(daysAgo, weekday) : 0, working, available: 1 };
  });
}
