/** What goes out by mail, when, and how often it is tried. */
import { put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import { channelOf, isQuiet } from '../notice/notice-channels.ts';
import { noticeKinds } from '../notice/notice-kinds.ts';
import type { NoticeSettings } from '../notice/notice.ts';
import { refuse } from '../refusal.ts';
import type { Mail } from './mail.ts';
import type { Waiting } from './mail-waiting.ts';
import { noticeMail } from './notice-mail.ts';

const minute = 60_000;
/** What follows each failed attempt, in minutes; after the last one it is given up. */
const pauses = [1, 5, 15, 60, 180, 480, 1440] as const;
/** For so long nobody else sends what was taken. Longer than a mail server may keep one waiting. */
const takenForMinutes = 10;

export interface GatherState {
  readonly waiting: readonly Waiting[];
  readonly origin: string;
  readonly workspace: string;
  /** Mails whose end is long ago. */
  readonly old: readonly Pick<Mail, 'id'>[];
}

/** One mail a person with all that waits. Within quiet hours it waits on; what was read meanwhile needs no mail. */
export function gatherMail(state: GatherState, context: DecisionContext): Decision<{ made: number }> {
  const changes: Change[] = state.old.map(({ id }) => remove('mail.forgotten', 'mail', id));
  let made = 0;
  for (const { settings, name, address, notices } of state.waiting) {
    if (isQuiet(settings, context.now)) continue;
    const told = notices.filter(({ notice }) => channelOf(settings.channels, notice.kind) === 'mail');
    const mailedUpTo = Math.max(settings.mailedUpTo, ...notices.map(({ notice }) => notice.seq));
    changes.push(
      put('notice.mailed', 'noticeSettings', {
        ...settings,
        mailedUpTo,
        ...(told.length > 0 && { mailedAt: context.now }),
      }),
    );
    if (told.length === 0) continue;
    const unsubscribe = `${state.origin}/unsubscribe/${settings.unsubscribeToken}`;
    const words = noticeMail({ name, workspace: state.workspace, origin: state.origin, unsubscribe, notices: told });
    const mail: Mail = {
      id: context.newId('mail', made),
      personId: settings.id,
      address,
      ...words,
      unsubscribe,
      createdAt: context.now,
      dueAt: context.now,
      attempts: 0,
      sentAt: null,
      error: null,
    };
    changes.push(put('mail.made', 'mail', mail));
    made += 1;
  }
  return { changes, value: { made } };
}

export function takeMail({ due }: { readonly due: readonly Mail[] }, context: DecisionContext): Decision<{ items: Mail[] }> {
  const dueAt = later(context.now, takenForMinutes);
  const items = due.map((mail) => ({ ...mail, dueAt, attempts: mail.attempts + 1 }));
  return { changes: items.map((mail) => put('mail.taken', 'mail', mail)), value: { items } };
}

export function settleMail(
  { mail }: { readonly mail: Mail },
  { error }: { readonly error: string | null },
  { now }: DecisionContext,
): Decision<Mail> {
  const pause = pauses[mail.attempts - 1];
  const settled: Mail =
    error === null
      ? { ...mail, sentAt: now, dueAt: null, error: null }
      : { ...mail, dueAt: pause === undefined ? null : later(now, pause), error };
  return { changes: [put(error === null ? 'mail.sent' : 'mail.failed', 'mail', settled)], value: settled };
}

export function unsubscribeMail({ settings }: { readonly settings: NoticeSettings | null }): Decision<{ ended: true }> {
  if (settings === null) return refuse('not_found', 'This link is not known here. Choose in Settings what comes by mail.');
  const byMail = noticeKinds.filter((kind) => channelOf(settings.channels, kind) === 'mail');
  const channels = { ...settings.channels, ...Object.fromEntries(byMail.map((kind) => [kind, 'app' as const])) };
  return { changes: [put('notice.unsubscribed', 'noticeSettings', { ...settings, channels })], value: { ended: true } };
}

function later(now: string, minutes: number): string {
  return new Date(Date.parse(now) + minutes * minute).toISOString();
}
