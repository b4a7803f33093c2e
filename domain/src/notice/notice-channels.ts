/** Where a member is told of what. No schemas: the browser reads this file. */
import type { NoticeKind } from './notice-kinds.ts';

/** `mail` is also in the app. */
export const channels = ['app', 'mail', 'none'] as const;
export type Channel = (typeof channels)[number];

export type Channels = Readonly<Partial<Record<NoticeKind, Channel>>>;

/** Until a member chooses: what is addressed to one comes by mail too, what one only follows does not. */
export const usualChannels: Readonly<Record<NoticeKind, Channel>> = {
  assigned: 'mail',
  joined: 'mail',
  mentioned: 'mail',
  replied: 'mail',
  decided: 'mail',
  failed: 'mail',
  found: 'mail',
  flag_back: 'mail',
  flag_late: 'mail',
  ready: 'app',
  leaving: 'mail',
  commented: 'app',
};

export function channelOf(chosen: Channels | undefined, kind: NoticeKind): Channel {
  return chosen?.[kind] ?? usualChannels[kind];
}

export interface QuietHours {
  /** `22:00`, in the member's zone; null: never quiet. */
  readonly quietFrom: string | null;
  /** `07:00`; at or before `quietFrom` it is of the next day. */
  readonly quietTo: string | null;
  /** IANA zone. */
  readonly timeZone: string;
}

/** Whether `now` (ISO 8601) lies within the quiet hours. */
export function isQuiet({ quietFrom, quietTo, timeZone }: QuietHours, now: string): boolean {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return false;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const time = clock.format(new Date(now));
  return quietFrom < quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo;
}

/** What happened, as a sentence without its end: "Mira Kay mentioned you". */
export function noticeWords(kind: NoticeKind, by: string | null): string {
  return kindWords[kind](by ?? 'Shortlist');
}

const kindWords: Readonly<Record<NoticeKind, (who: string) => string>> = {
  assigned: (who) => `${who} made you the owner`,
  joined: (who) => `${who} made you a collaborator`,
  mentioned: (who) => `${who} mentioned you`,
  replied: (who) => `${who} answered in your thread`,
  decided: (who) => `${who} decided`,
  failed: (who) => `${who} saw a criterion fail`,
  found: (who) => `${who} found something while trying it`,
  flag_back: () => 'It was gone from the code, and something asks for it again',
  flag_late: () => 'It should be gone from the code by now',
  leaving: () => 'It leaves refinement',
  ready: () => 'It is ready',
  commented: (who) => `${who} commented`,
};
