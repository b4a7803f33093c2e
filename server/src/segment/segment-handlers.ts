/** Segments: the named groups that rules ask about. */
import { askedAbout, createSegment, editSegment, removeSegment } from '@shortlist/domain/segment/segment-decide.ts';
import { isRefusal, refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import type { Segment } from '@shortlist/domain/segment/segment.ts';
import { sql } from 'kysely';
import { fieldsOf, readWhere } from '../db/load-entity.ts';
import { environmentsOf } from '../environment/environment-handlers.ts';
import { segmentFault } from '../flag/rules-fault.ts';
import type { CommandScope, Handlers } from '../handler.ts';

type SegmentHandlers = Pick<Handlers, 'segment.list' | 'segment.create' | 'segment.edit' | 'segment.remove'>;

export const segmentHandlers: SegmentHandlers = {
  'segment.list': async ({ db, workspaceId }) => ({
    items: [...(await readWhere(db, 'segment', workspaceId, {}, 'key'))],
    next: null,
  }),

  'segment.create': async ({ trx, workspaceId, context }, input) => {
    const segments = await readWhere(trx, 'segment', workspaceId, {}, 'key');
    const decision = createSegment({ segments }, input, context);
    return isRefusal(decision) ? decision : ((await faultOf({ trx, workspaceId }, decision.value)) ?? decision);
  },

  'segment.edit': async (scope, input) => {
    const segment = await lockSegment(scope, input.key);
    if (segment === undefined) return noSegment(input.key);
    const decision = editSegment({ segment }, input);
    return isRefusal(decision) ? decision : ((await faultOf(scope, decision.value)) ?? decision);
  },

  'segment.remove': async (scope, input) => {
    const segment = await lockSegment(scope, input.key);
    if (segment === undefined) return noSegment(input.key);
    return removeSegment({ segment, askedBy: await askedBy(scope, segment.key) });
  },
};

/** Why a segment may not be set from `after` back to `before`, either of them null where it was not there; else null. */
export async function refusalOfSegment(
  scope: CommandScope,
  { before, after }: { readonly before: Segment | null; readonly after: Segment | null },
): Promise<Refusal | null> {
  if (before === null) return after === null ? null : askedAbout({ segment: after, askedBy: await askedBy(scope, after.key) });
  const namesake = after === null && (await lockSegment(scope, before.key)) !== undefined;
  if (namesake) return refuse('conflict', `There is another segment ${before.key} by now. Change that one instead.`);
  return await faultOf(scope, before);
}

async function lockSegment({ trx, workspaceId }: CommandScope, key: string): Promise<Segment | undefined> {
  const { rows } = await sql<Segment>`
    select ${fieldsOf('segment')} from segment where workspace_id = ${workspaceId} and key = ${key} for update`.execute(trx);
  return rows[0];
}

/** Flags and segments whose rules have a clause about it, at any depth. */
async function askedBy({ trx, workspaceId }: CommandScope, key: string): Promise<readonly string[]> {
  const clause = '$.**.segment ? (@ == $key)';
  const named = JSON.stringify({ key });
  const { rows } = await sql<{ key: string }>`
    select key from flag where workspace_id = ${workspaceId}
      and (jsonb_path_exists(environments, ${clause}::jsonpath, ${named}::jsonb) or ladder ->> 'segment' = ${key})
    union all
    select key from segment where workspace_id = ${workspaceId}
      and jsonb_path_exists(rules, ${clause}::jsonpath, ${named}::jsonb)
    order by 1 limit 100`.execute(trx);
  return rows.map((row) => row.key);
}

async function faultOf(
  { trx, workspaceId }: Pick<CommandScope, 'trx' | 'workspaceId'>,
  segment: Segment,
): Promise<Refusal | null> {
  const environments = await environmentsOf(trx, workspaceId);
  const keys = environments.map((environment) => environment.key);
  return await segmentFault(trx, workspaceId, segment, keys);
}

function noSegment(key: string) {
  return refuse('not_found', `There is no segment ${key}. Look at the list of segments.`);
}
