// Refinement of a team: what is being shaped, nearest to ready first. What is ready is committed from here.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { FilterField } from '../app/FilterField.tsx';
import { useOpenItem } from '../app/use-open-item.ts';
import { ItemDialogs } from '../backlog/ItemDialogs.tsx';
import { useItemActs } from '../backlog/use-item-acts.ts';
import { ListMenu } from '../list/ListMenu.tsx';
import { QueryProblems } from '../list/QueryProblems.tsx';
import { WorkList } from '../list/WorkList.tsx';
import { useListing, type PlaceRows } from '../list/use-listing.ts';
import { usePlaceMemory } from '../list/use-place-memory.ts';
import type { Row } from '../list/work-rows.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ViewMenu } from '../view/ViewMenu.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useCommands } from '../ui/use-commands.ts';
import type { Team, Work } from './item.ts';
import { NewTask } from './NewTask.tsx';
import { refinementCommands } from './refinement-commands.ts';

import { RefinementFill } from './RefinementFill.tsx';
import { RefinementRow } from './RefinementRow.tsx';
import { TeamPlace, TeamSwitch } from './TeamPlace.tsx';
import { useWorks } from './use-works.ts';

export function RefinementPage() {
  return <TeamPlace place="refinement">{(team) => <Refinement key={team.id} team={team} />}</TeamPlace>;
}

function Refinement({ team }: { readonly team: Team }) {
  const works = useWorks(team.id);
  const acts = useItemActs(team);
  const { open } = useOpenItem();
  const [adding, setAdding] = useState(false);
  const place = useMemo(() => shapedBy(team), [team]);
  const listing = useListing(place);
  const memory = usePlaceMemory(`refinement ${team.id}`);
  const shaped = useMemo(() => works.filter(({ placement }) => stageOf(placement, team) === 'refinement'), [works, team]);
  useCommands(refinementCommands, () => ({ mayShape: acts.mayShape, newTask: () => setAdding(true) }));
  const ready = shaped.filter(({ readiness }) => readiness.ready).length;

  return (
    <>
      <PageHeader
        title="Refinement"
        beside={
          <>
            <TeamSwitch place="refinement" team={team} />
            <ViewMenu place="refinement" />
          </>
        }
        note={
          shaped.length === 0 ? 'Being shaped until they are ready.' : `${ready} of ${shaped.length} ready, the nearest first.`
        }
        actions={
          <>
            <FilterField label="Filter refinement" asks />
            <ListMenu groupings={['owner', 'size', 'type', 'label']} sorts={['age', 'moved', 'size', 'owner', 'title']} />
            {acts.mayShape && (
              <Button icon={<Plus size={16} />} keys="n" onClick={() => setAdding(true)}>
                New task
              </Button>
            )}
          </>
        }
      />
      <RefinementFill team={team} shaped={shaped} />
      <QueryProblems listing={listing} />
      <WorkList
        label="In refinement"
        listing={listing}
        acts={acts}
        memory={memory}
        empty={
          <EmptyState
            sentence="Stories and tasks come here from a review and are shaped until they say who, what and why. What is ready goes through the gate onto the backlog."
            {...(acts.mayShape && { action: { label: 'New task', keys: 'n', run: () => setAdding(true) } })}
          />
        }
      >
        {drawnRow}
      </WorkList>
      {adding && <NewTask team={team} onClose={() => setAdding(false)} onMade={open} />}
      <ItemDialogs acts={acts} />
    </>
  );
}

const drawnRow = (work: Work) => <RefinementRow work={work} />;

/** The nearest to ready first; among equals what came first. */
function shapedBy(team: Team): PlaceRows {
  return {
    where: (row) => row.teamId === team.id && row.stage === 'refinement',
    order: (a, b) => missingShare(a) - missingShare(b) || (a.movedAt < b.movedAt ? -1 : a.movedAt > b.movedAt ? 1 : 0),
  };
}

function missingShare({ work }: Row): number {
  return work === null ? 1 : work.readiness.missing.length / work.readiness.points.length;
}
