import { useSyncExternalStore } from 'react';
import { ageInWords } from './age-in-words.ts';
import { everyMinute, minuteNow } from './minute-clock.ts';

export interface RelativeTimeProps {
  /** An ISO time in UTC. */
  readonly time: string;
  /** `short` for columns ("3 d"), `long` for sentences ("3 days ago"). */
  readonly look?: 'short' | 'long';
}

/** How long ago, or how long until; the whole date on pointing at it. It counts on by itself. */
export function RelativeTime({ time, look = 'long' }: RelativeTimeProps) {
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const date = new Date(time);
  const whole = date.toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <time dateTime={time} title={whole}>
      {ageInWords(now - date.getTime(), look)}
    </time>
  );
}
