import { useSyncExternalStore } from 'react';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import styles from './CleanUp.module.css';
import { dayWords } from './removal-words.ts';

/** A day by which something should be gone; one that is past says so in a word too. */
export function DueDay({ day }: { readonly day: string }) {
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const isOver = new Date(now).toISOString().slice(0, 10) > day;
  return (
    <time dateTime={day} className={isOver ? styles.over : undefined}>
      {isOver ? `due ${dayWords(day)}` : dayWords(day)}
    </time>
  );
}
