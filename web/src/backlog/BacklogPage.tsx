// The backlog of a team: its window, what is in progress, what is committed next, and what was done.
import { useMemo, useState } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import type { Team, Work } from '../story/item.ts';
import { TeamPlace, TeamSwitch } from '../story/TeamPlace.tsx';
import { useWorks } from '../story/use-works.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { backlogOrder, endedLatestFirst } from './backlog-order.ts';
import { BacklogList } from './BacklogList.tsx';
import { DoneRecently } from './DoneRecently.tsx';
import { ItemDialogs } from './ItemDialogs.tsx';
import { TeamWindow } from './TeamWindow.tsx';
import { useItemActs } from './use-item-acts.ts';

export function BacklogPage() {
  return <TeamPlace place="backlog">{(team) => <Backlog key={team.id} team={team} />}</TeamPlace>;
}

function Backlog({ team }: { readonly team: Team }) {
  const works = useWorks(team.id);
  const acts = useItemActs(team);
  const { open } = useOpenItem();
  const [cursor, setCursor] = useState<string | null>(null);
  const rows = useMemo(() => backlogOrder(works, team), [works, team]);
  const ended = useMemo(() => endedLatestFirst(works), [works]);
  const openWork = (id: string) => {
    const work = works.find((one: Work) => one.id === id);
    if (work === undefined) return;
    setCursor(id);
    open(work.item.handle);
  };
  return (
    <>
      <PageHeader
        title="Backlog"
        beside={<TeamSwitch place="backlog" team={team} />}
        note="A promise, not a wish list: only what the window holds."
      />
      <TeamWindow team={team} works={works} onOpen={openWork} />
      <BacklogList rows={rows} acts={acts} cursor={cursor} onCursor={setCursor} />
      <DoneRecently rows={ended} acts={acts} />
      <ItemDialogs acts={acts} />
    </>
  );
}
