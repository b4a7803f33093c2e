/** How members stand to ideas and work items. */
import { noSubject, setFollowing } from '@shortlist/domain/notice/notice-decide.ts';
import { roleMay } from '@shortlist/domain/workspace/roles.ts';
import { memberOf } from '@shortlist/domain/decision.ts';
import { readWhere } from '../db/load-entity.ts';
import type { Handlers } from '../handler.ts';
import { readSubjects } from './read-subjects.ts';

export const followingHandlers: Pick<Handlers, 'following.set' | 'following.get'> = {
  'following.set': async ({ trx, workspaceId, context }, input) => {
    const { subjectId } = input;
    const subject = (await readSubjects(trx, workspaceId, [subjectId])).get(subjectId) ?? null;
    const memberId = memberOf(context.actor);
    const [following = null] = await readWhere(trx, 'following', workspaceId, { subjectId, memberId }, 'since');
    return setFollowing({ subject, following }, input, context);
  },

  'following.get': async ({ db, workspaceId, context }, { subjectId }) => {
    const subject = (await readSubjects(db, workspaceId, [subjectId])).get(subjectId);
    const { memberId, role } = context.actor;
    if (subject === undefined || memberId === null) return noSubject(subjectId);
    if (!roleMay(role, 'read') && (subject.kind !== 'idea' || subject.personId !== memberId)) return noSubject(subjectId);
    const [following] = await readWhere(db, 'following', workspaceId, { subjectId, memberId }, 'since');
    return { state: following?.state ?? 'left' };
  },
};
