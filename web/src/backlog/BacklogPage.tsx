// The backlog of a team: its window, what is in progress, what is committed next, and what was done.
import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react';
import { FilterField } from '../app/FilterField.tsx';
import { useOpenItem } from '../app/use-open-item.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { backlogCommands } from '../board/board-commands.ts';
import { compareOnBoard, isOnBoard } from '../board/board-columns.ts';
import { LaneMenu } from '../board/LaneMenu.tsx';
import { ListMenu } from '../list/ListMenu.tsx';
import { QueryProblems } from '../list/QueryProblems.tsx';
import { useListing, type PlaceRows } from '../list/use-listing.ts';
import { usePlaceMemory } from '../list/use-place-memory.ts';
import type { Team, Work } from '../story/item.ts';
import { TeamPlace, TeamSwitch } from '../story/TeamPlace.tsx';
import { useWorks } from '../story/use-works.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { ViewMenu } from '../view/ViewMenu.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { compareInFlow, endedLatestFirst } from './backlog-order.ts';
import { BacklogList } from './BacklogList.tsx';
import { DoneRecently } from './DoneRecently.tsx';
import { ItemDialogs } from './ItemDialogs.tsx';
import { TeamWindow } from './TeamWindow.tsx';
import { useItemActs } from './use-item-acts.ts';

const Board = lazy(async () => ({ default: (await import('../board/Board.tsx')).Board }));

export function BacklogPage() {
  return <TeamPlace place="backlog">{(team) => <Backlog key={team.id} team={team} />}</TeamPlace>;
}

function Backlog({ team }: { readonly team: Team }) {
  const works = useWorks(team.id);
  const acts = useItemActs(team);
  const { open } = useOpenItem();
  const memory = usePlaceMemory(`backlog ${team.id}`);
  const [layout, setLayout] = useSearchText('layout');
  const [lanes] = useSearchText('lanes');
  const isBoard = layout === 'board';
  const today = useSyncExternalStore(everyMinute, thisDay);
  const place = useMemo(() => (isBoard ? onBoard(team, new Date(today).toISOString()) : onBacklog(team)), [team, isBoard, today]);
  const listing = useListing(place);
  const show = (next: 'list' | 'board') => setLayout(next === 'board' ? 'board' : '');
  useCommands(backlogCommands, () => ({ isBoard, toggle: () => show(isBoard ? 'list' : 'board') }));
  const ended = useMemo(() => endedLatestFirst(works), [works]);
  const openWork = (id: string) => {
    const work = works.find((one: Work) => one.id === id);
    if (work === undefined) return;
    memory.onCursor(id);
    open(work.item.handle);
  };
  return (
    <>
      <PageHeader
        title="Backlog"
        beside={
          <>
            <TeamSwitch place="backlog" team={team} />
            <ViewMenu place="backlog" />
          </>
        }
        note="A promise, not a wish list: only what the window holds."
        actions={
          <>
            <FilterField label="Filter the backlog" asks />
            {isBoard ? (
              <LaneMenu />
            ) : (
              <ListMenu
                groupings={['step', 'owner', 'size', 'type', 'label', 'none']}
                sorts={['age', 'moved', 'size', 'owner', 'title']}
              />
            )}
            <SegmentedControl
              label="Layout"
              value={isBoard ? 'board' : 'list'}
              segments={[
                { value: 'list', label: 'List' },
                { value: 'board', label: 'Board' },
              ]}
              onChange={show}
            />
          </>
        }
      />
      <TeamWindow team={team} works={works} onOpen={openWork} />
      <QueryProblems listing={listing} />
      {isBoard ? (
        <Suspense>
          <Board listing={listing} acts={acts} memory={memory} byOwner={lanes === 'owner'} />
        </Suspense>
      ) : (
        <BacklogList listing={listing} acts={acts} memory={memory} />
      )}
      {!isBoard && <DoneRecently rows={ended} acts={acts} />}
      <ItemDialogs acts={acts} />
    </>
  );
}

/** What is in progress and what is committed next, step by step. */
function onBacklog(team: Team): PlaceRows {
  const compare = compareInFlow(team);
  return {
    where: ({ teamId, stage }) => teamId === team.id && (stage === 'todo' || stage === 'in_progress'),
    order: (a, b) => (a.work === null || b.work === null ? 0 : compare(a.work.placement, b.work.placement)),
    sectionOf: ({ standsIn }) => standsIn,
  };
}

function onBoard(team: Team, now: string): PlaceRows {
  return { where: (row) => isOnBoard(row, team, now), order: compareOnBoard };
}

function thisDay(): number {
  return Math.floor(minuteNow() / 86_400_000) * 86_400_000;
}
