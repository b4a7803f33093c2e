// All rows: what is live at once, from the store; what ended long ago page by page, from the server.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useCallback, useMemo, useState } from 'react';
import { usePersonNames } from '../idea/use-person-name.ts';
import { useAll } from '../sync/use-store.ts';
import { ideaRow, itemRow, type EverythingRow } from './everything-rows.ts';

type Item = EntityOf<'story'> | EntityOf<'task'>;

export interface OlderItem {
  readonly item: Item;
  readonly placement: EntityOf<'placement'>;
}

export interface Older {
  readonly ideas: ReadonlyMap<string, EntityOf<'idea'>>;
  readonly items: ReadonlyMap<string, OlderItem>;
}

export interface Everything {
  readonly rows: readonly EverythingRow[];
  /** Takes in one page of what the server knows. */
  readonly addIdeas: (ideas: readonly EntityOf<'idea'>[]) => void;
  readonly addItems: (items: readonly OlderItem[]) => void;
}

export function useEverything(): Everything {
  const [older, setOlder] = useState<Older>({ ideas: new Map(), items: new Map() });
  const ideas = useAll('idea');
  const stories = useAll('story');
  const tasks = useAll('task');
  const placements = useAll('placement');
  const teams = useAll('team');
  const nameOf = usePersonNames();
  const addIdeas = useCallback((page: readonly EntityOf<'idea'>[]) => {
    setOlder((now) => ({ ...now, ideas: new Map([...now.ideas, ...page.map((idea) => [idea.id, idea] as const)]) }));
  }, []);
  const addItems = useCallback((page: readonly OlderItem[]) => {
    setOlder((now) => ({ ...now, items: new Map([...now.items, ...page.map((one) => [one.item.id, one] as const)]) }));
  }, []);

  const rows = useMemo(() => {
    const teamOf = new Map<string, EntityOf<'team'>>(teams.map((team) => [team.id, team]));
    const placementOf = new Map<string, EntityOf<'placement'>>(placements.map((placement) => [placement.id, placement]));
    const found = new Map<string, EverythingRow>();
    for (const idea of older.ideas.values()) found.set(idea.id, ideaRow(idea, nameOf));
    for (const { item, placement } of older.items.values())
      found.set(item.id, itemRow(item, placement, teamOf.get(placement.teamId), nameOf));
    // What is live is newer than what was asked for.
    for (const idea of ideas) found.set(idea.id, ideaRow(idea, nameOf));
    for (const item of [...stories, ...tasks]) {
      const placement = placementOf.get(item.id);
      const team = placement === undefined ? undefined : teamOf.get(placement.teamId);
      found.set(item.id, itemRow(item, placement, team, nameOf));
    }
    return [...found.values()];
  }, [older, ideas, stories, tasks, placements, teams, nameOf]);
  return { rows, addIdeas, addItems };
}
