/** Follows the feed for work that keeps its own position: the feed only says that it is worth a look. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { FeedHub } from '../changes/feed.ts';

const firstPauseMs = 500;
const longestPauseMs = 60_000;

export interface FollowedBy {
  /** Completes "… could not be done": `telling people`. */
  readonly name: string;
  readonly workspaceId: string;
  /** Reads on from where it was, and saves that with what it makes of it; whether there is more at once. */
  readonly readOn: () => Promise<{ readonly hasMore: boolean }>;
}

export interface Follow {
  /** Begins nothing more, and waits for what runs. */
  readonly stop: () => Promise<void>;
}

/** Reads on now and whenever the feed has grown, one reading at a time. What fails is tried again, ever more slowly. */
export function followFeed(hub: FeedHub, { name, workspaceId, readOn }: FollowedBy, log: Logger): Follow {
  const stopping = new AbortController();
  const { signal } = stopping;

  const readAll = async (): Promise<void> => {
    while (!signal.aborted && (await readOn()).hasMore);
  };
  const live = async (): Promise<void> => {
    for (let pause = firstPauseMs; !signal.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        const { steps } = await hub.follow({ workspaceId, after: null, signal });
        await readAll();
        pause = firstPauseMs;
        for await (const _ of steps) await readAll();
      } catch (error) {
        if (!signal.aborted) log.warn({ err: error }, `${name} could not be done; trying again`);
      }
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  };
  const living = live();
  return {
    stop: async () => {
      stopping.abort();
      await living;
    },
  };
}
