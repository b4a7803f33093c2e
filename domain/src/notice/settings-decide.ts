/** How a member wants to be told. */
import { memberOf, put, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import { channelOf, type Channel } from './notice-channels.ts';
import { noticeKinds, type NoticeKind } from './notice-kinds.ts';
import type { NoticeSettings } from './notice.ts';

/** `token`: drawn by the server, kept once there is a row. */
export function newSettings(id: NoticeSettings['id'], token: string): NoticeSettings {
  return {
    id,
    channels: {},
    quietFrom: null,
    quietTo: null,
    timeZone: 'Etc/UTC',
    unsubscribeToken: token,
    mailedUpTo: 0,
    mailedAt: null,
  };
}

export interface ShownSettings extends Pick<NoticeSettings, 'quietFrom' | 'quietTo' | 'timeZone'> {
  readonly channels: Record<NoticeKind, Channel>;
}

/** With what is usual for every kind that was not chosen. */
export function shownSettings({ channels, quietFrom, quietTo, timeZone }: Omit<NoticeSettings, 'id'>): ShownSettings {
  // Every kind gets its channel.
  const all = Object.fromEntries(noticeKinds.map((kind) => [kind, channelOf(channels, kind)])) as Record<NoticeKind, Channel>;
  return { channels: all, quietFrom, quietTo, timeZone };
}

export function setNoticeSettings(
  { settings, zoneExists }: { readonly settings: NoticeSettings | null; readonly zoneExists: boolean },
  input: ParsedInputOf<'notice.set'>,
  context: DecisionContext & { readonly token: string },
): Decision<ShownSettings> {
  if (!zoneExists) {
    return refuse('invalid_input', `There is no time zone ${input.timeZone ?? ''}. Name one like Europe/Berlin.`);
  }
  const before = settings ?? newSettings(memberOf(context.actor), context.token);
  const { quiet } = input;
  const after: NoticeSettings = {
    ...before,
    channels: { ...before.channels, ...input.channels },
    ...(quiet !== undefined && { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null }),
    ...(input.timeZone !== undefined && { timeZone: input.timeZone }),
  };
  return { changes: [put('notice.settings_chosen', 'noticeSettings', after)], value: shownSettings(after) };
}
