import { useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../app/use-me.ts';
import { workOf, type Criterion, type Item, type Team, type Work } from '../story/item.ts';
import { useAll } from '../sync/use-store.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { homeWorks, type HomeWork } from './home-works.ts';

/** The open items of whoever is signed in, of all teams, in the order of Home. */
export function useHomeWorks(teams: readonly Team[]): readonly HomeWork[] {
  const me = useMe();
  const stories = useAll('story');
  const tasks = useAll('task');
  const placements = useAll('placement');
  const criteria = useAll('criterion');
  const now = useSyncExternalStore(everyMinute, minuteNow);
  return useMemo(() => {
    const own = new Map<string, Item>(
      [...stories, ...tasks].filter((item) => item.ownerId === me.id).map((item) => [item.id, item]),
    );
    const criteriaOf = Map.groupBy<string, Criterion>(
      criteria.filter(({ storyId }) => own.has(storyId)),
      (criterion) => criterion.storyId,
    );
    const works = placements.flatMap((placement): Work[] => {
      const item = own.get(placement.id);
      return item === undefined ? [] : [workOf(item, placement, criteriaOf.get(item.id) ?? [])];
    });
    return homeWorks(works, new Map(teams.map((team) => [team.id, team])), me.id, now);
  }, [stories, tasks, placements, criteria, teams, me.id, now]);
}
