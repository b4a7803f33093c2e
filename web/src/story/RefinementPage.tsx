// Refinement of a team: what is being shaped, nearest to ready first. What is ready is committed from here.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { FilterField } from '../app/FilterField.tsx';
import { matcherOf } from '../app/matches-text.ts';
import { useOpenItem } from '../app/use-open-item.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { ItemDialogs } from '../backlog/ItemDialogs.tsx';
import { useItemActs } from '../backlog/use-item-acts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { List } from '../ui/List.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useCommands } from '../ui/use-commands.ts';
import type { Team, Work } from './item.ts';
import { itemCommands } from './item-commands.ts';
import { NewTask } from './NewTask.tsx';
import { refinementCommands } from './refinement-commands.ts';
import { RefinementRow } from './RefinementRow.tsx';
import { TeamPlace, TeamSwitch } from './TeamPlace.tsx';
import { useWorks } from './use-works.ts';

export function RefinementPage() {
  return <TeamPlace place="refinement">{(team) => <Refinement key={team.id} team={team} />}</TeamPlace>;
}

const idOf = (work: Work) => work.id;

function Refinement({ team }: { readonly team: Team }) {
  const works = useWorks(team.id);
  const acts = useItemActs(team);
  const { handle, open, openPage, peek } = useOpenItem();
  const [typed, setTyped] = useSearchText('q');
  const [adding, setAdding] = useState(false);
  const shaped = useMemo(() => nearestToReadyFirst(works, team), [works, team]);
  const shown = useMemo(() => {
    const matches = matcherOf(typed);
    return shaped.filter(({ item }) => matches(`${item.handle} ${item.title}`));
  }, [shaped, typed]);
  useCommands(refinementCommands, () => ({ mayShape: acts.mayShape, newTask: () => setAdding(true) }));
  const ready = shaped.filter(({ readiness }) => readiness.ready).length;

  return (
    <>
      <PageHeader
        title="Refinement"
        beside={<TeamSwitch place="refinement" team={team} />}
        note={
          shaped.length === 0 ? 'Being shaped until they are ready.' : `${ready} of ${shaped.length} ready, the nearest first.`
        }
        actions={
          <>
            <FilterField label="Filter refinement" />
            {acts.mayShape && (
              <Button icon={<Plus size={16} />} keys="n" onClick={() => setAdding(true)}>
                New task
              </Button>
            )}
          </>
        }
      />
      <List
        label="In refinement"
        items={shown}
        idOf={idOf}
        openId={shown.find(({ item }) => item.handle === handle)?.id ?? null}
        hasOpen={handle !== null}
        onOpen={({ item }) => open(item.handle)}
        onOpenPage={({ item }) => openPage(item.handle)}
        onPeek={({ item }) => peek(item.handle)}
        commands={{ set: itemCommands, contextOf: (chosen) => ({ acts, works: chosen }) }}
        menuLabelOf={({ item }) => `Acts on ${item.handle}`}
        tallOnPhone
        empty={
          typed === '' ? (
            <EmptyState
              sentence="Stories and tasks come here from a review and are shaped until they say who, what and why. What is ready goes through the gate onto the backlog."
              {...(acts.mayShape && { action: { label: 'New task', keys: 'n', run: () => setAdding(true) } })}
            />
          ) : (
            <EmptyState sentence={`Nothing here has “${typed}” in it.`} action={{ label: 'Show all', run: () => setTyped('') }} />
          )
        }
      >
        {(work) => <RefinementRow work={work} />}
      </List>
      {adding && <NewTask team={team} onClose={() => setAdding(false)} onMade={open} />}
      <ItemDialogs acts={acts} />
    </>
  );
}

function nearestToReadyFirst(works: readonly Work[], team: Team): readonly Work[] {
  return works
    .filter(({ placement }) => stageOf(placement, team) === 'refinement')
    .toSorted((a, b) => missingShare(a) - missingShare(b) || (a.placement.enteredStepAt < b.placement.enteredStepAt ? -1 : 1));
}

function missingShare({ readiness }: Work): number {
  return readiness.missing.length / readiness.points.length;
}
