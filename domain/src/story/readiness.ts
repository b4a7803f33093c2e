/** When an item may be committed. No schemas: the gate, the server and the browser read this file. */
import type { Criterion } from './criterion.ts';
import type { Story } from './story.ts';
import type { Task } from './task.ts';

export const readinessPoints = ['persona', 'need', 'benefit', 'criterion', 'why'] as const;
export type ReadinessPoint = (typeof readinessPoints)[number];

export const readinessWords: Readonly<Record<ReadinessPoint, string>> = {
  persona: 'who has the problem',
  need: 'what they are trying to do',
  benefit: 'why it matters to them',
  criterion: 'at least one acceptance criterion',
  why: 'why it has to be done',
};

export interface Readiness {
  readonly ready: boolean;
  /** The points that apply, in order, each met or not. */
  readonly points: readonly { readonly point: ReadinessPoint; readonly met: boolean }[];
  readonly missing: readonly ReadinessPoint[];
}

export function storyReadiness(story: Story, criteria: readonly Criterion[]): Readiness {
  return readinessOf([
    { point: 'persona', met: story.persona !== '' },
    { point: 'need', met: story.need !== '' },
    { point: 'benefit', met: story.benefit !== '' },
    { point: 'criterion', met: criteria.length > 0 },
  ]);
}

export function taskReadiness(task: Task): Readiness {
  return readinessOf([{ point: 'why', met: task.why !== '' }]);
}

function readinessOf(points: Readiness['points']): Readiness {
  const missing = points.filter((entry) => !entry.met).map((entry) => entry.point);
  return { ready: missing.length === 0, points, missing };
}
