/** When an item may be committed. No schemas: the gate, the server and the browser read this file. */
import type { Criterion } from './criterion.ts';
import type { Question } from './question.ts';
import { storyPoints, type ReadinessPoint, type StoryPoint } from './ready-points.ts';
import type { Story } from './story.ts';
import type { Task } from './task.ts';

/** What is there when a point is met. */
export const readinessWords: Readonly<Record<ReadinessPoint, string>> = {
  persona: 'who has the problem',
  need: 'what they are trying to do',
  benefit: 'why it matters to them',
  criterion: 'at least one acceptance criterion',
  outcome: 'its outcome, or why there is no metric',
  questions: 'an answer to every open question',
  read: 'somebody else who has read it',
  design: 'a design read',
  why: 'why it has to be done',
};

/** What is to be done for a point that is not met, as an act. */
export const readinessActs: Readonly<Record<ReadinessPoint, string>> = {
  persona: 'say who has the problem',
  need: 'say what they are trying to do',
  benefit: 'say why it matters to them',
  criterion: 'add at least one acceptance criterion',
  outcome: 'name its outcome, or say why there is no metric',
  questions: 'answer the open questions',
  read: 'have it read by another member',
  design: 'have its design read',
  why: 'say why it has to be done',
};

export interface Readiness {
  readonly ready: boolean;
  /** The points that apply, in order, each met or not. */
  readonly points: readonly { readonly point: ReadinessPoint; readonly met: boolean }[];
  readonly missing: readonly ReadinessPoint[];
}

export interface StoryParts {
  readonly criteria: readonly Criterion[];
  readonly questions: readonly Question[];
  /** The team whose refinement it is in. */
  readonly team: { readonly readyPoints: readonly StoryPoint[]; readonly memberIds: readonly string[] };
}

export function storyReadiness(story: Story, { criteria, questions, team }: StoryParts): Readiness {
  const met: Readonly<Record<StoryPoint, boolean>> = {
    persona: story.personaId !== null,
    need: story.need !== '',
    benefit: story.benefit !== '',
    criterion: criteria.length > 0,
    outcome: story.outcome !== null,
    questions: questions.every((question) => question.answeredAt !== null),
    read: story.read !== null,
    design: story.designRead !== null,
  };
  const asked = storyPoints.filter((point) => team.readyPoints.includes(point) && !isWaived(point, team));
  return readinessOf(asked.map((point) => ({ point, met: met[point] })));
}

/** In a team of one there is nobody else to read it. */
function isWaived(point: StoryPoint, team: StoryParts['team']): boolean {
  return (point === 'read' || point === 'design') && team.memberIds.length <= 1;
}

export function taskReadiness(task: Task): Readiness {
  return readinessOf([{ point: 'why', met: task.why !== '' }]);
}

function readinessOf(points: Readiness['points']): Readiness {
  const missing = points.filter((entry) => !entry.met).map((entry) => entry.point);
  return { ready: missing.length === 0, points, missing };
}
