// What is on the backlog, as a list: by step while in progress, in order while it waits.
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Listing } from '../list/use-listing.ts';
import type { PlaceMemory } from '../list/use-place-memory.ts';
import { WorkList } from '../list/WorkList.tsx';
import type { Work } from '../story/item.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BacklogRow } from './BacklogRow.tsx';
import type { ItemActs } from './use-item-acts.ts';
import { useMarks } from './use-marks.ts';

export interface BacklogListProps {
  readonly listing: Listing;
  readonly acts: ItemActs;
  readonly memory: PlaceMemory;
}

export function BacklogList({ listing, acts, memory }: BacklogListProps) {
  const { team } = acts;
  const { history } = useRouter();
  const marks = useMarks(team.id);
  const drawnRow = useCallback((work: Work) => <BacklogRow work={work} team={team} mark={marks.get(work.id)} />, [team, marks]);
  return (
    <WorkList
      label="On the backlog"
      listing={listing}
      acts={acts}
      memory={memory}
      empty={
        <EmptyState
          sentence="What you have promised to finish next stands here, as much as your own record says you can hold. Commit something that is ready."
          action={{ label: 'Go to refinement', keys: 'g f', run: () => history.push(`/refinement/${team.key}`) }}
        />
      }
    >
      {drawnRow}
    </WorkList>
  );
}
