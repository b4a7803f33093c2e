/** Everything that asking a flag needs in a server process: the sets, the keys that open them, and the counting. */
import type { FeedHub } from '../changes/feed.ts';
import type { DatabaseLog } from '../db/database-log.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { EnvironmentKeys } from './environment-keys.ts';
import { FlagSets } from './flag-sets.ts';
import { FlagTelemetry } from './flag-telemetry.ts';
import { KeyUses } from './key-uses.ts';

export interface FlagDeliveryOptions {
  readonly db: Kysely<Tables>;
  readonly hub: Pick<FeedHub, 'follow'>;
  readonly workspaceId: string;
  readonly log: DatabaseLog;
  /** ISO 8601. */
  readonly clock: () => string;
  /** Between two versions of an environment, in milliseconds. */
  readonly leastGapMs?: number | undefined;
}

export class FlagDelivery {
  readonly sets: FlagSets;
  readonly keys: EnvironmentKeys;
  readonly telemetry: FlagTelemetry;
  readonly keyUses: KeyUses;
  readonly #onKeysChanged = new Set<() => void>();

  constructor({ db, hub, workspaceId, log, clock, leastGapMs }: FlagDeliveryOptions) {
    this.keys = new EnvironmentKeys(db, workspaceId);
    this.telemetry = new FlagTelemetry({ db, workspaceId, log, clock });
    this.keyUses = new KeyUses({ db, workspaceId, log, clock });
    this.sets = new FlagSets({
      db,
      hub,
      workspaceId,
      log,
      leastGapMs,
      clock: () => Date.parse(clock()),
      onKeysChanged: (environmentId) => this.keysChanged(environmentId),
    });
  }

  /** Some key was made or revoked: what was known of keys is forgotten, and open streams are looked at again. */
  keysChanged(environmentId?: string): void {
    this.keys.forget(environmentId);
    for (const tell of this.#onKeysChanged) tell();
  }

  /** Answers the function that takes it off again. */
  whenKeysChange(listener: () => void): () => void {
    this.#onKeysChanged.add(listener);
    return () => this.#onKeysChanged.delete(listener);
  }

  async close(): Promise<void> {
    await this.sets.close();
    await this.telemetry.close();
    await this.keyUses.close();
  }
}
