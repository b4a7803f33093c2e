// The parking lot: undecided ideas, newest first. There is no way to rank them, and the page says so.
import { useDeferredValue, useMemo } from 'react';
import { FilterField } from '../app/FilterField.tsx';
import { matcherOf } from '../app/matches-text.ts';
import { useMay } from '../app/use-may.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { useConnection } from '../sync/use-connection.ts';
import { useList, type ListSpec } from '../sync/use-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { IdeaList } from './IdeaList.tsx';
import { OwnIdeas } from './OwnIdeas.tsx';
import { StartReview } from './StartReview.tsx';
import { useCapture } from './use-capture.ts';
import { usePersonNames } from './use-person-name.ts';

const newestFirst: ListSpec<'idea'> = {
  entity: 'idea',
  where: (idea) => idea.decision === null,
  order: (a, b) => (a.capturedAt < b.capturedAt ? 1 : a.capturedAt > b.capturedAt ? -1 : 0),
};

export function ParkingLot() {
  return useMay('read') ? <AllIdeas /> : <OwnIdeas />;
}

function AllIdeas() {
  const ideas = useList(newestFirst);
  const { state } = useConnection();
  const [typed, setTyped] = useSearchText('q');
  const filter = useDeferredValue(typed);
  const nameOf = usePersonNames();
  const mayCapture = useMay('capture');
  const capture = useCapture();
  const shown = useMemo(() => {
    if (filter === '') return ideas;
    const matches = matcherOf(filter);
    return ideas.filter(({ handle: own, problem, context, suggesterId }) =>
      matches(`${own} ${problem} ${context ?? ''} ${nameOf(suggesterId) ?? ''}`),
    );
  }, [ideas, filter, nameOf]);

  return (
    <>
      <PageHeader
        title="Parking lot"
        note="Newest first. It cannot be ranked, on purpose: a review decides."
        actions={
          <>
            <FilterField label="Filter ideas" />
            <StartReview hasIdeas={ideas.length > 0} />
          </>
        }
      />
      {ideas.length === 0 && state === 'loading' ? (
        <Skeleton label="Loading ideas">
          <SkeletonRows />
        </Skeleton>
      ) : (
        <IdeaList
          ideas={shown}
          nameOf={nameOf}
          empty={
            filter === '' ? (
              <EmptyState
                sentence="What is in somebody’s way belongs here, in a line. It waits for the next review, and whoever said it hears back."
                {...(mayCapture && { action: { label: 'Capture an idea', keys: 'c', run: capture.open } })}
              />
            ) : (
              <EmptyState
                sentence={`No idea here has “${filter}” in it.`}
                action={{ label: 'Show all ideas', run: () => setTyped('') }}
              />
            )
          }
        />
      )}
    </>
  );
}
