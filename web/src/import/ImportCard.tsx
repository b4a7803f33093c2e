import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useState } from 'react';
import { usePersonName } from '../idea/use-person-name.ts';
import { useEntity } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import styles from './ImportCard.module.css';
import { pileWords } from './pile-words.ts';
import { UndoImport } from './UndoImport.tsx';

type Import = EntityOf<'import'>;

const figures = new Intl.NumberFormat('en');

export function ImportCard({ entry }: { readonly entry: Import }) {
  const { fileName, teamId, startedBy, startedAt, finishedAt, undoneAt, total, done } = entry;
  const team = useEntity('team', teamId);
  const by = usePersonName(startedBy);
  const [asking, setAsking] = useState(false);
  const isRunning = finishedAt === null && undoneAt === null;
  const isUndone = undoneAt !== null;
  const report = reportOf(entry);
  return (
    <article className={styles.card} aria-label={`Import of ${fileName}`}>
      <header className={styles.header}>
        <div className={styles.words}>
          <h3 className={styles.name}>{fileName}</h3>
          <p className={styles.note}>
            {team !== undefined && `For ${team.name}, `}
            {by !== null && `by ${by}, `}
            <RelativeTime time={startedAt} />
          </p>
        </div>
        {isUndone && <Badge>Undone</Badge>}
        {!isUndone && (
          <Button size="small" aria-label={`Undo the import of ${fileName}`} onClick={() => setAsking(true)}>
            Undo
          </Button>
        )}
      </header>
      {isRunning && (
        <ProgressBar label="Reading" done={done} total={total} figures={`${figures.format(done)} of ${figures.format(total)}`} />
      )}
      {report.length > 0 && (
        <dl className={styles.report}>
          {report.map(({ label, count }) => (
            <div key={label} className={styles.figure}>
              <dt>{label}</dt>
              <dd>{figures.format(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      {asking && <UndoImport entry={entry} onClose={() => setAsking(false)} />}
    </article>
  );
}

function reportOf({ counts, piles }: Import): readonly { readonly label: string; readonly count: number }[] {
  const { created, updated, unchanged, skipped } = counts;
  const all = [
    ...Object.entries({ created, updated, unchanged, skipped }),
    ...Object.entries(piles).map(([pile, count]) => [pileWords[pile] ?? pile, count] as const),
  ];
  return all.filter(([, count]) => count > 0).map(([label, count]) => ({ label, count }));
}
