/** The closed lists of what a search answers. No schemas here: the browser reads this file. */

export const hitTypes = ['idea', 'story', 'task', 'criterion', 'text', 'evidence'] as const;
export type HitType = (typeof hitTypes)[number];

/** Where what was found stands: an idea waits, was refined, rejected or merged; an item is open, done or given up. */
export const hitStandings = ['open', 'refined', 'rejected', 'merged', 'done', 'dropped'] as const;
export type HitStanding = (typeof hitStandings)[number];
