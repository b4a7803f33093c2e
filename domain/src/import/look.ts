/** Says what is in a file of issues before anything is imported: how much is open, and how long that is at its own rate. */
import type { ImportRecord } from './import-record.ts';

const dayMs = 86_400_000;
const daysAMonth = 365.25 / 12;
/** The same days that the forecast learns from. */
const rateDays = 182;
/** A younger file is measured over its own age, but over no less than this. */
const leastRateDays = 28;
const trendMonths = 6;

export interface LookMonth {
  /** `2026-11`, in UTC. */
  readonly month: string;
  readonly opened: number;
  /** Closed as done. */
  readonly finished: number;
  readonly wontDo: number;
}

export interface Look {
  readonly repositories: readonly string[];
  /** The day the figures are measured up to: the newest time in the file, today if that lies ahead of it. `2026-11-20` */
  readonly asOf: string;
  /** Whole days from `asOf` to today. */
  readonly daysOld: number;
  readonly total: number;
  readonly open: number;
  /** All that is closed, `wontDo` included. */
  readonly closed: number;
  readonly wontDo: number;
  /** Open ones with a label that begins a word with *bug* or *defect*. */
  readonly bugs: number;
  /** Over how many days up to `asOf` the two rates are measured: 182, or the file's age if that is less, at least 28. */
  readonly rateDays: number;
  readonly openedPerMonth: number;
  /** Closed as done only; a month is 30.44 days. */
  readonly finishedPerMonth: number;
  /** `open / finishedPerMonth`; null where nothing was finished in those days. */
  readonly monthsOfWork: number | null;
  readonly oldestOpen: {
    readonly externalId: string;
    readonly number: number;
    readonly title: string;
    readonly ageDays: number;
  } | null;
  /** Of the open ones. */
  readonly medianAgeDays: number | null;
  /** Up to five of the open ones, the most frequent first. */
  readonly topLabels: readonly { readonly label: string; readonly count: number }[];
  /** Share of the open issues without any comment, 0 to 1; null where the file does not say or nothing is open. */
  readonly notAnsweredShare: number | null;
  /** Six months in UTC, the last one not over yet; fewer where the file begins later. */
  readonly trend: readonly LookMonth[];
  readonly sentence: string;
}

/** `today` is a date or an instant, ISO 8601. What lies after it counts in no rate. */
export function lookAt(records: readonly ImportRecord[], today: string): Look {
  const todayMs = Date.parse(today.length === 10 ? `${today}T23:59:59.999Z` : today);
  const newest = records.reduce((latest, record) => Math.max(latest, newestTime(record)), 0);
  // An old file is judged as of its own day: the time since then is not in it, and no sign of rest.
  const end = newest === 0 ? todayMs : Math.min(newest, todayMs);
  const open = records.filter((record) => record.state === 'open');
  const done = records.filter((record) => record.state === 'done');
  const wontDo = records.filter((record) => record.state === 'wont_do');
  const first = records.reduce((earliest, record) => Math.min(earliest, Date.parse(record.createdAt)), end);
  const days = Math.min(rateDays, Math.max(leastRateDays, Math.ceil((end - first) / dayMs)));
  const perMonth = (times: readonly (string | null)[]) => (countWithin(times, end - days * dayMs, end) / days) * daysAMonth;
  const finishedPerMonth = perMonth(done.map((record) => record.closedAt));
  const monthsOfWork = finishedPerMonth === 0 ? null : open.length / finishedPerMonth;
  const ages = open.map((record) => ageInDays(record, end)).sort((a, b) => a - b);
  return {
    repositories: [...new Set(records.map((record) => record.externalId.slice(0, record.externalId.lastIndexOf('#'))))],
    asOf: new Date(end).toISOString().slice(0, 10),
    daysOld: Math.max(0, Math.floor((todayMs - end) / dayMs)),
    total: records.length,
    open: open.length,
    closed: records.length - open.length,
    wontDo: wontDo.length,
    bugs: open.filter((record) => record.labels.some((label) => /(?<![a-z])(bug|defect)/i.test(label))).length,
    rateDays: days,
    openedPerMonth: perMonth(records.map((record) => record.createdAt)),
    finishedPerMonth,
    monthsOfWork,
    oldestOpen: oldestOf(open, end),
    medianAgeDays: medianOf(ages),
    topLabels: topLabelsOf(open),
    notAnsweredShare: notAnsweredShareOf(open),
    trend: trendOf(records, first, end),
    sentence: lookSentence({ total: records.length, open: open.length, finishedPerMonth, monthsOfWork, rateDays: days }),
  };
}

/** "312 open; you finish 11 a month: 28 months." */
export function lookSentence(look: Pick<Look, 'total' | 'open' | 'finishedPerMonth' | 'monthsOfWork' | 'rateDays'>): string {
  if (look.total === 0) return 'No issues in this file.';
  if (look.open === 0) return `Nothing open; you finish ${rateInWords(look.finishedPerMonth)} a month.`;
  if (look.monthsOfWork === null)
    return `${look.open} open; none was finished in the last ${look.rateDays} days, so there is no rate yet.`;
  return `${look.open} open; you finish ${rateInWords(look.finishedPerMonth)} a month: ${monthsInWords(look.monthsOfWork)}.`;
}

/** Whole from ten on, with one decimal below. */
export function rateInWords(rate: number): string {
  if (rate === 0) return '0';
  if (rate < 0.1) return 'less than 0.1';
  return rate >= 9.95 ? String(Math.round(rate)) : String(Math.round(rate * 10) / 10);
}

function monthsInWords(months: number): string {
  const whole = Math.round(months);
  if (whole < 1) return 'less than a month';
  return whole === 1 ? 'a month' : `${whole} months`;
}

function newestTime(record: ImportRecord): number {
  return Math.max(
    Date.parse(record.updatedAt),
    Date.parse(record.createdAt),
    record.closedAt === null ? 0 : Date.parse(record.closedAt),
  );
}

function countWithin(times: readonly (string | null)[], after: number, until: number): number {
  return times.filter((time) => time !== null && Date.parse(time) > after && Date.parse(time) <= until).length;
}

function ageInDays(record: ImportRecord, end: number): number {
  return Math.max(0, Math.floor((end - Date.parse(record.createdAt)) / dayMs));
}

function oldestOf(open: readonly ImportRecord[], end: number): Look['oldestOpen'] {
  const [first, ...rest] = open;
  if (first === undefined) return null;
  const oldest = rest.reduce((found, record) => (record.createdAt < found.createdAt ? record : found), first);
  return { externalId: oldest.externalId, number: oldest.number, title: oldest.title, ageDays: ageInDays(oldest, end) };
}

function medianOf(sorted: readonly number[]): number | null {
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  return high === undefined || low === undefined ? null : (high + low) / 2;
}

function topLabelsOf(open: readonly ImportRecord[]): Look['topLabels'] {
  const counts = new Map<string, number>();
  for (const label of open.flatMap((record) => record.labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, 5);
}

function notAnsweredShareOf(open: readonly ImportRecord[]): number | null {
  if (open.length === 0 || open.some((record) => record.commentCount === null)) return null;
  return open.filter((record) => record.commentCount === 0).length / open.length;
}

function trendOf(records: readonly ImportRecord[], first: number, end: number): LookMonth[] {
  const firstMonth = monthOf(new Date(first).toISOString());
  const last = new Date(end);
  const months: LookMonth[] = [];
  for (let back = trendMonths - 1; back >= 0; back -= 1) {
    const month = monthOf(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - back, 1)).toISOString());
    if (month < firstMonth) continue;
    const closed = records.filter((record) => record.closedAt !== null && monthOf(record.closedAt) === month);
    const finished = closed.filter((record) => record.state === 'done').length;
    const opened = records.filter((record) => monthOf(record.createdAt) === month).length;
    months.push({ month, opened, finished, wontDo: closed.length - finished });
  }
  return months;
}

function monthOf(instant: string): string {
  return instant.slice(0, 7);
}
