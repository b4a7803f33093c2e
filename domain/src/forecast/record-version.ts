import type { DayRow } from './forecast-compile.ts';
import { hashText } from './xoshiro.ts';

/**
 * A short name for what a record says before `today`: equal records have equal versions. As the data version in a forecast's seed it keeps
 * the room steady through a day, whatever is committed or finished meanwhile.
 */
export function recordVersion(days: readonly DayRow[], today: string): string {
  const facts = days.filter((row) => row.date < today).map((row) => `${row.date} ${row.done} ${row.working} ${row.available}`);
  return hashText(facts.join('\n')).toString(16).padStart(8, '0');
}
