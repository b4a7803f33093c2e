/** What may be attached. No schemas: the browser reads this file. */

export const attachmentLimits = {
  fileBytes: 25 * 1024 * 1024,
  nameLength: 200,
  perSubject: 100,
  /** Files of one person that are received and not attached to anything yet; the hourly work removes them after a day. */
  waitingPerPerson: 100,
} as const;

/** Pictures that are shown in place; everything else is given out to be saved. */
export const shownPictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
