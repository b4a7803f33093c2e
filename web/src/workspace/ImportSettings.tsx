// Imports: those under way with their progress, and what the others made, with a way to take it back.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useMemo } from 'react';
import { useQuery } from '../sync/use-query.ts';
import { useAll } from '../sync/use-store.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { ImportCard } from './ImportCard.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';

export function ImportSettings() {
  const live = useAll('import');
  const { value, refusal } = useQuery('import.list', { limit: 100 });
  const teams = useAll('team');
  const imports = useMemo(() => newestFirst(value?.items ?? [], live), [value, live]);
  const key = teams[0]?.key ?? 'TEAM';
  return (
    <SettingsPart
      title="Imports"
      note="Open issues become ideas, what is finished becomes the record your rate is measured from."
    >
      {refusal !== null && value === undefined && <ErrorNotice problem={refusal.message} />}
      {imports.map((one) => (
        <ImportCard key={one.id} entry={one} />
      ))}
      <p className={styles.quiet}>
        {imports.length === 0 && value !== undefined && 'Nothing was imported yet. '}A file of GitHub issues is brought from the
        command line; a second run updates and repeats nothing:
      </p>
      <pre className={styles.code}>
        <code>shortlist import github issues.json --team {key}</code>
      </pre>
    </SettingsPart>
  );
}

type Import = EntityOf<'import'>;

/** What was asked for once, with what the feed has brought since. */
function newestFirst(asked: readonly Import[], live: readonly Import[]): readonly Import[] {
  const byId = new Map([...asked, ...live].map((one) => [one.id, one]));
  return [...byId.values()].toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}
