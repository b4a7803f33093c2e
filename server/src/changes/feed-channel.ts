/** One workspace's feed inside a server process: its newest changes in memory, and those who wait for more. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { DatabaseLog } from '../db/database-log.ts';
import type { Tables } from '../db/tables.ts';
import { readFeedPage, type FeedLine } from './feed-page.ts';

/** What is kept in memory, so that followers that are a little behind cost no reading. In characters of JSON. */
const keptLength = 2_000_000;
/** What one follower is given at a time, so that what waits in its socket stays small. In characters of JSON. */
const stepLength = 256_000;
/** Between two readings for one workspace, so that a busy one costs a hundred a second at most. */
const leastGapMs = 10;

export class FeedChannel {
  readonly workspaceId: string;
  followers = 0;
  /** The last `seq` that followers may be given. */
  head = 0;
  readonly #db: Kysely<Tables>;
  readonly #log: DatabaseLog;
  /** A run without gaps that ends at `head`. */
  #recent: FeedLine[] = [];
  #recentLength = 0;
  readonly #waiting = new Set<() => void>();
  #isStarted = false;
  #isReading = false;
  #lookAgain = false;

  constructor(db: Kysely<Tables>, workspaceId: string, log: DatabaseLog) {
    this.#db = db;
    this.workspaceId = workspaceId;
    this.#log = log;
  }

  /** The first follower says where the log ends; later ones change nothing but may show that it is worth a look. */
  startAt(seq: number): void {
    if (this.#isStarted) {
      if (seq > this.head) this.look();
      return;
    }
    this.#isStarted = true;
    this.head = seq;
    if (this.#lookAgain) this.look();
  }

  /** Reads what is new, once for all followers; calls that come meanwhile make one more reading. */
  look(): void {
    this.#lookAgain = true;
    if (this.#isStarted && !this.#isReading) void this.#read();
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    try {
      while (this.#lookAgain && this.followers > 0) {
        this.#lookAgain = false;
        const { lines, hasMore } = await readFeedPage(this.#db, this.workspaceId, this.head);
        this.#keep(lines);
        if (lines.length > 0) for (const tell of this.#waiting) tell();
        if (hasMore) this.#lookAgain = true;
        // What comes in a burst is read together.
        else await wait(leastGapMs);
      }
    } catch (error) {
      this.#log.warn({ error: String(error) }, 'the feed could not be read; the next poll tries again');
    } finally {
      this.#isReading = false;
    }
  }

  #keep(lines: readonly FeedLine[]): void {
    for (const line of lines) {
      this.#recent.push(line);
      this.#recentLength += line.json.length;
      this.head = line.seq;
    }
    let gone = 0;
    while (this.#recentLength > keptLength && gone < this.#recent.length - 1) {
      this.#recentLength -= this.#recent[gone]?.json.length ?? 0;
      gone += 1;
    }
    if (gone > 0) this.#recent = this.#recent.slice(gone);
  }

  /** Changes after `position`, oldest first, from memory or from the table; empty only if the table has none. */
  async after(position: number): Promise<readonly FeedLine[]> {
    const first = this.#recent[0];
    const isKept = first !== undefined && position >= first.seq - 1;
    const lines = isKept
      ? this.#recent.slice(position - first.seq + 1)
      : (await readFeedPage(this.#db, this.workspaceId, position)).lines;
    return oneStep(lines);
  }

  /** Resolves when the feed has grown or `signal` aborts. */
  async grown(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const tell = (): void => {
        this.#waiting.delete(tell);
        signal.removeEventListener('abort', tell);
        resolve();
      };
      this.#waiting.add(tell);
      signal.addEventListener('abort', tell);
    });
  }
}

function oneStep(lines: readonly FeedLine[]): readonly FeedLine[] {
  let length = 0;
  const end = lines.findIndex((line, index) => (length += line.json.length) > stepLength && index > 0);
  return end === -1 ? lines : lines.slice(0, end);
}
