// A team's gate with a record of half a year, for the tests of what it answers.
import type { DayRow } from './forecast-compile.ts';
import { exampleRecord } from './forecast-examples.ts';
import { openGate, type GateInput } from './gate.ts';

/** A Monday, on which it is asked. */
export const today = '2026-11-23';
export const steadily = (daysAgo: number) => (daysAgo % 3 === 0 ? 2 : daysAgo % 2);
export const measured = exampleRecord({ today, length: 182, doneOn: steadily });
/** The gate of a team that holds eleven, four of them in flight, unless told otherwise. */
export const gate = (change: Partial<GateInput> = {}) =>
  openGate({
    teamId: 'team_a',
    inFlight: 4,
    waiting: 7,
    days: measured,
    today,
    windowDays: 28,
    workingDays: [1, 2, 3, 4, 5],
    declaredWeekly: 5,
    ...change,
  });
/** A record whose last working days are these counts, the last one yesterday’s working day. */
export const lately = (counts: number[], length = 40): DayRow[] => {
  const rows = exampleRecord({ today, length, doneOn: () => 0 });
  const working = rows.filter((row) => row.working && row.date < today).slice(-counts.length);
  const done = new Map(working.map((row, index) => [row.date, counts[index] ?? 0]));
  return rows.map((row) => Object.assign({}, row, { done: done.get(row.date) ?? 0 }));
};
