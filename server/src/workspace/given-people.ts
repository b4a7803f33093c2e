/** Whether people may be given what a command gives them. */
import { mayBeGiven, type Asks } from '@shortlist/domain/workspace/may-be-given.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import type { Refusal } from '@shortlist/domain/refusal.ts';
import { readOne } from '../db/load-entity.ts';
import type { CommandScope } from '../handler.ts';
import { noMember } from './refused-names.ts';

/** Null, or why the first of these may not; null and undefined name nobody at all. */
export async function refusedPeople(
  { trx, workspaceId }: CommandScope,
  ids: readonly (Id<'person'> | null | undefined)[],
  asks: Asks,
): Promise<Refusal | null> {
  for (const id of ids) {
    if (id == null) continue;
    const member = await readOne(trx, 'member', workspaceId, id);
    if (member === undefined || member.removedAt !== null) return noMember(id);
    const refused = mayBeGiven(member, asks);
    if (refused !== null) return refused;
  }
  return null;
}
