// Everything: one table of all ideas, stories and tasks, filtered, sorted and grouped as one likes.
import { compareBy, nextSort, writtenSort, type QuerySort } from '@shortlist/domain/query/query-sort.ts';
import { FilterField } from '../app/FilterField.tsx';
import { useMay } from '../app/use-may.ts';
import { useOpenItem } from '../app/use-open-item.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { useCapture } from '../idea/use-capture.ts';
import { QueryProblems } from '../list/QueryProblems.tsx';
import { useListing, type PlaceRows } from '../list/use-listing.ts';
import { addOlderIdeas, addOlderItems } from '../list/work-rows.ts';
import { useConnection } from '../sync/use-connection.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ViewMenu } from '../view/ViewMenu.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { EverythingTable } from './EverythingTable.tsx';
import { OlderIdeas, OlderItems } from './OlderPages.tsx';
import styles from './EverythingPage.module.css';

const figures = new Intl.NumberFormat('en');
const youngestFirst: QuerySort = { by: 'age', isReversed: false };
const all: PlaceRows = { where: () => true, order: compareBy(youngestFirst) };

export function EverythingPage() {
  const listing = useListing(all);
  const { rows, total, query, typed, setTyped } = listing;
  const { handle, open } = useOpenItem();
  const { state } = useConnection();
  const [, setSort] = useSearchText('sort');
  const sort = listing.sort ?? youngestFirst;
  const capture = useCapture();
  const mayCapture = useMay('capture');
  const count = query.isEmpty ? figures.format(total) : `${figures.format(rows.length)} of ${figures.format(total)}`;

  return (
    <>
      <OlderIdeas onPage={addOlderIdeas} />
      <OlderItems onPage={addOlderItems} />
      <PageHeader
        title="Everything"
        beside={
          <>
            <span className={styles.count}>{count}</span>
            <ViewMenu place="everything" />
          </>
        }
        actions={<FilterField label="Filter everything" asks />}
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
          sort={sort}
          onSort={(column) => setSort(writtenSort(nextSort(sort, column)))}
          openHandle={handle}
          onOpen={(row) => open(row.handle)}
        />
      )}
    </>
  );
}
