/** What sending an item back to the parking lot reads: the item, the idea it was, and who made it. */
import type { ParkState } from '@shortlist/domain/backlog/park-decide.ts';
import type { Idea } from '@shortlist/domain/idea/idea.ts';
import { sql } from 'kysely';
import { drawHandle, fieldsOf, lockOne } from '../db/load-entity.ts';
import type { CommandScope } from '../handler.ts';

/** The team and the placement are locked already. Null where the item is gone. */
export async function parkState(scope: CommandScope, placed: Pick<ParkState, 'team' | 'placement'>): Promise<ParkState | null> {
  const { trx, workspaceId } = scope;
  const { placement } = placed;
  const item = await lockOne(trx, placement.kind, workspaceId, placement.id);
  if (item === undefined) return null;
  const idea = await ideaOf(scope, item.id);
  const handle = idea === null ? await drawHandle(trx, workspaceId, 'IDEA') : '';
  return { ...placed, item, idea, handle, suggesterId: await makerOf(scope, item.id, placed.team) };
}

/** The idea that was decided to become the item; of a story that was split off, that is another one's. */
async function ideaOf({ trx, workspaceId }: CommandScope, itemId: string): Promise<Idea | null> {
  const { rows } = await sql<Idea>`
    select ${fieldsOf('idea')} from idea
    where workspace_id = ${workspaceId} and decision ->> 'itemId' = ${itemId}
      and id in (
        select "ideaId" from story where workspace_id = ${workspaceId} and id = ${itemId}
        union select "ideaId" from task where workspace_id = ${workspaceId} and id = ${itemId}
        union select id from idea where workspace_id = ${workspaceId} and "itemId" = ${itemId})
    order by id for update`.execute(trx);
  return rows[0] ?? null;
}

/** Whoever made the item, else leads or owns: somebody hears back. */
async function makerOf(
  { trx, workspaceId, context }: CommandScope,
  itemId: string,
  team: ParkState['team'],
): Promise<ParkState['suggesterId']> {
  const { rows } = await sql<{ by: ParkState['suggesterId'] | null }>`
    select by from change where workspace_id = ${workspaceId} and subject = ${itemId} and by is not null
    order by seq limit 1`.execute(trx);
  const known = rows[0]?.by ?? context.actor.memberId ?? team.leadIds[0] ?? team.memberIds[0];
  if (known != null) return known;
  const { rows: owners } = await sql<{ id: ParkState['suggesterId'] }>`
    select id from member where workspace_id = ${workspaceId} and role = 'owner' and "removedAt" is null
    order by "joinedAt" limit 1`.execute(trx);
  const [owner] = owners;
  if (owner === undefined) throw new Error('a workspace has an owner');
  return owner.id;
}
