import { useMemo } from 'react';
import { useMe } from '../app/use-me.ts';
import { workOf, type Criterion, type Question, type Story, type Team, type Work } from '../story/item.ts';
import { useAll } from '../sync/use-store.ts';
import { askedOf, type Asked } from './asked-of-me.ts';

/** What others wait for from whoever is signed in. */
export function useAsked(teams: readonly Team[]): readonly Asked[] {
  const me = useMe();
  const stories = useAll('story');
  const placements = useAll('placement');
  const criteria = useAll('criterion');
  const questions = useAll('question');
  return useMemo(() => {
    const teamOf = new Map<string, Team>(teams.map((team) => [team.id, team]));
    const open = new Map(placements.filter((one) => one.doneAt === null && one.droppedAt === null).map((one) => [one.id, one]));
    const shown = new Map<string, Story>(stories.filter(({ id }) => open.has(id)).map((story) => [story.id, story]));
    const criteriaOf = Map.groupBy<string, Criterion>(
      criteria.filter(({ storyId }) => shown.has(storyId)),
      ({ storyId }) => storyId,
    );
    const questionsOf = Map.groupBy<string, Question>(
      questions.filter(({ storyId }) => shown.has(storyId)),
      ({ storyId }) => storyId,
    );
    const works = [...open.values()].flatMap((placement): Work[] => {
      const story = shown.get(placement.id);
      if (story === undefined) return [];
      const parts = { criteria: criteriaOf.get(story.id) ?? [], questions: questionsOf.get(story.id) ?? [] };
      return [workOf(story, placement, { ...parts, team: teamOf.get(placement.teamId) })];
    });
    return askedOf(me.id, works, questions, teamOf);
  }, [stories, placements, criteria, questions, teams, me.id]);
}
