// Notices as rows: one for each idea or item, the one with the newest first.
import type { NoticeKind } from '@shortlist/domain/notice/notice-kinds.ts';
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

/** What happened, as a sentence without its end: "Mira Kay mentioned you". */
export function noticeWords({ notice, by }: ListedNotice): string {
  const who = by ?? 'Shortlist';
  return kindWords[notice.kind](who);
}

const kindWords: Readonly<Record<NoticeKind, (who: string) => string>> = {
  assigned: (who) => `${who} made you the owner`,
  mentioned: (who) => `${who} mentioned you`,
  replied: (who) => `${who} answered in your thread`,
  decided: (who) => `${who} decided`,
  failed: (who) => `${who} saw a criterion fail`,
  ready: () => 'It is ready',
  commented: (who) => `${who} commented`,
};
