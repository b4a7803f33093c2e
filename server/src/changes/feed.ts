/**
 * The feed hub: follows the change log of each workspace that somebody listens to, reads it once for all of them, and lets
 * every follower walk through it at its own pace. The table is the truth: a wake-up only says that it is worth a look.
 * The rules are those of docs/feed-spec.md.
 */
import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../db/connect.ts';
import type { DatabaseLog } from '../db/database-log.ts';
import type { Tables } from '../db/tables.ts';
import { FeedChannel } from './feed-channel.ts';
import type { FeedLine } from './feed-page.ts';
import { openFeedSignal, type FeedSignal } from './feed-signal.ts';
import { Presence } from './presence.ts';
import { lastSeq, needsReset } from './read-changes.ts';

/** `reset`: load a snapshot and follow from its `seq`; nothing comes after it. */
export type FeedStep = { readonly kind: 'changes'; readonly lines: readonly FeedLine[] } | { readonly kind: 'reset' };

export interface FollowOptions {
  readonly workspaceId: string;
  /** The last `seq` seen; null begins with what comes next. */
  readonly after: number | null;
  readonly signal: AbortSignal;
  /** A follower further behind gets `reset`; absent: it is served all that is kept. */
  readonly maxBehind?: number;
}

export interface Following {
  /** The workspace's last `seq` when it began. */
  readonly seq: number;
  /** Ends after a `reset`, and when `signal` aborts. Rejects when the database fails. */
  readonly steps: AsyncGenerator<FeedStep, void, undefined>;
}

export interface FeedHubOptions {
  readonly database: Database;
  readonly log: DatabaseLog;
  /** ISO 8601. */
  readonly clock: () => string;
  /** How often the table is asked while somebody follows; 2,000 ms unless given. */
  readonly pollMs?: number;
}

export class FeedHub {
  /** Who is where among those who follow. */
  readonly presence: Presence;
  readonly #database: Database;
  readonly #clock: () => string;
  readonly #log: DatabaseLog;
  readonly #channels = new Map<string, FeedChannel>();
  readonly #signal: FeedSignal | null;
  readonly #poll: NodeJS.Timeout;
  readonly #presenceTick: NodeJS.Timeout;
  #polling = false;
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor({ database, log, clock, pollMs = 2_000 }: FeedHubOptions) {
    this.#database = database;
    this.#clock = clock;
    this.#log = log;
    // An embedded database has one server, which tells itself.
    this.#signal = database.isEmbedded
      ? null
      : openFeedSignal({
          database,
          log,
          onGrowth: (workspaceId) => this.#channels.get(workspaceId)?.look(),
          onPersonal: (memberId) => this.#tellHere(memberId),
          onPeople: (text) => this.presence.hear(text),
          onListening: () => this.#lookEverywhere(),
        });
    this.presence = new Presence({
      now: () => performance.now(),
      process: randomUUID(),
      tellOthers: (text) => this.#signal?.sendPeople(text),
    });
    this.#presenceTick = setInterval(() => this.presence.tick(), 1_000);
    this.#presenceTick.unref();
    this.#poll = setInterval(() => void this.#ask(), pollMs);
    this.#poll.unref();
  }

  /** After a commit: followers here look at once, other processes are told. Never throws, never waits. */
  wake(workspaceId: string): void {
    this.#channels.get(workspaceId)?.look();
    this.#signal?.send(workspaceId);
  }

  /** Tells who listens for this member, here and in other processes, that something of the member's own is new. A hint only. */
  tell(memberId: string): void {
    this.#tellHere(memberId);
    this.#signal?.sendPersonal(memberId);
  }

  #tellHere(memberId: string): void {
    for (const listener of this.#listeners.get(memberId) ?? []) listener();
  }

  /** Calls the listener whenever something of the member's own is new, and once too often rather than too rarely. */
  listenFor(memberId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(memberId) ?? new Set();
    this.#listeners.set(memberId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(memberId);
    };
  }

  /** Begins to follow a workspace. Rejects when the database cannot be asked. */
  async follow({ workspaceId, after, signal, maxBehind = Infinity }: FollowOptions): Promise<Following> {
    const { db } = this.#database;
    const channel = this.#join(workspaceId);
    try {
      const seq = await lastSeq(db, workspaceId);
      channel.startAt(seq);
      const start = after ?? seq;
      const mustReset = start !== seq && (await needsReset(db, workspaceId, start, this.#clock()));
      const steps = this.#walk(channel, mustReset ? null : start, maxBehind, signal);
      return { seq, steps };
    } catch (error) {
      this.#leave(channel);
      throw error;
    }
  }

  async *#walk(
    channel: FeedChannel,
    start: number | null,
    maxBehind: number,
    signal: AbortSignal,
  ): AsyncGenerator<FeedStep, void, undefined> {
    try {
      for (let position = start; !signal.aborted;) {
        if (position === null || channel.head - position > maxBehind) {
          yield { kind: 'reset' };
          return;
        }
        if (position >= channel.head) {
          await channel.grown(signal);
          continue;
        }
        const lines = await channel.after(position);
        // Numbers have no gaps; a table that has one was tampered with, and only a snapshot is right then.
        const isWhole = lines.length > 0 && lines.every((line, index) => line.seq === (position ?? 0) + 1 + index);
        if (isWhole) yield { kind: 'changes', lines };
        position = isWhole ? (lines.at(-1)?.seq ?? null) : null;
      }
    } finally {
      this.#leave(channel);
    }
  }

  #join(workspaceId: string): FeedChannel {
    const known = this.#channels.get(workspaceId);
    const channel = known ?? new FeedChannel(this.#database.db, workspaceId, this.#log);
    this.#channels.set(workspaceId, channel);
    channel.followers += 1;
    return channel;
  }

  #leave(channel: FeedChannel): void {
    channel.followers -= 1;
    if (channel.followers === 0 && this.#channels.get(channel.workspaceId) === channel)
      this.#channels.delete(channel.workspaceId);
  }

  #lookEverywhere(): void {
    for (const channel of this.#channels.values()) channel.look();
    for (const memberId of this.#listeners.keys()) this.#tellHere(memberId);
  }

  /** Finds what no wake-up told: one short question for all workspaces that are followed. */
  async #ask(): Promise<void> {
    if (this.#channels.size === 0 || this.#polling) return;
    this.#polling = true;
    try {
      const seqs = await lastSeqs(this.#database.db, [...this.#channels.keys()]);
      for (const { workspace_id, seq } of seqs) {
        const channel = this.#channels.get(workspace_id);
        if (channel !== undefined && seq > channel.head) channel.look();
      }
    } catch (error) {
      this.#log.warn({ error: String(error) }, 'the feed could not ask the database');
    } finally {
      this.#polling = false;
    }
  }

  /** Followers must have been aborted before. */
  async close(): Promise<void> {
    clearInterval(this.#poll);
    clearInterval(this.#presenceTick);
    await this.#signal?.close();
  }
}

async function lastSeqs(db: Kysely<Tables>, workspaceIds: readonly string[]) {
  const { rows } = await sql<{ workspace_id: string; seq: number }>`
    select workspace_id, seq from workspace_seq where workspace_id = any(${[...workspaceIds]})`.execute(db);
  return rows;
}
