// The items of a team that are alive, each with its placement and readiness.
import { useMemo } from 'react';
import { useAll, useBy, useEntity } from '../sync/use-store.ts';
import { workOf, type Criterion, type Item, type Question, type Team, type Work } from './item.ts';

/** In no order. What was finished or given up more than 90 days ago is not among them. */
export function useWorks(teamId: Team['id']): readonly Work[] {
  const placements = useBy('placement', 'teamId', teamId);
  const stories = useAll('story');
  const tasks = useAll('task');
  const criteria = useAll('criterion');
  const questions = useAll('question');
  const team = useEntity('team', teamId);
  return useMemo(() => {
    const items = new Map<string, Item>([...stories, ...tasks].map((item) => [item.id, item]));
    const criteriaOf = Map.groupBy<string, Criterion>(criteria, (criterion) => criterion.storyId);
    const questionsOf = Map.groupBy<string, Question>(questions, (question) => question.storyId);
    return placements.flatMap((placement) => {
      const item = items.get(placement.id);
      if (item === undefined) return [];
      const { id } = placement;
      return [workOf(item, placement, { criteria: criteriaOf.get(id) ?? [], questions: questionsOf.get(id) ?? [], team })];
    });
  }, [placements, stories, tasks, criteria, questions, team]);
}
