import { useSyncExternalStore } from 'react';
import { ageInWords } from './age-in-words.ts';
import { everyMinute, minuteNow } from './minute-clock.ts';

// Made once: making one costs a hundred times as much as using it, and a list has a time in every row.
const wholeDate = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

export interface RelativeTimeProps {
  /** An ISO time in UTC. */
  readonly time: string;
  /** `short` for columns ("3 d"), `long` for sentences ("3 days ago"). */
  readonly look?: 'short' | 'long';
}

/** How long ago, or how long until; the whole date on pointing at it. It counts on by itself. */
export function RelativeTime({ time, look = 'long' }: RelativeTimeProps) {
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const at = Date.parse(time);
  return (
    <time dateTime={time} title={wholeDate.format(at)}>
      {ageInWords(now - at, look)}
    </time>
  );
}
