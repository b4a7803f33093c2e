/** Every table Kysely may name. Entities' tables follow from their schemas; the drift test holds the migrations to them. */
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';

/** One applied migration. */
export interface MigrationTable {
  readonly name: string;
  readonly sha256: string;
  readonly appliedAt: string;
}

export interface InstallationTable {
  readonly only_one: boolean;
  readonly workspace_id: string;
  /** SHA-256 of the setup link's secret; null once it was used. */
  readonly setup_token_hash: string | null;
  readonly created_at: string;
}

export interface ChangeTable {
  readonly workspace_id: string;
  readonly seq: number;
  readonly event: string;
  readonly entity: string;
  readonly id: string;
  readonly subject: string;
  readonly value: Record<string, unknown> | null;
  readonly at: string;
  readonly by: string | null;
  readonly via: string;
  readonly operation: string;
  readonly command_id: string;
}

export interface IdempotencyKeyTable {
  readonly workspace_id: string;
  readonly key: string;
  readonly member_id: string;
  readonly operation: string;
  readonly input_hash: string;
  /** Null where the answer held a secret. */
  readonly answer: unknown;
  readonly seq: number;
  readonly at: string;
}

/** A file whose bytes are kept beside the database; it is an attachment once a row of that id says to what. */
export interface ReceivedFileTable {
  readonly workspace_id: string;
  readonly id: string;
  readonly member_id: string;
  readonly type: string;
  readonly size: number;
  readonly at: string;
}

export interface FlagCountTable {
  readonly workspace_id: string;
  readonly environment: string;
  readonly flagKey: string;
  readonly variant: string;
  readonly ruleId: string;
  /** The beginning of the hour. */
  readonly hour: string;
  readonly evaluations: number;
  readonly exposures: number;
}

export interface FlagSeenTable {
  readonly workspace_id: string;
  readonly environment: string;
  readonly flagKey: string;
  readonly lastEvaluatedAt: string;
}

/** Telemetry, like the counts: kept apart from the key itself, which travels with the workspace's changes. */
export interface EnvironmentKeyUsedTable {
  readonly workspace_id: string;
  readonly environmentKeyId: string;
  readonly lastUsedAt: string;
}

/** What tracked events came to for those who had got a variant. */
export interface FlagOutcomeTable {
  readonly workspace_id: string;
  readonly environment: string;
  readonly event: string;
  readonly flagKey: string;
  readonly variant: string;
  readonly hour: string;
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** A word that was written in some text, without case and accents. */
export interface SearchWordTable {
  readonly workspace_id: string;
  readonly word: string;
}

type EntityTables = {
  readonly [Name in EntityName]: EntityOf<Name> & { readonly workspace_id: string };
};

export interface Tables extends EntityTables {
  readonly migration: MigrationTable;
  readonly installation: InstallationTable;
  readonly workspace_seq: { readonly workspace_id: string; readonly seq: number };
  readonly handle_counter: { readonly workspace_id: string; readonly kind: string; readonly last: number };
  readonly change: ChangeTable;
  readonly idempotency_key: IdempotencyKeyTable;
  readonly received_file: ReceivedFileTable;
  readonly flag_count: FlagCountTable;
  readonly flag_seen: FlagSeenTable;
  readonly flag_outcome: FlagOutcomeTable;
  readonly search_word: SearchWordTable;
  /** Up to where the feed was read for them. */
  readonly search_words_read: { readonly workspace_id: string; readonly seq: number };
  readonly environment_key_used: EnvironmentKeyUsedTable;
}
