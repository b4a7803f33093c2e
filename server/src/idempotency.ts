/** Idempotency keys: a retried command is answered as the first time, and done once. They live seven days. */
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './db/tables.ts';

/** A key of this form also names the command. */
export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const keepsMs = 7 * 24 * 60 * 60 * 1000;

export interface KeyUse {
  readonly key: string;
  readonly memberId: string;
  readonly operation: string;
  /** SHA-256 of the parsed input. */
  readonly inputHash: string;
}

interface Answered {
  readonly value: unknown;
  readonly seq: number;
}

/** The earlier answer to the same command, a refusal where the key was used otherwise, or null: it is new. */
export async function replayOf(trx: Transaction<Tables>, workspaceId: string, use: KeyUse): Promise<Answered | Refusal | null> {
  const { rows } = await sql<Partial<Tables['idempotency_key']> & { readonly isKept: boolean; readonly usedLongAgo: boolean }>`
    select kept.*, kept.key is not null as "isKept", exists (
      select 1 from change where workspace_id = ${workspaceId} and command_id = ${commandIdOf(use.key)}::uuid
    ) as "usedLongAgo"
    from (select 1) as one left join idempotency_key as kept on kept.workspace_id = ${workspaceId} and kept.key = ${use.key}`.execute(
    trx,
  );
  const [seen] = rows;
  if (seen === undefined || (!seen.isKept && !seen.usedLongAgo)) return null;
  // A command's UUID names what it made, so it must not come back after its key was forgotten.
  if (!seen.isKept) return refuse('already_done', 'This command was done already. Send a new idempotency key.');
  if (seen.member_id !== use.memberId || seen.operation !== use.operation || seen.input_hash !== use.inputHash) {
    return refuse('conflict', 'This idempotency key was used for another command. Send a new one.');
  }
  if (seen.answer === null) {
    return refuse(
      'already_done',
      'This was done already; its answer held a secret, which is shown only once. Make a new one if it was lost.',
    );
  }
  return { value: seen.answer, seq: seen.seq ?? 0 };
}

function commandIdOf(key: string): string | null {
  return uuidPattern.test(key) ? key.toLowerCase() : null;
}

/** `answered` null: the answer holds a secret and is not kept. A key used at the same moment fails on its primary key. */
export async function rememberAnswer(
  trx: Transaction<Tables>,
  workspaceId: string,
  use: KeyUse,
  answered: Answered | null,
  now: string,
): Promise<void> {
  await trx
    .insertInto('idempotency_key')
    .values({
      workspace_id: workspaceId,
      key: use.key,
      member_id: use.memberId,
      operation: use.operation,
      input_hash: use.inputHash,
      answer: answered === null ? null : JSON.stringify(answered.value),
      seq: answered?.seq ?? 0,
      at: now,
    })
    .execute();
}

/** Forgets keys older than seven days; the server runs it hourly. */
export async function forgetOldKeys(db: Kysely<Tables>, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - keepsMs).toISOString();
  await db.deleteFrom('idempotency_key').where('at', '<', before).execute();
}
