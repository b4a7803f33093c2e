/** Sets a look on one screen of plain text: at most 24 lines of 80 columns, nothing that a terminal would act upon. */
import type { Look, LookMonth } from './look.ts';
import { rateInWords } from './look.ts';

const columns = 80;
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function lookLines(look: Look): string[] {
  return [
    heading(look),
    '',
    `  ${look.sentence}`,
    '',
    ...(look.total === 0 ? emptyLines() : [...figures(look), ...trend(look), '', ...advice(look)]),
  ].map((line) => fit(line, columns));
}

function heading(look: Look): string {
  const [first = 'no repository', ...others] = look.repositories;
  const where = others.length === 0 ? first : `${first} and ${others.length} more`;
  return `${fit(where, 50)} · ${count(look.total, 'issue')} · as of ${dayInWords(look.asOf)}`;
}

function emptyLines(): string[] {
  return ['  Is it the right file? This writes one with everything that counts:', ...exportCommand()];
}

/** Continued lines start at the margin: a space there would end the list of fields. */
function exportCommand(): string[] {
  return [
    '    gh issue list --state all --limit 100000 --json number,title,body,state,\\',
    'stateReason,url,author,assignees,labels,createdAt,updatedAt,closedAt,comments \\',
    '> issues.json',
  ];
}

function figures(look: Look): string[] {
  const { oldestOpen, medianAgeDays, notAnsweredShare } = look;
  const done = look.closed - look.wontDo;
  const labels = look.topLabels.map(({ label, count: times }) => `${printable(label)} ${times}`).join(' · ');
  return [
    row('Open', `${look.open}${look.bugs > 0 ? `, ${look.bugs} of them labelled as bugs` : ''}`),
    row('Closed', `${look.closed}${look.wontDo > 0 ? `: ${done} done, ${look.wontDo} as won’t do` : ''}`),
    row(
      'A month',
      `${rateInWords(look.openedPerMonth)} opened, ${rateInWords(look.finishedPerMonth)} finished (last ${look.rateDays} days)${growthInWords(look)}`,
    ),
    ...(medianAgeDays === null ? [] : [row('Age of the open', `half are older than ${ageInWords(medianAgeDays)}`)]),
    ...(oldestOpen === null
      ? []
      : [row('Oldest', `${ageInWords(oldestOpen.ageDays)}: #${oldestOpen.number} ${printable(oldestOpen.title)}`)]),
    ...(notAnsweredShare === null
      ? []
      : [row('Never answered', `${Math.round(notAnsweredShare * 100)} % of the open have no comment`)]),
    ...(labels === '' ? [] : [row('Labels', labels)]),
    '',
  ];
}

/** Of the figures as shown, so that the line adds up. */
function growthInWords(look: Look): string {
  const tenths = Math.round(look.openedPerMonth * 10) - Math.round(look.finishedPerMonth * 10);
  if (tenths === 0) return '';
  return `: ${rateInWords(Math.abs(tenths) / 10)} ${tenths > 0 ? 'more' : 'fewer'} each month`;
}

function trend(look: Look): string[] {
  const most = Math.max(1, ...look.trend.flatMap((month) => [month.opened, month.finished]));
  return [
    `  ${'Month'.padEnd(10)}${'opened'.padStart(7)}${'finished'.padStart(10)}  ${'+ opened'.padEnd(20)} = finished`,
    ...look.trend.map((month, index) => trendLine(month, most, index === look.trend.length - 1)),
  ];
}

function trendLine(month: LookMonth, most: number, isLast: boolean): string {
  const bar = (value: number, sign: string) => sign.repeat(Math.ceil((value / most) * 20));
  const figuresOfMonth = `${monthInWords(month.month).padEnd(10)}${String(month.opened).padStart(7)}${String(month.finished).padStart(10)}`;
  return `  ${figuresOfMonth}  ${bar(month.opened, '+').padEnd(20)} ${bar(month.finished, '=')}${isLast ? ' so far' : ''}`.trimEnd();
}

/** One honest remark about the file, then what an import would do. */
function advice(look: Look): string[] {
  const remark =
    look.closed === 0
      ? ['  Nothing is closed in this file, so it shows no rate. Was it exported with', '  --state all?']
      : look.total === 30 || look.total % 100 === 0
        ? [`  Exactly ${look.total} issues: the export may have stopped at its limit; raise --limit.`]
        : look.daysOld > 30
          ? [`  The newest time in the file is ${look.daysOld} days old; a fresh export tells more.`]
          : [];
  if (look.open === 0) return remark;
  return [
    ...remark,
    '  An import makes no backlog of it: what you name is in flight or next, the rest',
    '  waits as ideas, and most of those may be answered with a kind no.',
  ];
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(16)}${value}`;
}

function count(value: number, noun: string): string {
  return `${value} ${noun}${value === 1 ? '' : 's'}`;
}

function ageInWords(days: number): string {
  if (days >= 730) return `${Math.round((days / 365.25) * 10) / 10} years`;
  return days >= 90 ? `${Math.round(days / (365.25 / 12))} months` : count(Math.round(days), 'day');
}

function dayInWords(day: string): string {
  return `${Number(day.slice(8, 10))} ${monthInWords(day.slice(0, 7))}`;
}

function monthInWords(month: string): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** Without control characters, which could move the cursor, and without marks that turn the reading direction. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ');
}

/** Cuts a line to the width of a terminal, where East Asian letters and pictures take two columns. */
function fit(line: string, width: number): string {
  let used = 0;
  let kept = '';
  let beforeLast = '';
  for (const char of printable(line)) {
    used += widthOf(char);
    if (used > width) return `${beforeLast.trimEnd()}…`;
    kept += char;
    if (used < width) beforeLast = kept;
  }
  return kept;
}

function widthOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  // Counting a few narrow letters beyond as wide only cuts a line early; the punctuation we print ourselves is narrow.
  return code < 0x1100 || (code >= 0x2000 && code < 0x2600) ? 1 : 2;
}
