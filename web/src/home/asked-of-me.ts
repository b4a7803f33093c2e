// What others wait for from somebody, though it is not theirs: a story to read, a question to answer, criteria to verify. Pure.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { isStory, type Question, type Team, type Work } from '../story/item.ts';

export interface Asked {
  /** Unique among what is asked. */
  readonly id: string;
  readonly kind: 'answer' | 'read' | 'verify';
  readonly work: Work;
  readonly team: Team;
  /** What it is about, where that is not the item itself. */
  readonly words: string | null;
  /** Since when it waits, ISO 8601. */
  readonly since: string;
}

const order: readonly Asked['kind'][] = ['answer', 'read', 'verify'];

/**
 * Open questions that one owns; stories of one's teams that lack nothing but a reader, and that one did not word; stories in
 * progress in one's teams of which some criteria are verified and others wait. Answers first, each kind by how long it waits.
 */
export function askedOf(
  meId: string,
  works: readonly Work[],
  questions: readonly Question[],
  teams: ReadonlyMap<string, Team>,
): readonly Asked[] {
  const byStory = Map.groupBy<string, Question>(
    questions.filter(({ ownerId, answeredAt }) => ownerId === meId && answeredAt === null),
    ({ storyId }) => storyId,
  );
  const asked = works.flatMap((work): Asked[] => {
    const team = teams.get(work.placement.teamId);
    if (team === undefined || !isStory(work.item)) return [];
    const stage = stageOf(work.placement, team);
    if (stage === 'done' || stage === 'wont_do' || stage === 'parked') return [];
    const answers = (byStory.get(work.id) ?? []).map(({ id, text, askedAt }): Asked => {
      return { id, kind: 'answer', work, team, words: text, since: askedAt };
    });
    if (!team.memberIds.some((id) => id === meId)) return answers;
    if (stage === 'refinement' && lacksReader(work) && work.item.wordedBy !== meId) {
      answers.push({ id: `${work.id} read`, kind: 'read', work, team, words: null, since: work.placement.enteredStepAt });
    }
    if (stage === 'in_progress' && work.progress !== null && work.progress.passed < work.progress.total) {
      const words = `${work.progress.passed} of ${work.progress.total} seen to work`;
      answers.push({ id: `${work.id} verify`, kind: 'verify', work, team, words, since: work.placement.enteredStepAt });
    }
    return answers;
  });
  return asked.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.since < b.since ? -1 : 1));
}

function lacksReader({ readiness }: Work): boolean {
  return readiness.missing.length > 0 && readiness.missing.every((point) => point === 'read' || point === 'design');
}
