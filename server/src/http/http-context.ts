/** What the HTTP edge is given by the composition. It knows the road and the registry, never a feature or a table. */
import type { Via } from '@shortlist/domain/decision.ts';
import type { Logger } from 'pino';
import type { FeedHub } from '../changes/feed.ts';
import type { FlagDelivery } from '../flag/flag-delivery.ts';
import type { AttachedFiles } from '../attachment/attached-files.ts';
import type { Caller, Road } from '../run-operation.ts';
import type { FlagLimits } from './flag-limits.ts';
import type { FlagStreams } from './flag-streams.ts';
import type { Metrics } from './metrics.ts';
import type { OpenStreams } from './open-streams.ts';
import type { RateLimits } from './rate-limits.ts';
import type { SnapshotShelf } from './snapshot-shelf.ts';

export interface HttpContext {
  readonly road: Road;
  /** The installation's workspace, to which those belong too who are not signed in. */
  readonly workspaceId: string;
  readonly authenticate: Authenticate;
  readonly hub: FeedHub;
  readonly snapshots: SnapshotShelf;
  readonly streams: OpenStreams;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly limits: RateLimits;
  readonly flags: FlagDelivery;
  readonly flagStreams: FlagStreams;
  readonly flagLimits: FlagLimits;
  readonly files: AttachedFiles;
  /** Origin under which people reach the server; null: as they call it. */
  readonly publicUrl: string | null;
  /** The folder of the built app. */
  readonly webDir: string;
  readonly version: string;
  /** True from the moment the server begins to stop. */
  readonly isStopping: () => boolean;
  /** Told after a command succeeded, before it is answered. */
  readonly afterCommand: (name: string, caller: Caller) => Promise<void>;
}

/** From a secret to the one who holds it; null when it opens nothing. */
export type Authenticate = (secret: string, via: Via) => Promise<Caller | null>;
