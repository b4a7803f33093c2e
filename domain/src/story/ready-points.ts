/** The points of being ready. No schemas: the browser reads this file. */

/** What a team may require of a story, in the order in which it is shaped. */
export const storyPoints = ['persona', 'need', 'benefit', 'criterion', 'outcome', 'questions', 'read', 'design'] as const;
export type StoryPoint = (typeof storyPoints)[number];

export const readinessPoints = [...storyPoints, 'why'] as const;
export type ReadinessPoint = (typeof readinessPoints)[number];

/** What a new team requires: all but a design read. */
export const defaultReadyPoints: readonly StoryPoint[] = storyPoints.filter((point) => point !== 'design');
