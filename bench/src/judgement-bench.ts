// Judgement: does the forecast keep what it promises? Backtests it on real histories, any folder laid out like `data/` (`--data <folder>`), beside
// plain Monte Carlo over the last 90 days and the plain average. Bars are those of methods.md 1. Deterministic: the same folder gives the same rows.
// Does the problem check agree with people's labels? Beside the majority class and a list of keywords; bars are those of ADR 0019.
// Is a likely duplicate among the five that are shown? Beside minisearch.
import { resolve } from 'node:path';
import { readFlowSeries } from './flow-series.ts';
import { duplicateRows } from './judgement-duplicates.ts';
import { backtest, type Backtest } from './judgement-forecast.ts';
import { storyRows } from './judgement-stories.ts';
import type { Row } from './row.ts';

const HORIZONS = [14, 28] as const;
const TWO_WEEKS = 14;
const defaultData = resolve(import.meta.dirname, '../../../shared/data');

/** `only` keeps the rows whose name begins with one of the given texts. */
export async function run(options: { only?: string[]; data?: string; json: boolean }): Promise<Row[]> {
  const data = options.data ?? defaultData;
  const { only } = options;
  const parts = { forecast: forecastRows, stories: storyRows, duplicates: duplicateRows };
  const rows = Object.entries(parts)
    .filter(([part]) => only === undefined || only.some((wanted) => wanted.startsWith(part) || part.startsWith(wanted)))
    .flatMap(([, rowsOf]) => rowsOf(data));
  return only ? rows.filter(({ name }) => only.some((wanted) => name.startsWith(wanted))) : rows;
}

function forecastRows(data: string): Row[] {
  const series = readFlowSeries(data);
  if (series.length === 0) return [];
  const rows: Row[] = [];
  for (const horizon of HORIZONS) {
    const full = series.map((one) => backtest(one, horizon));
    const young = series.map((one) => backtest(one, horizon, TWO_WEEKS));
    rows.push(...full.flatMap(seriesRows), ...meanRows(full, horizon), ...youngRows(young, horizon));
  }
  return rows;
}

function seriesRows({ series, horizonDays, forecast, monteCarlo, average }: Backtest): Row[] {
  const name = `forecast.${series}`;
  const day = `d${horizonDays}`;
  return [
    within(
      `${name}.kept85.${day}`,
      forecast.kept85,
      78,
      93,
      `Monte Carlo ${percent(monteCarlo.kept85)}, average ${percent(average.kept85)}`,
    ),
    {
      name: `${name}.kept95.${day}`,
      value: tenth(forecast.kept95),
      unit: '%',
      peer: `Monte Carlo ${percent(monteCarlo.kept95)}`,
    },
    {
      name: `${name}.crps.${day}`,
      value: thousandth(forecast.crps),
      unit: 'items',
      peer: `Monte Carlo ${thousandth(monteCarlo.crps)}, average ${thousandth(average.crps)}`,
    },
    { name: `${name}.crpsRatio.${day}`, value: thousandth(forecast.crps / monteCarlo.crps), unit: '× Monte Carlo' },
    { name: `${name}.origins.${day}`, value: forecast.origins, unit: 'forecasts' },
  ];
}

function meanRows(all: readonly Backtest[], horizon: number): Row[] {
  const day = `d${horizon}`;
  const crps = mean(all.map(({ forecast }) => forecast.crps));
  const plain = mean(all.map(({ monteCarlo }) => monteCarlo.crps));
  return [
    within(`forecast.mean.kept85.${day}`, mean(all.map(({ forecast }) => forecast.kept85)), 83, 90, meanPeer(all)),
    atLeast(`forecast.mean.kept95.${day}`, mean(all.map(({ forecast }) => forecast.kept95)), 92),
    {
      name: `forecast.mean.crps.${day}`,
      value: thousandth(crps),
      unit: 'items',
      peer: `Monte Carlo ${thousandth(plain)}, average ${thousandth(mean(all.map(({ average }) => average.crps)))}`,
    },
    atMost(`forecast.mean.crpsRatio.${day}`, crps / plain, 0.98),
  ];
}

function youngRows(all: readonly Backtest[], horizon: number): Row[] {
  const name = `forecast.mean.kept85TwoWeeks.d${horizon}`;
  return [atLeast(name, mean(all.map(({ forecast }) => forecast.kept85)), 82, meanPeer(all))];
}

function meanPeer(all: readonly Backtest[]): string {
  const monteCarlo = mean(all.map((one) => one.monteCarlo.kept85));
  return `Monte Carlo ${percent(monteCarlo)}, average ${percent(mean(all.map(({ average }) => average.kept85)))}`;
}

/** Bars are compared with the figure as it is printed, in tenths of a percent. */
function within(name: string, value: number, low: number, high: number, peer: string): Row {
  const shown = tenth(value);
  return { name, value: shown, unit: '%', bar: `${low}–${high}`, met: shown >= low && shown <= high, peer };
}

function atLeast(name: string, value: number, low: number, peer?: string): Row {
  const shown = tenth(value);
  return { name, value: shown, unit: '%', bar: `≥ ${low}`, met: shown >= low, ...(peer === undefined ? {} : { peer }) };
}

function atMost(name: string, value: number, high: number): Row {
  const shown = thousandth(value);
  return { name, value: shown, unit: '× Monte Carlo', bar: `≤ ${high}`, met: shown <= high };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function percent(value: number): string {
  return `${tenth(value)} %`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}
