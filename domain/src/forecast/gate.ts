// The commit gate's arithmetic: how many items fit a team's window by its own record. Shared by the server and the browser; decides nothing about who may go over it.
import { dayNumber } from './day-number.ts';
import { compileRecord, rosterExtra, type CompiledRecord, type DayRow } from './forecast-compile.ts';
import {
  chanceOf,
  countAt,
  dateAt,
  daysAt,
  queueDateAt,
  simulate,
  type Simulation,
  type SimulationQuestion,
} from './forecast-simulate.ts';
import { commitSentence, meterSentence, windowSentence } from './gate-words.ts';
import { recordVersion } from './record-version.ts';
import { dayAfterLastDone, findSilence } from './silence.ts';

import { hashText } from './xoshiro.ts';

/** Name of the algorithm; part of each seed and stored with each answer. Change it whenever the same input may give another number. */
export const FORECAST_VERSION = 'F0.1';

const FIRM_LEVEL = 0.85;
const SLOW_TEAM_LEVEL = 0.7;
const SLOW_TEAM_WEEKLY = 2;
const SMALLEST_WINDOW = 2;
const COLD_START_DAYS = 5;
const COLD_START_ITEMS = 7;
const EARLY_DAYS = 56;
/** Share of a declared rate that is believed. */
const DECLARED_SHARE = 0.6;

export type GateInput = {
  readonly teamId: string;
  /** committed and started, whatever their age */
  readonly inFlight: number;
  /** committed and not started */
  readonly waiting: number;
  /** The team's record, ascending, as `teamDays` makes it. */
  readonly days: readonly DayRow[];
  /** the date in the team's zone */
  readonly today: string;
  /** 14 to 56 */
  readonly windowDays: number;
  /** 1 for Monday to 7 for Sunday */
  readonly workingDays: readonly number[];
  /** items a week the team says it finishes */
  readonly declaredWeekly: number;
  /** A declared pause that has not ended yet, or null; it counts from its first day on. */
  readonly pause?: { readonly from: string; readonly to: string | null } | null;
  /** Times the team's size changed, see `rosterExtra`. */
  readonly rosterChanges?: readonly { readonly date: string; readonly factor: number }[];
};

/** Why no forecast is shown, while the last room stands. */
export type Suppression =
  | { readonly reason: 'pause'; readonly since: string }
  | { readonly reason: 'silence'; readonly since: string; readonly workingDays: number };

export type WindowFigures = {
  readonly today: string;
  readonly windowDays: number;
  /** items held: in flight and waiting */
  readonly n: number;
  readonly inFlight: number;
  readonly waiting: number;
  /** how many the window holds: the gate's number */
  readonly k: number;
  /** the probability behind `k`: 0.85, or 0.7 for a team under two items a week */
  readonly level: 0.85 | 0.7;
  /** what the record alone gives at `level`, before floor and ceiling; null while declared */
  readonly measuredK: number | null;
  /** `k` was raised to the minimum of 2 */
  readonly floored: boolean;
  /** `k` was lowered to the ceiling, the window's weeks times the weekly rate */
  readonly capped: boolean;
  /** the line between amber and red; null while declared, when nothing is red */
  readonly k50: number | null;
  /** `k` − `n`; negative when too much is held */
  readonly room: number;
  /** `n` / `k` */
  readonly fill: number;
  readonly weeklyRate: number;
  /** weeks until all that is held is done at `level`, one decimal; null when suppressed or beyond 400 days */
  readonly weeks: number | null;
  /** the date all that is held is done by at `level`; null when nothing is held, while declared, when suppressed, or beyond 400 days */
  readonly doneBy: string | null;
  /** of finishing all that is held within the window; null while declared or suppressed */
  readonly probability: number | null;
  /** spread of the pace factor; null while declared */
  readonly sigma: number | null;
  /** completions in the record */
  readonly sampleSize: number;
  readonly seed: number;
  readonly version: string;
  readonly basis: 'declared' | 'early' | 'measured';
  readonly suppressed: Suppression | null;
};

/** A team's window as it is stored with a verdict and sent to screens: plain data. */
export type WindowVerdict = WindowFigures & {
  readonly sentence: string;
  /** a few words for the meter */
  readonly meter: string;
};

/** `accept` fits; `amber` needs a named person's written reason; `red` has no override; `declared_over` asks for a reason. */
export type GateVerdict = 'accept' | 'amber' | 'red' | 'declared_over';

export type Gate = {
  readonly window: WindowVerdict;
  /** Probability of finishing so many items within the window; null while declared or suppressed. */
  readonly probabilityOf: (count: number) => number | null;
  /**
   * The date the item at a place of the queue (1 to `n`) is done by with probability p, `level` when absent; null while declared or suppressed, outside
   * the queue, or beyond 400 days.
   */
  readonly doneByOf: (place: number, p?: number) => string | null;
};

/**
 * A team's window today. The same input gives the same answer everywhere; within a day `k` depends on the record only, not on what is committed.
 * A pause, or a silence with work in flight, leaves the numbers of the last day before it standing and says so in `suppressed`.
 */
export function openGate(input: GateInput): Gate {
  const suppressed = suppressionOf(input);
  const { figures, answer } = suppressed ? standing(input, suppressed) : measure(input, input.today);
  const probabilityOf = (count: number) => answer && chanceOf(answer.simulation, count);
  // Only the backlog's list asks for every place, so that run waits until it does.
  let queue: Simulation | null = null;
  const doneByOf = (place: number, p: number = figures.level) => {
    if (!answer) return null;
    queue ??= simulate(answer.record, { ...answer.question, wholeQueue: true });
    return queueDateAt(queue, place, p);
  };
  const sentence = windowSentence(figures, probabilityOf(figures.n + 1));
  return { window: { ...figures, sentence, meter: meterSentence(figures) }, probabilityOf, doneByOf };
}

/** What the gate says to `count` more leaf items. A swap is asked with the difference: what comes in less what goes out. */
export function gateVerdict(window: Pick<WindowFigures, 'n' | 'k' | 'k50'>, count: number): GateVerdict {
  const total = window.n + count;
  if (total <= window.k) return 'accept';
  if (window.k50 === null) return 'declared_over';
  return total <= window.k50 ? 'amber' : 'red';
}

/** The verdict on `count` more items together with the sentence that explains it. */
export function askGate(gate: Gate, count: number): { verdict: GateVerdict; probability: number | null; sentence: string } {
  const verdict = gateVerdict(gate.window, count);
  const probability = gate.probabilityOf(gate.window.n + count);
  return { verdict, probability, sentence: commitSentence(gate.window, verdict, count, probability) };
}

type Measured = {
  figures: WindowFigures;
  /** null when there is nothing to ask about probabilities */
  answer: { record: CompiledRecord; question: SimulationQuestion; simulation: Simulation } | null;
};

/** The figures as of the last day before the suppression, without what depends on today. */
function standing(input: GateInput, suppressed: Suppression): Measured {
  const { figures } = measure(input, suppressed.since);
  return { figures: { ...figures, today: input.today, weeks: null, doneBy: null, probability: null, suppressed }, answer: null };
}

/** The figures as of a day; only days before it are read. */
function measure(input: GateInput, asOf: string): Measured {
  const days = input.days.filter((row) => row.date < asOf);
  const completions = days.reduce((sum, row) => sum + row.done, 0);
  const seed = hashText([input.teamId, asOf, recordVersion(days, asOf), FORECAST_VERSION].join('|'));
  const daysWithCompletion = days.filter((row) => row.done > 0).length;
  const cold = daysWithCompletion < COLD_START_DAYS || completions < COLD_START_ITEMS;
  const record = compileRecord(days, asOf, rosterExtra(input.rosterChanges ?? [], asOf));
  // Completions on days off alone leave the pools empty: nothing is measured that the team's working days could repeat.
  if (cold || record.weeklyRate === 0) return { figures: declaredFigures(input, asOf, completions, seed), answer: null };

  const n = input.inFlight + input.waiting;
  const { windowDays, workingDays } = input;
  const question = { horizonDays: windowDays, target: n, seed, startDate: asOf, workingDays };
  const simulation = simulate(record, question);
  const level = levelFor(record.weeklyRate);
  const measuredK = countAt(simulation, level);
  // The subtraction forgives the last binary digit of a rate that is meant to be whole.
  const ceiling = Math.ceil((windowDays / 7) * record.weeklyRate - 1e-9);
  const k = Math.max(SMALLEST_WINDOW, Math.min(measuredK, ceiling));
  const untilDone = daysAt(simulation, level);
  const figures: WindowFigures = {
    ...heldFigures(input, asOf, k),
    level,
    measuredK,
    floored: Math.min(measuredK, ceiling) < SMALLEST_WINDOW,
    capped: k < measuredK,
    k50: Math.max(k, Math.min(countAt(simulation, 0.5), ceiling)),
    weeklyRate: record.weeklyRate,
    weeks: untilDone === null ? null : oneDecimal(untilDone / 7),
    doneBy: n === 0 ? null : dateAt(simulation, level),
    probability: chanceOf(simulation, n),
    sigma: record.sigma,
    sampleSize: completions,
    seed,
    basis: days.length < EARLY_DAYS ? 'early' : 'measured',
  };
  return { figures, answer: { record, question, simulation } };
}

/** A new team's window: a share of what it declares, without any percentage. */
function declaredFigures(input: GateInput, asOf: string, completions: number, seed: number): WindowFigures {
  const { declaredWeekly, windowDays, inFlight, waiting } = input;
  const believedWeekly = DECLARED_SHARE * declaredWeekly;
  const cap = Math.floor((believedWeekly * windowDays) / 7 + 1e-9);
  const n = inFlight + waiting;
  return {
    ...heldFigures(input, asOf, Math.max(SMALLEST_WINDOW, cap)),
    level: levelFor(declaredWeekly),
    measuredK: null,
    floored: cap < SMALLEST_WINDOW,
    capped: false,
    k50: null,
    weeklyRate: declaredWeekly,
    weeks: n === 0 ? 0 : believedWeekly > 0 ? oneDecimal(n / believedWeekly) : null,
    doneBy: null,
    probability: null,
    sigma: null,
    sampleSize: completions,
    seed,
    basis: 'declared',
  };
}

function heldFigures({ inFlight, waiting, windowDays }: GateInput, today: string, k: number) {
  const n = inFlight + waiting;
  return { today, windowDays, n, inFlight, waiting, k, room: k - n, fill: n / k, version: FORECAST_VERSION, suppressed: null };
}

function levelFor(weekly: number): 0.85 | 0.7 {
  return weekly < SLOW_TEAM_WEEKLY - 1e-9 ? SLOW_TEAM_LEVEL : FIRM_LEVEL;
}

function suppressionOf({ days, today, inFlight, pause }: GateInput): Suppression | null {
  if (pause && dayNumber(pause.from) <= dayNumber(today) && (pause.to === null || dayNumber(today) <= dayNumber(pause.to))) {
    return { reason: 'pause', since: pause.from };
  }
  const silence = inFlight > 0 ? findSilence(days, today) : null;
  return silence && { reason: 'silence', since: dayAfterLastDone(silence), workingDays: silence.workingDays };
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
