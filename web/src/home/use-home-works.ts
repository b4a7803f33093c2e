import { useMemo } from 'react';
import { useMe } from '../app/use-me.ts';
import { workOf, type Criterion, type Item, type Question, type Team, type Work } from '../story/item.ts';
import { useAll } from '../sync/use-store.ts';
import { homeWorks, isOf, type HomeWork } from './home-works.ts';

/** The open items of whoever is signed in, of all teams, in the order of Home. */
export function useHomeWorks(teams: readonly Team[]): readonly HomeWork[] {
  const me = useMe();
  const stories = useAll('story');
  const tasks = useAll('task');
  const placements = useAll('placement');
  const criteria = useAll('criterion');
  const questions = useAll('question');
  return useMemo(() => {
    const own = new Map<string, Item>([...stories, ...tasks].filter((item) => isOf(item, me.id)).map((item) => [item.id, item]));
    const criteriaOf = Map.groupBy<string, Criterion>(
      criteria.filter(({ storyId }) => own.has(storyId)),
      (criterion) => criterion.storyId,
    );
    const questionsOf = Map.groupBy<string, Question>(
      questions.filter(({ storyId }) => own.has(storyId)),
      (question) => question.storyId,
    );
    const teamOf = new Map<string, Team>(teams.map((team) => [team.id, team]));
    const works = placements.flatMap((placement): Work[] => {
      const item = own.get(placement.id);
      if (item === undefined) return [];
      const parts = { criteria: criteriaOf.get(item.id) ?? [], questions: questionsOf.get(item.id) ?? [] };
      return [workOf(item, placement, { ...parts, team: teamOf.get(placement.teamId) })];
    });
    return homeWorks(works, teamOf, me.id);
  }, [stories, tasks, placements, criteria, questions, teams, me.id]);
}
