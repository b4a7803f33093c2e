// Everything: one plain table of all ideas, stories and tasks.
import { useDeferredValue, useMemo } from 'react';
import { FilterField } from '../app/FilterField.tsx';
import { matcherOf } from '../app/matches-text.ts';
import { useMay } from '../app/use-may.ts';
import { useOpenItem } from '../app/use-open-item.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { useCapture } from '../idea/use-capture.ts';
import { useConnection } from '../sync/use-connection.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { nextSort, readSort, sortRows } from './everything-rows.ts';
import { EverythingTable } from './EverythingTable.tsx';
import { OlderIdeas, OlderItems } from './OlderPages.tsx';
import { useEverything } from './use-everything.ts';
import styles from './EverythingPage.module.css';

const figures = new Intl.NumberFormat('en');

export function EverythingPage() {
  const { rows, addIdeas, addItems } = useEverything();
  const { handle, open } = useOpenItem();
  const { state } = useConnection();
  const [typed, setTyped] = useSearchText('q');
  const [sortText, setSort] = useSearchText('sort');
  const filter = useDeferredValue(typed);
  const sort = readSort(sortText);
  const capture = useCapture();
  const mayCapture = useMay('capture');
  const sorted = useMemo(() => sortRows(rows, readSort(sortText)), [rows, sortText]);
  const shown = useMemo(() => {
    if (filter === '') return sorted;
    const matches = matcherOf(filter);
    return sorted.filter((row) => matches(`${row.handle} ${row.title} ${row.kind} ${row.stands} ${row.team} ${row.owner}`));
  }, [sorted, filter]);
  const count = filter === '' ? figures.format(rows.length) : `${figures.format(shown.length)} of ${figures.format(rows.length)}`;

  return (
    <>
      <OlderIdeas onPage={addIdeas} />
      <OlderItems onPage={addItems} />
      <PageHeader
        title="Everything"
        beside={<span className={styles.count}>{count}</span>}
        actions={<FilterField label="Filter everything" />}
      />
      {rows.length === 0 && state === 'loading' ? (
        <Skeleton label="Loading everything">
          <SkeletonRows />
        </Skeleton>
      ) : shown.length === 0 ? (
        filter === '' ? (
          <EmptyState
            sentence="Every idea, story and task of the workspace is listed here, the finished ones too."
            {...(mayCapture && { action: { label: 'Capture an idea', keys: 'c', run: capture.open } })}
          />
        ) : (
          <EmptyState
            sentence={`Nothing has “${filter}” in it.`}
            action={{ label: 'Show everything', run: () => setTyped('') }}
          />
        )
      ) : (
        <EverythingTable
          rows={shown}
          sort={sort}
          onSort={(column) => setSort(nextSort(sort, column))}
          openHandle={handle}
          onOpen={(row) => open(row.handle)}
        />
      )}
    </>
  );
}
