// Notices as rows: one for each idea or item, the one with the newest first.
import type { OutputOf } from '@shortlist/domain/operations.ts';

export type ListedNotice = OutputOf<'notice.list'>['items'][number];

export interface NoticeGroup {
  /** Of the idea or item. */
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  /** The newest, which the row tells. */
  readonly latest: ListedNotice;
  readonly count: number;
  readonly unread: number;
}

/** `listed`: newest first. */
export function noticeGroups(listed: readonly ListedNotice[]): readonly NoticeGroup[] {
  const bySubject = Map.groupBy(listed, ({ notice }) => notice.subjectId);
  return [...bySubject].flatMap(([id, [latest, ...earlier]]) => {
    if (latest === undefined) return [];
    const all = [latest, ...earlier];
    const unread = all.filter(({ notice }) => notice.readAt === null).length;
    return [{ id, handle: latest.handle, title: latest.title, latest, count: all.length, unread }];
  });
}
