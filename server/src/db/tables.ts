/** One applied migration. */
export interface MigrationTable {
  readonly name: string;
  readonly sha256: string;
  readonly appliedAt: string;
}

/** Every table Kysely may name; columns equal the entities' fields. */
export interface Tables {
  readonly migration: MigrationTable;
}
