/** Links between work items, and where items are mentioned. */
import { addLink, removeLink } from '@shortlist/domain/link/link-decide.ts';
import type { Link } from '@shortlist/domain/link/link.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { sql } from 'kysely';
import { itemsOf } from '../backlog/backlog-queries.ts';
import { fieldsOf, lockMany, lockOne, readOne } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { noItem } from '../story/story-handlers.ts';
import { mentionsOf } from './mention-queries.ts';

type LinkHandlers = Pick<Handlers, 'link.add' | 'link.remove' | 'link.list' | 'mention.list'>;

export const linkHandlers: LinkHandlers = {
  'link.add': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    // Locked first, so that two who block each other at the same moment cannot make a ring.
    await lockOne(trx, 'workspace', workspaceId, workspaceId);
    const ends = await lockMany(trx, 'placement', workspaceId, [input.fromId, input.toId]);
    const missing = [input.fromId, input.toId].find((id) => !ends.some((one) => one.id === id));
    if (missing !== undefined) return noItem(missing);
    const links = await linksAround(scope, input.fromId, input.toId);
    const handles = await handlesOf(scope, [input.fromId, input.toId, ...links.flatMap(({ fromId, toId }) => [fromId, toId])]);
    return addLink({ links, handleOf: (id) => handles.get(id) ?? id }, input, context);
  },

  'link.remove': async ({ trx, workspaceId }, input) => {
    const link = await lockOne(trx, 'link', workspaceId, input.linkId);
    return link === undefined ? refuse('not_found', 'There is no such link. It may have been taken away.') : removeLink({ link });
  },

  'link.list': async ({ db, workspaceId }, { itemId }) => {
    if ((await readOne(db, 'placement', workspaceId, itemId)) === undefined) return noItem(itemId);
    const { rows: links } = await sql<Link>`
      select ${fieldsOf('link')} from link
      where workspace_id = ${workspaceId} and ("fromId" = ${itemId} or "toId" = ${itemId}) order by id`.execute(db);
    const otherOf = ({ fromId, toId }: Link) => (fromId === itemId ? toId : fromId);
    const { rows: placements } = await sql<Parameters<typeof itemsOf>[2][number]>`
      select ${fieldsOf('placement')} from placement
      where workspace_id = ${workspaceId} and id = any(${links.map(otherOf)})`.execute(db);
    const others = new Map((await itemsOf(db, workspaceId, placements)).map((one) => [one.item.id, one]));
    const items = links.flatMap((link) => {
      const other = others.get(otherOf(link));
      if (other === undefined) return [];
      const { id, handle, title } = other.item;
      const end = link.fromId === itemId ? ('from' as const) : ('to' as const);
      return [{ link, is: end, kind: link.kind, other: { id, handle, title, placement: other.placement } }];
    });
    return { items };
  },

  'mention.list': async ({ db, workspaceId }, input) => await mentionsOf(db, workspaceId, input),
};

/** All links of the two, and all of the workspace that block. */
async function linksAround({ trx, workspaceId }: CommandScope, fromId: string, toId: string): Promise<readonly Link[]> {
  const ends = [fromId, toId];
  const { rows } = await sql<Link>`
    select ${fieldsOf('link')} from link
    where workspace_id = ${workspaceId} and (kind = 'blocks' or "fromId" = any(${ends}) or "toId" = any(${ends}))
    order by id`.execute(trx);
  return rows;
}

async function handlesOf({ trx, workspaceId }: CommandScope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; handle: string }>`
    select id, handle from story where workspace_id = ${workspaceId} and id = any(${[...ids]})
    union all select id, handle from task where workspace_id = ${workspaceId} and id = any(${[...ids]})`.execute(trx);
  return new Map(rows.map(({ id, handle }) => [id, handle]));
}
