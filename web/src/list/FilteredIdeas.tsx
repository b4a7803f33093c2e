// The parking lot as a query, an order or a grouping asks for it.
import { compareBy } from '@shortlist/domain/query/query-sort.ts';
import { useMemo } from 'react';
import { IdeaList } from '../idea/IdeaList.tsx';
import { usePersonNames } from '../idea/use-person-name.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { QueryProblems } from './QueryProblems.tsx';
import { useListing, type PlaceRows } from './use-listing.ts';

const parked: PlaceRows = {
  where: ({ stage }) => stage === 'parking_lot',
  order: compareBy({ by: 'age', isReversed: false }),
};

export function FilteredIdeas() {
  const listing = useListing(parked);
  const nameOf = usePersonNames();
  const ideas = useMemo(() => listing.rows.flatMap(({ idea }) => (idea === null ? [] : [idea])), [listing.rows]);
  return (
    <>
      <QueryProblems listing={listing} />
      <IdeaList
        ideas={ideas}
        nameOf={nameOf}
        empty={
          <EmptyState
            sentence={`No idea here answers to “${listing.typed}”.`}
            action={{ label: 'Show all ideas', run: () => listing.setTyped('') }}
          />
        }
      />
    </>
  );
}
