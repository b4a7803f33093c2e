/** What a handler is: it loads what a decision reads, locked, and calls the decision. It never writes. */
import type { Change, DecisionContext } from '@shortlist/domain/decision.ts';
import type { CommandName, OutputOf, ParsedInputOf, QueryName } from '@shortlist/domain/operations.ts';
import type { Refusal } from '@shortlist/domain/refusal.ts';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './db/tables.ts';

export interface CommandScope {
  readonly trx: Transaction<Tables>;
  readonly workspaceId: string;
  readonly context: DecisionContext;
  /** The session of the caller, if it is one. */
  readonly sessionId: string | null;
}

export interface QueryScope {
  readonly db: Kysely<Tables>;
  readonly workspaceId: string;
  readonly context: Pick<DecisionContext, 'actor' | 'now'>;
  /** Whether the server was given a mail server. */
  readonly mailIsOn: boolean;
}

export interface Handled<Value> {
  readonly changes: readonly Change[];
  readonly value: Value;
  /** Who did it, where that is not the caller: someone who joins has no login before. */
  readonly by?: string;
}

export type CommandHandler<Name extends CommandName> = (
  scope: CommandScope,
  input: ParsedInputOf<Name>,
) => Promise<Handled<OutputOf<Name>> | Refusal>;

export type QueryHandler<Name extends QueryName> = (
  scope: QueryScope,
  input: ParsedInputOf<Name>,
) => Promise<OutputOf<Name> | Refusal>;

/** One handler for each operation: a missing one does not compile. */
export type Handlers = { readonly [Name in CommandName]: CommandHandler<Name> } & {
  readonly [Name in QueryName]: QueryHandler<Name>;
};
