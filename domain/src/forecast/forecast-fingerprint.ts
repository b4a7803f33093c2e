import { addDays } from './day-number.ts';
import { compileRecord, type DayRow } from './forecast-compile.ts';
import { simulate } from './forecast-simulate.ts';
import { openGate } from './gate.ts';
import { hashText, xoshiro, fillWords } from './xoshiro.ts';

/**
 * Eight hexadecimal digits over every number of several fixed forecasts and windows. Two engines that print the same digits agree bit for bit;
 * a change of the algorithm changes them, and then `FORECAST_VERSION` must change too.
 */
export function forecastFingerprint(): string {
  const parts: string[] = [];
  for (const rate of [0.1, 0.6, 1.7, 9]) {
    const days = exampleDays(rate);
    const today = '2026-11-22';
    const record = compileRecord(days, today, rate / 100);
    parts.push(record.tables.join(), String(record.n), String(record.sigma), String(record.weeklyRate));
    for (const target of [1, 25]) {
      const question = {
        horizonDays: 28,
        target,
        trials: 2_000,
        seed: 17 + target,
        startDate: today,
        workingDays: [1, 2, 3, 4, 5],
      };
      const { many, when } = simulate(record, question);
      parts.push(many.join(), when.join());
    }
    const gateInput = {
      teamId: 'team_example',
      inFlight: 3,
      waiting: 4,
      windowDays: 28,
      workingDays: [1, 2, 3, 4, 5],
      declaredWeekly: 5,
    };
    parts.push(JSON.stringify(openGate({ ...gateInput, days, today }).window));
  }
  return hashText(parts.join('\n')).toString(16).padStart(8, '0');
}

/** Half a year of working days that finish `rate` items on average, with one day of half a team in each week. */
function exampleDays(rate: number): DayRow[] {
  const words = new Int32Array(182);
  fillWords(words, xoshiro(hashText(`days of ${rate}`)));
  return Array.from(words, (word, index) => {
    const working = index % 7 < 5;
    const done = working ? Math.floor((rate * (word >>> 0)) / 2147483648) : 0;
    return { date: addDays('2026-05-25', index - 1), done, working, available: index % 7 === 2 ? 0.5 : 1 };
  });
}
