// The parking lot: undecided ideas, newest first. There is no way to rank them, and the page says so.
import { lazy, Suspense } from 'react';
import { FilterField } from '../app/FilterField.tsx';
import { useMay } from '../app/use-may.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { useFirstShown } from '../sync/use-first-shown.ts';
import { useConnection } from '../sync/use-connection.ts';
import { useList } from '../sync/use-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { IdeaList } from './IdeaList.tsx';
import { StartReview } from './StartReview.tsx';
import { undecidedIdeas } from './undecided-ideas.ts';
import { useCapture } from './use-capture.ts';
import { usePersonNames } from './use-person-name.ts';

const OwnIdeas = lazy(async () => ({ default: (await import('./OwnIdeas.tsx')).OwnIdeas }));
// Queries are asked for after the first list is shown.
const FilteredIdeas = lazy(async () => ({ default: (await import('../list/FilteredIdeas.tsx')).FilteredIdeas }));

const ViewMenu = lazy(async () => ({ default: (await import('../view/ViewMenu.tsx')).ViewMenu }));

export function ParkingLot() {
  if (useMay('read')) return <AllIdeas />;
  return (
    <Suspense>
      <OwnIdeas />
    </Suspense>
  );
}

function AllIdeas() {
  const ideas = useList(undecidedIdeas);
  const { state } = useConnection();
  const isFirstShown = useFirstShown();
  const [typed] = useSearchText('q');
  const [sort] = useSearchText('sort');
  const [group] = useSearchText('group');
  const asks = typed + sort + group !== '';
  const nameOf = usePersonNames();
  const mayCapture = useMay('capture');
  const capture = useCapture();
  const list = (
    <IdeaList
      ideas={ideas}
      nameOf={nameOf}
      empty={
        <EmptyState
          sentence="What is in somebody’s way belongs here, in a line. It waits for the next review, and whoever said it hears back."
          {...(mayCapture && { action: { label: 'Capture an idea', keys: 'c', run: capture.open } })}
        />
      }
    />
  );

  return (
    <>
      <PageHeader
        title="Parking lot"
        note="Newest first. It cannot be ranked, on purpose: a review decides."
        beside={
          // Its part is fetched after the first list, not beside it.
          <Suspense>{isFirstShown && <ViewMenu place="parking-lot" />}</Suspense>
        }
        actions={
          <>
            <FilterField label="Filter ideas" asks />
            <StartReview hasIdeas={ideas.length > 0} />
          </>
        }
      />
      {ideas.length === 0 && state === 'loading' ? (
        <Skeleton label="Loading ideas">
          <SkeletonRows />
        </Skeleton>
      ) : asks ? (
        <Suspense fallback={list}>
          <FilteredIdeas />
        </Suspense>
      ) : (
        list
      )}
    </>
  );
}
