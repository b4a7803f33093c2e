/** How members want to be told. */
import { memberOf } from '@shortlist/domain/decision.ts';
import { newSettings, setNoticeSettings, shownSettings } from '@shortlist/domain/notice/settings-decide.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { isTimeZone } from '../workspace/time-zone.ts';
import { lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { Handlers } from '../handler.ts';
import { newUnsubscribeToken } from './unsubscribe-token.ts';

export const settingsHandlers: Pick<Handlers, 'notice.settings' | 'notice.set'> = {
  'notice.settings': async ({ db, workspaceId, context, mailIsOn }) => {
    const { memberId } = context.actor;
    if (memberId === null) return refuse('not_found', 'Only a member has settings.');
    const settings = (await readOne(db, 'noticeSettings', workspaceId, memberId)) ?? newSettings(memberId, '');
    const [login] = await readWhere(db, 'login', workspaceId, { memberId }, 'id');
    return { ...shownSettings(settings), address: login?.email ?? null, mailIsOn };
  },

  'notice.set': async ({ trx, workspaceId, context }, input) => {
    const settings = (await lockOne(trx, 'noticeSettings', workspaceId, memberOf(context.actor))) ?? null;
    const zoneExists = input.timeZone === undefined || isTimeZone(input.timeZone);
    return setNoticeSettings({ settings, zoneExists }, input, { ...context, token: newUnsubscribeToken() });
  },
};
