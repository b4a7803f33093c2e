/**
 * The sets of all environments in a server process: read once, then kept by the feed. Changes that come close together are
 * one version; a kill waits for nothing.
 */
import { definitionIn, segmentDefinition } from '@shortlist/domain/flag/definition-of.ts';
import { asciiJson } from '@shortlist/domain/flag/flag-set.ts';
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import type { Environment } from '@shortlist/domain/environment/environment.ts';
import type { Segment } from '@shortlist/domain/segment/segment.ts';
import { sql, type Kysely } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import type { FeedHub } from '../changes/feed.ts';
import type { FeedLine } from '../changes/feed-page.ts';
import type { DatabaseLog } from '../db/database-log.ts';
import type { Tables } from '../db/tables.ts';
import { EnvironmentSet } from './environment-set.ts';
import { readFlagRows } from './read-flag-rows.ts';

/** Between two versions of an environment. */
const usualGapMs = 40;
/** A client that lacks more than this many flags and segments is given the whole set. */
const mostTouched = 2_000;

export interface FlagSetsOptions {
  readonly db: Kysely<Tables>;
  readonly hub: Pick<FeedHub, 'follow'>;
  readonly workspaceId: string;
  readonly log: DatabaseLog;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Between two versions of an environment, in milliseconds; a kill, a step down and an exclusion wait for nothing. */
  readonly leastGapMs?: number | undefined;
  /** Told with the id of an environment whose keys were made or revoked. */
  readonly onKeysChanged: (environmentId: string) => void;
}

/** A change of the feed, as far as it is read here. */
interface Told {
  readonly entity: string;
  readonly event: string;
  readonly id: string;
  readonly value: Flag | Segment | Environment | null;
}

/** What a client lacks. */
export type Lacking =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'delta'; readonly text: string };

interface Pending {
  readonly flags: Map<string, string | null>;
  readonly segments: Map<string, string | null>;
}

export class FlagSets {
  readonly #options: FlagSetsOptions;
  readonly #environments = new Map<string, EnvironmentSet>();
  /** Keys by id: a tombstone names an id only. */
  readonly #flagKeys = new Map<string, string>();
  readonly #segmentKeys = new Map<string, string>();
  readonly #pending = new Map<string, Pending>();
  readonly #stopping = new AbortController();
  #seq = 0;
  /** Of the last change of a flag or segment: the version that a set has with it, whichever server process says so. */
  #changedSeq = 0;
  #flushedAt = 0;
  #timer: NodeJS.Timeout | null = null;
  #started: Promise<void> | null = null;
  #following: Promise<void> = Promise.resolve();

  constructor(options: FlagSetsOptions) {
    this.#options = options;
  }

  /** The set of an environment, by its key; undefined where there is none. Rejects while the database cannot be asked. */
  async of(environment: string): Promise<EnvironmentSet | undefined> {
    const ready = this.known(environment);
    if (ready !== undefined) return ready;
    await this.#start();
    return this.#environments.get(environment);
  }

  /** As `of`, without waiting: undefined also while nothing was read. */
  known(environment: string): EnvironmentSet | undefined {
    return this.#started === null ? undefined : this.#environments.get(environment);
  }

  async #start(): Promise<void> {
    this.#started ??= this.#begin().catch((error: unknown) => {
      this.#started = null;
      throw error;
    });
    await this.#started;
  }

  async #begin(): Promise<void> {
    await this.#load();
    this.#following = this.#follow();
  }

  /** Reads everything from one moment, and lays it over what was known. */
  async #load(): Promise<void> {
    const { db, workspaceId, clock } = this.#options;
    const rows = await readFlagRows(db, workspaceId);
    for (const { key } of rows.environments) {
      if (!this.#environments.has(key)) this.#environments.set(key, new EnvironmentSet(key, clock));
    }
    const keys = new Set(rows.flags.map((flag) => flag.key));
    for (const [id, key] of this.#flagKeys) if (!keys.has(key)) this.#flagGone(id);
    for (const flag of rows.flags) this.#flagIs(flag);
    const segmentKeys = new Set(rows.segments.map((segment) => segment.key));
    for (const [id, key] of this.#segmentKeys) if (!segmentKeys.has(key)) this.#segmentIs(id, key, null);
    for (const segment of rows.segments) this.#segmentIs(segment.id, segment.key, segment);
    this.#seq = rows.seq;
    this.#changedSeq = rows.version ?? 0;
    this.#flush();
  }

  async #follow(): Promise<void> {
    const { hub, workspaceId, log } = this.#options;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        const { steps } = await hub.follow({ workspaceId, after: this.#seq, signal });
        for await (const step of steps) {
          const isEnough = step.kind === 'changes' && this.#read(step.lines);
          if (!isEnough) await this.#load();
          if (step.kind === 'reset') break;
        }
      } catch (error) {
        log.warn({ error: String(error) }, 'the sets of flags could not follow the feed; trying again');
        await wait(500, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** False where a new environment came, for which everything must be read. */
  #read(lines: readonly FeedLine[]): boolean {
    let mustFlush = false;
    let isEnough = true;
    for (const { seq, json } of lines) {
      // Reading everything may have gone ahead of the feed, and nothing may go back.
      if (seq <= this.#seq) continue;
      this.#seq = seq;
      // Most changes are no concern of a flag, and need no parsing.
      if (!/"entity":"(flag|segment|environment)"/.test(json.slice(0, 200))) continue;
      // What the feed itself wrote.
      const change = JSON.parse(json) as Told;
      isEnough &&= this.#take(change);
      if (change.entity !== 'environment') this.#changedSeq = seq;
      mustFlush ||= change.event === 'flag.killed' || change.event === 'flag.stepped_down' || change.event === 'flag.excluded';
    }
    if (this.#pending.size === 0) return isEnough;
    const { clock, leastGapMs = usualGapMs } = this.#options;
    const since = clock() - this.#flushedAt;
    if (mustFlush || since >= leastGapMs || since < 0) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), leastGapMs - since);
    return isEnough;
  }

  #take({ entity, id, value }: Told): boolean {
    // The entity says which of the three the value is.
    if (entity === 'flag') {
      if (value === null) this.#flagGone(id);
      else this.#flagIs(value as Flag);
    } else if (entity === 'segment') {
      const key = this.#segmentKeys.get(id);
      if (value !== null) this.#segmentIs(id, value.key, value as Segment);
      else if (key !== undefined) this.#segmentIs(id, key, null);
    } else {
      this.#options.onKeysChanged(id);
      return value === null || this.#environments.has(value.key);
    }
    return true;
  }

  #flagIs(flag: Flag): void {
    this.#flagKeys.set(flag.id, flag.key);
    for (const [environment] of this.#environments) {
      this.#pendingOf(environment).flags.set(flag.key, asciiJson(definitionIn(flag, environment)));
    }
  }

  #flagGone(id: string): void {
    const key = this.#flagKeys.get(id);
    if (key === undefined) return;
    this.#flagKeys.delete(id);
    for (const [environment] of this.#environments) this.#pendingOf(environment).flags.set(key, null);
  }

  #segmentIs(id: string, key: string, segment: Segment | null): void {
    const text = segment === null ? null : asciiJson(segmentDefinition(segment));
    if (text === null) this.#segmentKeys.delete(id);
    else this.#segmentKeys.set(id, key);
    for (const [environment] of this.#environments) this.#pendingOf(environment).segments.set(key, text);
  }

  #pendingOf(environment: string): Pending {
    const known = this.#pending.get(environment);
    if (known !== undefined) return known;
    const made = { flags: new Map<string, string | null>(), segments: new Map<string, string | null>() };
    this.#pending.set(environment, made);
    return made;
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#flushedAt = this.#options.clock();
    const due = [...this.#pending];
    this.#pending.clear();
    for (const [environment, texts] of due) this.#environments.get(environment)?.apply(texts, this.#changedSeq);
  }

  /**
   * What a client at version `after` lacks.
   * Any server may answer for any version, since versions are numbers of the feed.
   */
  async since(set: EnvironmentSet, after: number): Promise<Lacking> {
    const { version } = set;
    if (after === version) return { kind: 'nothing' };
    if (after > version || after === 0) return { kind: 'whole' };
    const { db, workspaceId } = this.#options;
    const { rows } = await sql<{ entity: string; id: string; key: string | null }>`
      select distinct entity, id, value ->> 'key' as key from change
      where workspace_id = ${workspaceId} and entity in ('flag', 'segment') and seq > ${after} and seq <= ${version}
      limit ${mostTouched + 1}`.execute(db);
    // It went on meanwhile, and those keys were not read.
    if (set.version !== version) return await this.since(set, after);
    // A tombstone has no key any more; the whole set has none of it either.
    if (rows.length > mostTouched || rows.some((row) => row.key === null)) return { kind: 'whole' };
    const keysOf = (entity: string) => rows.flatMap((row) => (row.entity === entity && row.key !== null ? [row.key] : []));
    return { kind: 'delta', text: set.deltaSince(after, { flags: keysOf('flag'), segments: keysOf('segment') }) };
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#started?.catch(() => undefined);
    await this.#following;
  }
}
