// Everything: one table of all ideas, stories and tasks, filtered, sorted and grouped as one likes.
import { compareBy, nextSort, writtenSort, youngestFirst } from '@shortlist/domain/query/query-sort.ts';
import { Download } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { FilterField } from '../app/FilterField.tsx';
import { useMay } from '../app/use-may.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { useCapture } from '../idea/use-capture.ts';
import { QueryProblems } from '../list/QueryProblems.tsx';
import { useListing, type PlaceRows } from '../list/use-listing.ts';
import { ListMenu } from '../list/ListMenu.tsx';
import { addOlderIdeas, addOlderItems } from '../list/work-rows.ts';
import { useConnection } from '../sync/use-connection.ts';
import { IconButton } from '../ui/Button.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ViewMenu } from '../view/ViewMenu.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { columnsAsked, withColumn, type Column } from './columns.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { everythingCommands } from './everything-commands.ts';
import { saveAsCsv } from './save-as-csv.ts';
import { EverythingTable } from './EverythingTable.tsx';
import { OlderIdeas, OlderItems } from './OlderPages.tsx';
import styles from './EverythingPage.module.css';

type OlderPart = 'ideas' | 'items';

const figures = new Intl.NumberFormat('en');
const all: PlaceRows = { where: () => true, order: compareBy(youngestFirst) };

export function EverythingPage() {
  const listing = useListing(all);
  const { rows, total, query, typed, setTyped } = listing;
  const { state } = useConnection();
  const [, setSort] = useSearchText('sort');
  const [columnsText, setColumns] = useSearchText('columns');
  const columns = useMemo(() => columnsAsked(columnsText), [columnsText]);
  const [fetched, setFetched] = useState<readonly OlderPart[]>([]);
  const endOf = useCallback((part: OlderPart) => setFetched((parts) => (parts.includes(part) ? parts : [...parts, part])), []);
  const endIdeas = useCallback(() => endOf('ideas'), [endOf]);
  const endItems = useCallback(() => endOf('items'), [endOf]);
  const sort = listing.sort ?? youngestFirst;
  const toggle = (id: Column['id']) => setColumns(withColumn(columns, id));
  const save = () => saveAsCsv(rows, columns, fetched.length === 2);
  useCommands(everythingCommands, () => ({ shown: columns, toggle, save }));
  const capture = useCapture();
  const mayCapture = useMay('capture');
  const count = query.isEmpty ? figures.format(total) : `${figures.format(rows.length)} of ${figures.format(total)}`;

  return (
    <>
      <OlderIdeas onPage={addOlderIdeas} onEnd={endIdeas} />
      <OlderItems onPage={addOlderItems} onEnd={endItems} />
      <PageHeader
        title="Everything"
        beside={
          <>
            <span className={styles.count}>{count}</span>
            <ViewMenu place="everything" />
          </>
        }
        actions={
          <>
            <FilterField label="Filter everything" asks />
            <ListMenu
              groupings={['type', 'step', 'team', 'owner', 'size', 'label']}
              sorts={['age', 'moved', 'title', 'step', 'owner']}
            />
            <ColumnMenu shown={columns} onToggle={toggle} />
            <IconButton label="Save as CSV" keys="Shift+e" variant="quiet" icon={<Download size={16} />} onClick={save} />
          </>
        }
      />
      <QueryProblems listing={listing} />
      {total === 0 && state === 'loading' ? (
        <Skeleton label="Loading everything">
          <SkeletonRows />
        </Skeleton>
      ) : rows.length === 0 ? (
        total === 0 ? (
          <EmptyState
            sentence="Every idea, story and task of the workspace is listed here, the finished ones too."
            {...(mayCapture && { action: { label: 'Capture an idea', keys: 'c', run: capture.open } })}
          />
        ) : (
          <EmptyState
            sentence={`Nothing answers to “${typed}”.`}
            action={{ label: 'Show everything', run: () => setTyped('') }}
          />
        )
      ) : (
        <EverythingTable
          rows={rows}
          columns={columns}
          sort={sort}
          onSort={(column) => setSort(writtenSort(nextSort(sort, column)))}
          sectionOf={listing.sectionOf}
        />
      )}
    </>
  );
}
