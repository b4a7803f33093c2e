// Imports: those under way with their progress, and what the others made, with a way to take it back.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useQuery } from '../sync/use-query.ts';
import { useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { FlagFiles } from '../flag-import/FlagFiles.tsx';
import { ImportCard } from './ImportCard.tsx';
import styles from '../workspace/Settings.module.css';
import { SettingsPart } from '../workspace/SettingsPart.tsx';

const StartImport = lazy(async () => ({ default: (await import('./StartImport.tsx')).StartImport }));

export function ImportSettings() {
  const live = useAll('import');
  const { value, refusal } = useQuery('import.list', { limit: 100 });
  const teams = useAll('team');
  const imports = useMemo(() => newestFirst(value?.items ?? [], live), [value, live]);
  const [isStarting, setStarting] = useState(false);
  return (
    <>
      <SettingsPart
        title="Imports"
        note="Open issues become ideas, what is finished becomes the record your rate is measured from."
        action={
          <Button variant="primary" disabled={teams.length === 0} onClick={() => setStarting(true)}>
            Import issues
          </Button>
        }
      >
        {refusal !== null && value === undefined && <ErrorNotice problem={refusal.message} />}
        {imports.map((one) => (
          <ImportCard key={one.id} entry={one} />
        ))}
        <p className={styles.quiet}>
          {imports.length === 0 && value !== undefined && 'Nothing was imported yet. '}
          {teams.length === 0 && 'Make a team first: what is imported is its work. '}The command line imports the same file with{' '}
          <code>shortlist import github</code>.
        </p>
        <Suspense>{isStarting && <StartImport onClose={() => setStarting(false)} />}</Suspense>
      </SettingsPart>
      <FlagFiles />
    </>
  );
}

type Import = EntityOf<'import'>;

/** What was asked for once, with what the feed has brought since. */
function newestFirst(asked: readonly Import[], live: readonly Import[]): readonly Import[] {
  const byId = new Map([...asked, ...live].map((one) => [one.id, one]));
  return [...byId.values()].toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}
