// Forecast: CPU time of one run of 10,000 trials with both answers (compile included), of a gate verdict and of counting a team's days, and how the run
// grows at 4 and 16 times the trials. CPU time of this process, the median of many runs after a warm-up; the first run of a fresh process is shown too.
import { compileRecord } from '@shortlist/domain/forecast/forecast-compile.ts';
import { chanceOf, countAt, dateAt, simulate } from '@shortlist/domain/forecast/forecast-simulate.ts';
import { askGate, openGate } from '@shortlist/domain/forecast/gate.ts';
import { teamDays, type TeamDays } from '@shortlist/domain/forecast/team-days.ts';
import { fillWords, xoshiro } from '@shortlist/domain/forecast/xoshiro.ts';
import type { Row } from './row.ts';

const RUNS = 21;
const NOW = '2026-11-22T12:00:00Z';
const WORKING_DAYS = [1, 2, 3, 4, 5];
/** The gate's target: what a team that finishes about five a week holds. */
const HELD = 11;

/** `only` keeps the rows whose name begins with one of the given texts. */
export async function run(options: { only?: string[]; data?: string; json: boolean }): Promise<Row[]> {
  const doneAt = completions(130);
  const record = daysOf(doneAt);
  const first = cpuMs(() => bothAnswers(record, 10_000, HELD));
  const once = medianCpuMs(() => bothAnswers(record, 10_000, HELD));
  const four = medianCpuMs(() => bothAnswers(record, 40_000, HELD));
  const sixteen = medianCpuMs(() => bothAnswers(record, 160_000, HELD));
  const far = medianCpuMs(() => bothAnswers(record, 10_000, 60));
  const gate = medianCpuMs(() => {
    const gateInput = {
      teamId: 'team_bench',
      inFlight: 4,
      waiting: 7,
      windowDays: 28,
      workingDays: WORKING_DAYS,
      declaredWeekly: 5,
    };
    askGate(openGate({ ...gateInput, ...record }), 1);
  });
  const many = completions(5_000);
  const counting = medianCpuMs(() => daysOf(many));
  const rows: Row[] = [
    { name: 'forecast.cpuMs', value: round(once), unit: 'ms CPU', bar: '< 15', met: once < 15 },
    { name: 'forecast.firstRunCpuMs', value: round(first), unit: 'ms CPU' },
    { name: 'forecast.farTargetCpuMs', value: round(far), unit: 'ms CPU' },
    growth('forecast.growth4x', four / once, 4),
    growth('forecast.growth16x', sixteen / once, 16),
    { name: 'forecast.gateCpuMs', value: round(gate), unit: 'ms CPU', bar: '< 100', met: gate < 100 },
    { name: 'forecast.teamDaysCpuMs', value: round(counting), unit: 'ms CPU for 5,000 completions' },
  ];
  const { only } = options;
  return only ? rows.filter(({ name }) => only.some((wanted) => name.startsWith(wanted))) : rows;
}

function bothAnswers({ days, today }: TeamDays, trials: number, target: number) {
  const question = { horizonDays: 28, target, trials, seed: 7, startDate: today, workingDays: WORKING_DAYS };
  const simulation = simulate(compileRecord(days, today), question);
  return [countAt(simulation, 0.85), dateAt(simulation, 0.85), chanceOf(simulation, target)];
}

function daysOf(doneAt: readonly string[]): TeamDays {
  return teamDays({ doneAt, timeZone: 'Europe/Berlin', workingDays: WORKING_DAYS, since: '2026-01-01T00:00:00Z', now: NOW });
}

/** Instants spread at random over the last 182 days. */
function completions(count: number): string[] {
  const words = new Int32Array(count);
  fillWords(words, xoshiro(1));
  return Array.from(words, (word) => new Date(Date.parse(NOW) - ((word >>> 0) / 4294967296) * 182 * 86_400_000).toISOString());
}

/** A tenth more than in proportion is noise, not growth. */
function growth(name: string, ratio: number, size: number): Row {
  return { name, value: round(ratio), unit: '× the time', bar: `≤ ${size * 1.1}`, met: ratio <= size * 1.1 };
}

function medianCpuMs(work: () => unknown): number {
  const times: number[] = [];
  for (let i = 0; i < RUNS + 5; i++) {
    const time = cpuMs(work);
    if (i >= 5) times.push(time);
  }
  return times.toSorted((a, b) => a - b)[RUNS >> 1] ?? 0;
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
