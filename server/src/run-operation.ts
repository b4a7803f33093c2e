/** THE ROAD: every read and every write, from wherever it comes, goes through `runOperation`. Callers only translate. */
import { createHash } from 'node:crypto';
import type { Actor, Change } from '@shortlist/domain/decision.ts';
import { deriveId } from '@shortlist/domain/derive-id.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import type { Command, Query } from '@shortlist/domain/operation.ts';
import { operations } from '@shortlist/domain/operations.ts';
import { isRefusal, refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { roleMay, scopeMay, type TokenScope } from '@shortlist/domain/workspace/roles.ts';
import { uuidv7 } from 'uuidv7';
import { applyChanges } from './changes/apply-changes.ts';
import { lastSeq, seqOfEntity } from './changes/read-changes.ts';
import type { Database } from './db/connect.ts';
import { switchedOff } from './feature-gate.ts';
import type { Handled } from './handler.ts';
import { handlers } from './handlers.ts';
import { rememberAnswer, replayOf, uuidPattern } from './idempotency.ts';
import { inTransaction, refusalOfDatabaseError } from './in-transaction.ts';
import { resolveReferences } from './resolve-references.ts';

export interface Road {
  readonly database: Database;
  /** ISO 8601, UTC, milliseconds. */
  readonly clock: () => string;
  /** Told after a commit that a workspace's feed has grown; a hint, never waited for. */
  readonly wake: (workspaceId: string) => void;
  /** The server was given a mail server. */
  readonly mailIsOn?: boolean;
}

/** Who calls. `nobody` may run what requires `anyone`. */
export type Caller =
  | { readonly kind: 'nobody'; readonly workspaceId: string; readonly via: Actor['via'] }
  | { readonly kind: 'known'; readonly actor: Actor; readonly scope: TokenScope; readonly sessionId: string | null };

/** This server itself, which may do everything. No request is ever taken for it. */
export interface SystemCaller {
  readonly kind: 'system';
  readonly workspaceId: string;
}

export interface CallOptions {
  /** Makes a retry harmless for seven days. A UUID also names the command, so that a browser's guess has the same ids. */
  readonly idempotencyKey?: string | undefined;
  /** The `seq` of the entity as the caller read it. */
  readonly ifMatch?: number | undefined;
}

export interface Answered {
  readonly value: unknown;
  /** Of the command's last change; for a query, the workspace's `seq` before it read. */
  readonly seq: number;
}

export async function runOperation(
  road: Road,
  caller: Caller | SystemCaller,
  name: string,
  rawInput: unknown,
  options: CallOptions = {},
): Promise<Answered | Refusal> {
  const operation = Object.hasOwn(operations, name)
    ? // The name was just found among the keys.
      (operations[name as keyof typeof operations] as Command | Query)
    : undefined;
  if (operation === undefined) {
    return refuse('unknown_operation', `There is no operation ${name.slice(0, 80)}. The list is at /api.`);
  }
  const forbidden = mayCall(caller, operation);
  if (forbidden !== null) return forbidden;
  try {
    const workspaceId = workspaceOf(caller);
    const off = caller.kind === 'known' ? await switchedOff(road.database.db, caller.actor, operation.name) : null;
    if (off !== null) return off;
    const resolved = await resolveReferences(road.database.db, workspaceId, rawInput ?? {});
    if (isRefusal(resolved)) return resolved;
    const parsed = operation.input.safeParse(resolved);
    if (!parsed.success) return invalidInput(parsed.error.issues);
    return operation.kind === 'query'
      ? await runQuery(road, caller, operation, parsed.data)
      : await runCommand(road, caller, operation, parsed.data, options);
  } catch (error) {
    const refusal = refusalOfDatabaseError(error);
    if (refusal !== null) return refusal;
    throw error;
  }
}

/** A refusal where this caller may not run the operation at all, whatever its input; else null. */
export function mayCall(caller: Caller | SystemCaller, operation: Command | Query): Refusal | null {
  if (operation.requires === 'anyone' || caller.kind === 'system') return null;
  if (caller.kind === 'nobody') return refuse('not_signed_in', 'Sign in first, or send a token as "Authorization: Bearer …".');
  if (operation.requires === 'system') {
    return refuse('not_allowed', `The server does this by itself (${operation.name}), and nobody else.`);
  }
  if (!roleMay(caller.actor.role, operation.requires)) {
    return refuse('not_allowed', `A ${caller.actor.role} may not do this (${operation.name}). Ask an admin for another role.`);
  }
  if (!scopeMay(caller.scope, operation.requires)) {
    return refuse(
      'not_allowed',
      `This token is for "${caller.scope}" only and may not do this (${operation.name}). Make another token.`,
    );
  }
  return null;
}

function invalidInput(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Refusal {
  const errors = issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  const first = errors[0];
  const where = first === undefined || first.path === '' ? 'the input' : first.path;
  return {
    refused: true,
    code: 'invalid_input',
    message: `The input does not fit: ${where}: ${first?.message ?? 'is wrong'}. Correct it and send it again.`,
    errors,
  };
}

async function runQuery(
  road: Road,
  caller: Caller | SystemCaller,
  operation: Query,
  input: unknown,
): Promise<Answered | Refusal> {
  const { db } = road.database;
  const workspaceId = workspaceOf(caller);
  // Read first: what the answer shows is then at least as new as `seq`.
  const seq = await lastSeq(db, workspaceId);
  const scope = { db, workspaceId, context: { actor: actorOf(caller), now: road.clock() }, mailIsOn: road.mailIsOn === true };
  // `Handlers` gives every name its own types; behind a name that is only known now, they are unknown.
  const handle = handlers[operation.name as 'team.list'] as (at: typeof scope, read: unknown) => Promise<unknown>;
  const value = await handle(scope, input);
  return isRefusal(value) ? value : { value, seq };
}

async function runCommand(
  road: Road,
  caller: Caller | SystemCaller,
  operation: Command,
  input: unknown,
  options: CallOptions,
): Promise<Answered | Refusal> {
  const unwritable = road.database.mayWrite();
  if (unwritable !== null) return refuse(road.database.state() === 'up' ? 'no_space' : 'database_down', unwritable);
  const workspaceId = workspaceOf(caller);
  const actor = actorOf(caller);
  const use = keyUse(actor, operation, input, options.idempotencyKey);
  const answer = await inTransaction(road.database.db, async (trx): Promise<Answered | Refusal> => {
    const replayed = use === null ? null : await replayOf(trx, workspaceId, use);
    if (replayed !== null) return replayed;
    const now = road.clock();
    const commandId = commandIdOf(operation, options.idempotencyKey);
    const context = {
      actor,
      now,
      newId: (kind: Parameters<typeof deriveId>[1], index = 0) => deriveId(commandId, kind, index),
    };
    const scope = { trx, workspaceId, context, sessionId: caller.kind === 'known' ? caller.sessionId : null };
    // As in runQuery.
    const handle = handlers[operation.name as 'team.create'] as unknown as (
      at: typeof scope,
      read: unknown,
    ) => Promise<Handled<unknown> | Refusal>;
    const handled = await handle(scope, input);
    if (isRefusal(handled)) return handled;
    const stale = await staleTarget(scope, operation, input, handled.changes, options.ifMatch);
    if (stale !== null) return stale;
    const seq = await applyChanges(trx, handled.changes, {
      workspaceId,
      at: now,
      by: handled.by ?? actor.memberId,
      via: actor.via,
      operation: operation.name,
      commandId,
    });
    const answered: Answered = { value: handled.value, seq };
    if (use !== null) await rememberAnswer(trx, workspaceId, use, operation.secret ? null : answered, now);
    return answered;
  });
  if (!isRefusal(answer)) road.wake(workspaceId);
  return answer;
}

/** Answers 412 when what the command replaces was changed after the caller read it. */
async function staleTarget(
  scope: { readonly trx: Parameters<typeof seqOfEntity>[0]; readonly workspaceId: string },
  operation: Command,
  input: unknown,
  changes: readonly Change[],
  ifMatch: number | undefined,
): Promise<Refusal | null> {
  if (ifMatch === undefined || operation.replaces === null) return null;
  // The operation's own schema has that field.
  const target = (input as Readonly<Record<string, unknown>>)[operation.replaces];
  // Flags, segments and environments are named by their key.
  const isTarget = ({ id, value }: Change): boolean =>
    id === target || (value !== null && 'key' in value && value.key === target);
  const replaced = changes.find(isTarget);
  if (replaced === undefined) return null;
  const seq = await seqOfEntity(scope.trx, scope.workspaceId, replaced.entity, replaced.id);
  if (seq <= ifMatch) return null;
  return refuse('stale', 'Someone changed this after you read it. Read it again, then repeat your change.', { seq });
}

function keyUse(actor: Actor, operation: Command, input: unknown, key: string | undefined) {
  if (key === undefined) return null;
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  return { key, memberId: actor.memberId ?? '', operation: operation.name, inputHash };
}

/** Ids of secrets are never the caller's to choose: a chosen one could name a row that is not the caller's. */
function commandIdOf(operation: Command, key: string | undefined): string {
  return key !== undefined && uuidPattern.test(key) && !operation.secret ? key.toLowerCase() : uuidv7();
}

function workspaceOf(caller: Caller | SystemCaller): string {
  return caller.kind === 'known' ? caller.actor.workspaceId : caller.workspaceId;
}

function actorOf(caller: Caller | SystemCaller): Actor {
  if (caller.kind === 'known') return caller.actor;
  // The id is the installation's own.
  const workspaceId = caller.workspaceId as Id<'workspace'>;
  if (caller.kind === 'system') return { workspaceId, memberId: null, role: 'owner', via: 'system' };
  // Nobody has the least role.
  return { workspaceId, memberId: null, role: 'viewer', via: caller.via };
}
