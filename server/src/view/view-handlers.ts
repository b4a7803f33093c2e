/** Saved views: the shared ones, and each member's own. */
import { editView, noView, removeView, saveView, type SharedView } from '@shortlist/domain/view/view-decide.ts';
import { memberOf } from '@shortlist/domain/decision.ts';
import { lockOne, readWhere } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';

export const viewHandlers: Pick<Handlers, 'view.save' | 'view.edit' | 'view.remove' | 'view.list'> = {
  'view.save': async ({ trx, workspaceId, context }, input) => {
    const madeBy = memberOf(context.actor);
    const own = await readWhere(trx, 'ownview', workspaceId, { madeBy }, 'createdAt');
    const shared = await readWhere(trx, 'view', workspaceId, { madeBy }, 'createdAt');
    return saveView({ mine: own.length + shared.length }, input, context);
  },

  'view.edit': async (scope, input) => {
    const before = await lockView(scope, input.viewId);
    return before === null ? noView(input.viewId) : editView(before, input, scope.context);
  },

  'view.remove': async (scope, input) => {
    const before = await lockView(scope, input.viewId);
    return before === null ? noView(input.viewId) : removeView(before, scope.context);
  },

  'view.list': async ({ db, workspaceId, context }) => {
    const { memberId } = context.actor;
    const shared = await readWhere(db, 'view', workspaceId, {}, 'createdAt');
    const own = memberId === null ? [] : await readWhere(db, 'ownview', workspaceId, { madeBy: memberId }, 'createdAt');
    return {
      items: [...shared.map((view) => ({ view, shared: true })), ...own.map((view) => ({ view, shared: false }))],
      next: null,
    };
  },
};

async function lockView({ trx, workspaceId }: CommandScope, id: string): Promise<SharedView | null> {
  const shared = await lockOne(trx, 'view', workspaceId, id);
  if (shared !== undefined) return { view: shared, shared: true };
  const own = await lockOne(trx, 'ownview', workspaceId, id);
  return own === undefined ? null : { view: own, shared: false };
}
