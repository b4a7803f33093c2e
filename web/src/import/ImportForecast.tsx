import type { SortedPiles } from '@shortlist/domain/import/import-piles.ts';
import { useEffect, useState } from 'react';
import type { Refused } from '../sync/send.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { FigureList } from '../ui/FigureList.tsx';
import { pileWords } from './pile-words.ts';
import { previewImport, type ImportPreview, type ImportWish } from './run-import.ts';
import styles from './StartImport.module.css';

export interface ImportForecastProps {
  readonly wish: ImportWish;
  readonly piles: SortedPiles;
  readonly wrong: readonly string[];
  /** Entries of the file that are no issues of their own. */
  readonly skipped: number;
}

const notesShown = 6;
/** Typing settles before the server is asked. */
const settleMs = 400;

/** What the import would make: the piles at once, and what of it is new as the server knows it. */
export function ImportForecast({ wish, piles, wrong, skipped }: ImportForecastProps) {
  const preview = usePreview(wish, wrong.length === 0);
  const counted = Object.entries(piles.counts).flatMap(([pile, count]) =>
    count > 0 ? [[pileWords[pile] ?? pile, String(count)] as const] : [],
  );
  const notes = piles.notes;
  return (
    <section aria-label="What the import would make" className={styles.forecast}>
      {wrong.length > 0 && <ErrorNotice problem={wrong.join(' ')} />}
      {preview !== null && 'refused' in preview && <ErrorNotice problem={preview.message} />}
      <FigureList figures={counted} />
      <p role="status" className={styles.quiet}>
        {preview === null && 'Comparing with what is here…'}
        {preview !== null && 'counts' in preview && inWords(preview, skipped)}
      </p>
      {notes.length > 0 && (
        <ul className={styles.quiet}>
          {notes.slice(0, notesShown).map(({ externalId, note }) => (
            <li key={`${externalId} ${note}`}>
              {externalId}: {note}
            </li>
          ))}
          {notes.length > notesShown && <li>and {notes.length - notesShown} more</li>}
        </ul>
      )}
    </section>
  );
}

function inWords({ counts }: ImportPreview, skipped: number): string {
  const left = counts.skipped + skipped;
  const parts = [`${counts.created} are new`, `${counts.updated} would be updated`, `${counts.unchanged} are here already`];
  return `${parts.join(', ')}${left > 0 ? `, ${left} skipped` : ''}.`;
}

function usePreview(wish: ImportWish, isAsked: boolean): ImportPreview | Refused | null {
  const { teamId, fileName, records } = wish;
  const key = JSON.stringify(wish.choice);
  const [answer, setAnswer] = useState<{ readonly to: unknown; readonly preview: ImportPreview | Refused } | null>(null);
  const question = `${teamId} ${fileName} ${records.length} ${key}`;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      // What was just written by `JSON.stringify`.
      const choice = JSON.parse(key) as ImportWish['choice'];
      void previewImport({ teamId, fileName, records, choice }, () => isWanted).then((preview) => {
        if (preview !== null) setAnswer({ to: question, preview });
      });
    }, settleMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [teamId, fileName, records, key, question, isAsked]);
  return answer?.to === question ? answer.preview : null;
}
