/** What a backup holds: every entity, from the list itself, and the few tables of the system beside them. */
import { entityNames } from '@shortlist/domain/entities.ts';

export interface BackupTable {
  readonly name: string;
  /** The columns of its primary key after `workspace_id`: rows are written in their order. */
  readonly key: readonly string[];
}

export const backupTables: readonly BackupTable[] = [
  ...entityNames.map((name) => ({ name, key: ['id'] })),
  { name: 'change', key: ['seq'] },
  { name: 'workspace_seq', key: [] },
  { name: 'handle_counter', key: ['kind'] },
  { name: 'idempotency_key', key: ['key'] },
  { name: 'received_file', key: ['id'] },
  { name: 'flag_count', key: ['environment', 'flagKey', 'hour', 'variant', 'ruleId'] },
  { name: 'flag_seen', key: ['environment', 'flagKey'] },
  { name: 'environment_key_used', key: ['environmentKeyId'] },
  { name: 'flag_outcome', key: ['environment', 'event', 'flagKey', 'hour', 'variant'] },
];

export const backupFormat = 1;
