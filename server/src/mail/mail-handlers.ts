/** Mails: gathered from what people did not read, taken by who sends them, settled, ended. */
import { gatherMail, settleMail, takeMail, unsubscribeMail } from '@shortlist/domain/mail/mail-decide.ts';
import type { Waiting } from '@shortlist/domain/mail/mail-waiting.ts';
import type { Mail } from '@shortlist/domain/mail/mail.ts';
import { newSettings } from '@shortlist/domain/notice/settings-decide.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { sql } from 'kysely';
import { fieldsOf, lockMany, lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { newUnsubscribeToken } from '../notice/unsubscribe-token.ts';
import { noticesWithWords } from '../notice/notices-with-words.ts';

type MailHandlers = Pick<Handlers, 'mail.gather' | 'mail.take' | 'mail.settle' | 'mail.unsubscribe'>;

/** So long the first notice waits for others, and for being read in the app. */
const gatherMinutes = 5;
/** At most one mail a person in so long. */
const betweenMinutes = 15;
/** What is older is found in the app; nobody is mailed about last week when mail is switched on. */
const notOlderMinutes = 24 * 60;
const keptDays = 30;
const peopleAtOnce = 50;
const mailsAtOnce = 10;

export const mailHandlers: MailHandlers = {
  'mail.gather': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    // One server process gathers at a time: this row is there as soon as there can be a notice.
    if ((await lockOne(trx, 'follower', workspaceId, 'notices')) === undefined) return { changes: [], value: { made: 0 } };
    const workspace = await readOne(trx, 'workspace', workspaceId, workspaceId);
    const { rows: old } = await sql<Pick<Mail, 'id'>>`
      select id from mail where workspace_id = ${workspaceId} and "dueAt" is null
        and "createdAt" < ${ago(scope, keptDays * 24 * 60)}::timestamptz limit 1000`.execute(trx);
    return gatherMail({ waiting: await readWaiting(scope), ...input, workspace: workspace?.name ?? '', old }, context);
  },

  'mail.take': async ({ trx, workspaceId, context }) => {
    const { rows } = await sql<Mail>`
      select ${fieldsOf('mail')} from mail
      where workspace_id = ${workspaceId} and "dueAt" <= ${context.now}::timestamptz
      order by "dueAt" limit ${mailsAtOnce} for update skip locked`.execute(trx);
    return takeMail({ due: rows }, context);
  },

  'mail.settle': async ({ trx, workspaceId, context }, input) => {
    const mail = await lockOne(trx, 'mail', workspaceId, input.mailId);
    return mail === undefined ? refuse('not_found', 'There is no such mail.') : settleMail({ mail }, input, context);
  },

  'mail.unsubscribe': async ({ trx, workspaceId }, { token }) => {
    const [found] = await readWhere(trx, 'noticeSettings', workspaceId, { unsubscribeToken: token }, 'id');
    const settings = found === undefined ? undefined : await lockOne(trx, 'noticeSettings', workspaceId, found.id);
    return unsubscribeMail({ settings: settings ?? null });
  },
};

/** People with something unread that is old enough, and no mail lately; with their settings, locked. */
async function readWaiting(scope: CommandScope): Promise<readonly Waiting[]> {
  const { trx, workspaceId } = scope;
  const { rows: people } = await sql<{ id: Waiting['settings']['id']; name: string; address: string }>`
    select member.id, member.name, login.email as address from member
    join login on login.workspace_id = member.workspace_id and login."memberId" = member.id
    left join "noticeSettings" as chosen on chosen.workspace_id = member.workspace_id and chosen.id = member.id
    where member.workspace_id = ${workspaceId} and member."removedAt" is null
      and (chosen."mailedAt" is null or chosen."mailedAt" <= ${ago(scope, betweenMinutes)}::timestamptz)
      and exists (
        select from notice
        where notice.workspace_id = member.workspace_id and notice."memberId" = member.id and notice."readAt" is null
          and notice.seq > coalesce(chosen."mailedUpTo", 0) and notice.at <= ${ago(scope, gatherMinutes)}::timestamptz
          and notice.at > ${ago(scope, notOlderMinutes)}::timestamptz)
    order by member.id limit ${peopleAtOnce}`.execute(trx);
  const locked = await lockMany(
    trx,
    'noticeSettings',
    workspaceId,
    people.map(({ id }) => id),
  );
  const waiting: Waiting[] = [];
  for (const { id, name, address } of people) {
    const settings = locked.find((one) => one.id === id) ?? newSettings(id, newUnsubscribeToken());
    const unread = sql<boolean>`notice."memberId" = ${id} and notice."readAt" is null and notice.seq > ${settings.mailedUpTo}
      and notice.at > ${ago(scope, notOlderMinutes)}::timestamptz`;
    const newestFirst = await noticesWithWords(trx, workspaceId, unread, 200);
    waiting.push({ settings, name, address, notices: newestFirst.toReversed() });
  }
  return waiting;
}

function ago({ context }: Pick<CommandScope, 'context'>, minutes: number): string {
  return new Date(Date.parse(context.now) - minutes * 60_000).toISOString();
}
