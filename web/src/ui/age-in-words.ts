const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const steps = [
  { unit: 'minute', size: minute, until: hour, short: 'm' },
  { unit: 'hour', size: hour, until: day, short: 'h' },
  { unit: 'day', size: day, until: 14 * day, short: 'd' },
  { unit: 'week', size: 7 * day, until: 60 * day, short: 'w' },
  { unit: 'month', size: 30.44 * day, until: 365 * day, short: 'mo' },
  { unit: 'year', size: 365.25 * day, until: Number.POSITIVE_INFINITY, short: 'y' },
] as const;

/** Made with the first phrase: making it costs a millisecond, which a list of short ages does without. */
let phrases: Intl.RelativeTimeFormat | undefined;

/** The age in milliseconds as words: `short` is a figure with its unit ("3 d"), `long` a phrase ("3 days ago"). Negative is to come. */
export function ageInWords(age: number, look: 'short' | 'long'): string {
  const size = Math.abs(age);
  if (size < minute) return look === 'short' ? 'now' : 'just now';
  const step = steps.find(({ until }) => size < until) ?? steps[5];
  const count = Math.max(1, Math.floor(size / step.size));
  if (look === 'short') return `${age < 0 ? 'in ' : ''}${count} ${step.short}`;
  phrases ??= new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  return phrases.format(age < 0 ? count : -count, step.unit);
}
