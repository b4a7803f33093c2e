/** Places that views may be saved of. No schemas: the browser reads this file. */
export const viewPlaces = ['parking-lot', 'refinement', 'backlog', 'flags', 'everything'] as const;
export type ViewPlace = (typeof viewPlaces)[number];
