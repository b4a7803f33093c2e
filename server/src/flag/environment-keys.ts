/**
 * From a key's secret to the environment it opens. What was found is kept until that environment's keys change, by the secret itself, which
 * comes with every question: hashing it took a twentieth of one. How long a look takes tells nothing of the secrets that are kept, for
 * the tables of V8 compare whole hashes, made with a seed of the process.
 */
import type { KeyKind } from '@shortlist/domain/environment/environment-words.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { hashSecret } from '../workspace/secrets.ts';

export interface KeyHolder {
  readonly keyId: string;
  readonly kind: KeyKind;
  readonly environmentId: string;
  /** The environment's key, such as `production`. */
  readonly environment: string;
  /** Signs what is handed out in the key's name; it ends with the key. */
  readonly secretHash: string;
}

export class EnvironmentKeys {
  readonly #db: Kysely<Tables>;
  readonly #workspaceId: string;
  readonly #bySecret = new Map<string, KeyHolder>();
  readonly #byId = new Map<string, KeyHolder>();
  /** Grows with every forgetting, so that an answer that was on its way meanwhile is not kept. */
  #forgotten = 0;

  constructor(db: Kysely<Tables>, workspaceId: string) {
    this.#db = db;
    this.#workspaceId = workspaceId;
  }

  /** Null for a secret that opens nothing, or no more. */
  async find(secret: string): Promise<KeyHolder | null> {
    const known = this.known(secret);
    if (known !== undefined) return known;
    const forgotten = this.#forgotten;
    const holder = await this.#read('secretHash', hashSecret(secret));
    if (holder !== null && forgotten === this.#forgotten) this.#bySecret.set(secret, holder);
    return holder;
  }

  /** As `find`, without asking the database. */
  known(secret: string): KeyHolder | undefined {
    return this.#bySecret.get(secret);
  }

  async findById(keyId: string): Promise<KeyHolder | null> {
    return this.#byId.get(keyId) ?? (await this.#read('id', keyId));
  }

  async #read(column: 'id' | 'secretHash', value: string): Promise<KeyHolder | null> {
    const forgotten = this.#forgotten;
    const row = await this.#db
      .selectFrom('environmentKey')
      .innerJoin('environment', (join) =>
        join
          .onRef('environment.workspace_id', '=', 'environmentKey.workspace_id')
          .onRef('environment.id', '=', 'environmentKey.environmentId'),
      )
      .select([
        'environmentKey.id as keyId',
        'environmentKey.kind',
        'environmentKey.environmentId',
        'environmentKey.secretHash',
        'environment.key as environment',
      ])
      .where('environmentKey.workspace_id', '=', this.#workspaceId)
      .where(`environmentKey.${column}`, '=', value as never)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (forgotten === this.#forgotten) this.#byId.set(row.keyId, row);
    return row;
  }

  /** Forgets what was found of an environment, or of all. */
  forget(environmentId?: string): void {
    this.#forgotten += 1;
    for (const kept of [this.#bySecret, this.#byId]) {
      for (const [name, { environmentId: of }] of kept)
        if (environmentId === undefined || environmentId === of) kept.delete(name);
    }
  }
}
