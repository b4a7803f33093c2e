/** Dates and lengths of time as they are typed in a query. */

const dayMs = 86_400_000;
const unitDays: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** `14d`, `2w`, `3m` (30 days each), `1y` in days; null for anything else. */
export function spanDays(text: string): number | null {
  const [, count, unit] = /^(\d{1,4})([dwmy])$/i.exec(text) ?? [];
  const days = unit === undefined ? undefined : unitDays[unit.toLowerCase()];
  return days === undefined ? null : Number(count) * days;
}

/** The first day that a date means and the first day after it: `2026-01-31`, `2026-01`, `2026`, `today`, `yesterday`, `-14d`. */
export function daySpan(text: string, today: string): { readonly from: string; readonly until: string } | null {
  const word = text.toLowerCase();
  if (word === 'today') return { from: today, until: daysAfter(today, 1) };
  if (word === 'yesterday') return { from: daysAfter(today, -1), until: today };
  const ago = word.startsWith('-') ? spanDays(word.slice(1)) : null;
  if (ago !== null) return { from: daysAfter(today, -ago), until: daysAfter(today, 1 - ago) };
  const [, year, month, day] = /^([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(word) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { from: `${year}-01-01`, until: `${Number(year) + 1}-01-01` };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) {
    const next = Number(month) === 12 ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`;
    return { from: `${year}-${month}-01`, until: `${next}-01` };
  }
  const date = `${year}-${month}-${day}`;
  // A day that its month does not have comes back as another.
  return daysAfter(date, 0) === date ? { from: date, until: daysAfter(date, 1) } : null;
}

function daysAfter(date: string, days: number): string {
  const ms = Date.parse(date);
  return Number.isNaN(ms) ? '' : new Date(ms + days * dayMs).toISOString().slice(0, 10);
}

/** Whole days from an instant to another. */
export function wholeDays(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / dayMs);
}
