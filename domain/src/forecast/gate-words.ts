// The sentences of the commit gate. One place, so that the app, the API, the command line and an agent say the same.
import type { GateVerdict, WindowFigures } from './gate.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The window in full: "Room for 11 at 85 % in 28 days; you hold 11 (4 in flight, 7 waiting). One more makes it 81 %." */
export function windowSentence(window: WindowFigures, oneMore: number | null): string {
  const room = `${roomWords(window)}; you hold ${holding(window)}.`;
  if (window.suppressed) return `${suppressedWords(window)}, so no date is given. The last room stands: ${lowerFirst(room)}`;
  return oneMore === null ? room : `${room} One more makes it ${percentWords(oneMore)}.`;
}

/** The window in a few words, for the meter: "11 of 11; done by 19 December at 85 %". */
export function meterSentence(window: WindowFigures): string {
  const count = `${window.n} of ${window.k}`;
  if (window.suppressed) return `${count}; ${lowerFirst(suppressedWords(window))}`;
  if (window.basis === 'declared') return `${count}; declared, not measured`;
  return `${count}; ${doneWords(window)}${earlyWords(window)}`;
}

/** What the gate says to somebody who wants to commit `count` more items, with the ways out. `probability` is that of finishing all of them in the window. */
export function commitSentence(window: WindowFigures, verdict: GateVerdict, count: number, probability: number | null): string {
  const total = window.n + count;
  const chance =
    probability === null ? '' : ` The chance to finish ${total} in ${window.windowDays} days is ${percentWords(probability)}.`;
  switch (verdict) {
    case 'accept':
      return `There is room: this makes it ${total} of ${window.k}.${chance}`;
    case 'amber':
      return `This goes over the window: ${total} of ${window.k}.${chance} A lead may commit it with a written reason; or swap something out, reject it, or send it back to refinement.`;
    case 'red':
      return `${fullWords(window, count)}${chance} Swap something out, reject it, or send it back to refinement.`;
    case 'declared_over':
      return `This makes it ${total} of ${window.k}, and that number is declared, not measured. Write a reason to go over it; or swap something out, reject it, or send it back to refinement.`;
    default:
      return verdict satisfies never;
  }
}

/** A share as whole percent, rounded down so that no sentence promises more than was found, and never beyond ">95 %" or "<5 %". */
export function percentWords(share: number): string {
  if (share > 0.95) return '>95 %';
  if (share < 0.05) return '<5 %';
  return `${Math.floor(share * 100 + 1e-6)} %`;
}

/** "19 December", with the year when it is not today's. Both `YYYY-MM-DD`. */
export function dateWords(date: string, today: string): string {
  const year = date.slice(0, 4);
  const words = `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
  return year === today.slice(0, 4) ? words : `${words} ${year}`;
}

function roomWords(window: WindowFigures): string {
  const { k, windowDays } = window;
  const level = percentWords(window.level);
  if (window.basis === 'declared') {
    const minimum = window.floored ? ' (minimum of 2)' : '';
    return `Room for ${k}${minimum} in ${windowDays} days, declared, not measured`;
  }
  const early = earlyWords(window);
  if (window.floored)
    return `Room for ${k} in ${windowDays} days (minimum of 2; your record gives ${window.measuredK ?? 0} at ${level})${early}`;
  if (window.capped) return `Room for ${k} in ${windowDays} days, the most your weekly rate allows${early}`;
  return `Room for ${k} at ${level} in ${windowDays} days${early}`;
}

function holding({ n, k, inFlight, waiting }: WindowFigures): string {
  if (n === 0) return 'nothing';
  const parts = [inFlight > 0 ? `${inFlight} in flight` : '', waiting > 0 ? `${waiting} waiting` : ''];
  const over = n > k ? `, ${n - k} too many` : '';
  return `${n} (${parts.filter((part) => part !== '').join(', ')})${over}`;
}

function doneWords(window: WindowFigures): string {
  const level = percentWords(window.level);
  if (window.n === 0) return 'nothing committed';
  if (window.doneBy === null) return `not done within 400 days at ${level}`;
  return `done by ${dateWords(window.doneBy, window.today)} at ${level}`;
}

function earlyWords({ basis, sampleSize }: WindowFigures): string {
  return basis === 'early' ? ` (early, ${countWords(sampleSize, 'completion')})` : '';
}

function suppressedWords({ suppressed, today }: WindowFigures): string {
  if (!suppressed) return '';
  if (suppressed.reason === 'pause') return `Paused since ${dateWords(suppressed.since, today)}`;
  return `Nothing finished for ${countWords(suppressed.workingDays, 'working day')}`;
}

function fullWords(window: WindowFigures, count: number): string {
  const left = window.k - window.n;
  if (left > 0) return `There is room for ${left} more, not for ${count}: ${meterSentence(window)}.`;
  const done = window.suppressed || window.doneBy === null ? '' : `, ${doneWords(window)}`;
  return `The window is full: ${window.n} of ${window.k}${done}.`;
}

function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
