// The forecast's backtest, as `methods.md` 1 asks for it: weekly origins, only earlier days visible, three methods side by side.
import { dateOfDay, weekdayOfDay } from '@shortlist/domain/forecast/day-number.ts';
import { compileRecord, RECORD_DAYS, type DayRow } from '@shortlist/domain/forecast/forecast-compile.ts';
import { countAt, simulate } from '@shortlist/domain/forecast/forecast-simulate.ts';
import { hashText } from '@shortlist/domain/forecast/xoshiro.ts';
import { averageForecast, plainMonteCarlo } from './forecast-peers.ts';
import type { FlowSeries } from './flow-series.ts';

/** What happened to one method's promises over all origins of one series. */
export type Score = {
  readonly origins: number;
  /** share of origins, in percent, at which at least the promised count was finished */
  readonly kept85: number;
  readonly kept95: number;
  /** continuous ranked probability score, in items: how far the whole forecast lay from what happened */
  readonly crps: number;
};

export type Backtest = {
  readonly series: string;
  readonly horizonDays: number;
  readonly forecast: Score;
  readonly monteCarlo: Score;
  readonly average: Score;
};

const FIRST_ORIGIN_DAY = 28;
const LEFT_OUT_BEFORE_GAP = 28;
const PEER_DAYS = 90;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/**
 * Forecasts every Monday from the fifth week on how many items the next `horizonDays` bring, seeing only the last `visibleDays` before it.
 * Origins inside a declared gap or in the 28 days before one are left out; a gap that is over stays in the record as days without output. The histories
 * do not say who worked when, so every day counts as a working day, and the weekday tables tell a Sunday from a Monday.
 */
export function backtest(series: FlowSeries, horizonDays: number, visibleDays = RECORD_DAYS): Backtest {
  const forecast = emptyTally();
  const monteCarlo = emptyTally();
  const average = emptyTally();
  for (let origin = FIRST_ORIGIN_DAY; origin + horizonDays <= series.done.length; origin++) {
    const day = series.firstDay + origin;
    if (weekdayOfDay(day) !== 1 || series.gaps.some(({ from, to }) => origin >= from - LEFT_OUT_BEFORE_GAP && origin <= to))
      continue;
    const happened = sum(series.done.slice(origin, origin + horizonDays));
    const seed = hashText(`${series.name} ${origin} ${horizonDays} ${visibleDays}`);
    const rows = visibleRows(series, Math.max(0, origin - visibleDays), origin);
    const question = { horizonDays, target: 0, seed, startDate: dateOfDay(day - 1), workingDays: EVERY_DAY };
    const simulation = simulate(compileRecord(rows, dateOfDay(day)), question);
    note(forecast, happened, simulation.many, countAt(simulation, 0.85), countAt(simulation, 0.95));

    const recent = series.done.slice(Math.max(0, origin - Math.min(visibleDays, PEER_DAYS)), origin);
    const plain = plainMonteCarlo(recent, horizonDays, seed);
    note(monteCarlo, happened, plain, plain[1500] ?? 0, plain[500] ?? 0);
    const rate = averageForecast(recent, horizonDays);
    note(average, happened, [rate], Math.floor(rate), Math.floor(rate));
  }
  return {
    series: series.name,
    horizonDays,
    forecast: scoreOf(forecast),
    monteCarlo: scoreOf(monteCarlo),
    average: scoreOf(average),
  };
}

function visibleRows(series: FlowSeries, from: number, to: number): DayRow[] {
  return series.done.slice(from, to).map((done, index) => ({
    date: dateOfDay(series.firstDay + from + index),
    done,
    working: true,
    available: 1,
  }));
}

type Tally = { origins: number; kept85: number; kept95: number; crps: number };

function emptyTally(): Tally {
  return { origins: 0, kept85: 0, kept95: 0, crps: 0 };
}

function note(tally: Tally, happened: number, ascending: ArrayLike<number>, promised85: number, promised95: number): void {
  tally.origins++;
  if (happened >= promised85) tally.kept85++;
  if (happened >= promised95) tally.kept95++;
  tally.crps += crps(ascending, happened);
}

/** E|X − y| − ½ E|X − X′| over the trials, which must ascend. For a single number it is its distance. */
function crps(ascending: ArrayLike<number>, happened: number): number {
  const trials = ascending.length;
  let distance = 0;
  let spread = 0;
  for (let i = 0; i < trials; i++) {
    const value = ascending[i] ?? 0;
    distance += Math.abs(value - happened);
    spread += (2 * i - trials + 1) * value;
  }
  return distance / trials - spread / (trials * trials);
}

function scoreOf({ origins, kept85, kept95, crps: total }: Tally): Score {
  const all = Math.max(1, origins);
  return { origins, kept85: (100 * kept85) / all, kept95: (100 * kept95) / all, crps: total / all };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
