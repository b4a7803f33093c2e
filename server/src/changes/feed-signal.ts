/**
 * Tells other server processes on the same database that a workspace's feed has grown, and hears it from them. A hint only:
 * what is lost while the session is away is found by the hub's poll.
 */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from '../db/connect.ts';
import type { DatabaseLog } from '../db/database-log.ts';

const channel = 'shortlist_feed';
/** Before the id of a member, in a message that is for that member alone. */
const personal = 'member ';
/** Before what one process says of who is where. */
const ofPeople = 'people ';
const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** A NOTIFY takes a lock that all committing notifiers share, so a busy workspace sends at most fifty a second. */
const leastGapMs = 20;

export interface FeedSignal {
  /** Tells the others; several calls become one NOTIFY. What is said while the session is away is told by the next one. */
  readonly send: (workspaceId: string) => void;
  /** Tells the others that something of this member's own is new. */
  readonly sendPersonal: (memberId: string) => void;
  /** Tells the others who is where here; under 8,000 bytes, as a NOTIFY must be. */
  readonly sendPeople: (text: string) => void;
  readonly close: () => Promise<void>;
}

export interface FeedSignalOptions {
  readonly database: Pick<Database, 'connection'>;
  readonly log: DatabaseLog;
  readonly onGrowth: (workspaceId: string) => void;
  readonly onPersonal: (memberId: string) => void;
  readonly onPeople: (text: string) => void;
  /** The session was (re)opened: anything may have happened before. */
  readonly onListening: () => void;
}

/** Opens a session of its own, and opens it again whenever it breaks, until closed. */
export function openFeedSignal({ database, log, onGrowth, onPersonal, onPeople, onListening }: FeedSignalOptions): FeedSignal {
  const stopping = new AbortController();
  const due = new Set<string>();
  let session: pg.Client | null = null;
  let sending: Promise<void> | null = null;

  const flush = async (): Promise<void> => {
    for (let open = session; open !== null && due.size > 0 && !stopping.signal.aborted; open = session) {
      const messages = [...due];
      due.clear();
      try {
        await open.query(`select pg_notify('${channel}', id) from unnest($1::text[]) as id`, [messages]);
      } catch {
        // Nobody asks again for what is a member's own. Where people are is soon said anew.
        for (const message of messages) if (!message.startsWith(ofPeople)) due.add(message);
      }
      await wait(leastGapMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    sending = null;
  };
  const beginToSend = (): void => {
    if (due.size > 0 && session !== null) sending ??= flush();
  };

  const live = async (): Promise<void> => {
    for (let pause = firstPauseMs; !stopping.signal.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        const client = await openSession(database);
        const ended = new Promise<void>((resolve) => client.once('end', resolve));
        client.on('notification', ({ processId, payload }) => {
          // Our own was told to the hub directly.
          if (processId === processIdOf(client) || payload === undefined) return;
          if (payload.startsWith(personal)) onPersonal(payload.slice(personal.length));
          else if (payload.startsWith(ofPeople)) onPeople(payload.slice(ofPeople.length));
          else onGrowth(payload);
        });
        session = client;
        pause = firstPauseMs;
        if (stopping.signal.aborted) await client.end();
        else onListening();
        beginToSend();
        await ended;
      } catch (error) {
        log.warn({ error: String(error) }, 'the feed cannot listen to the database; it asks every two seconds meanwhile');
      }
      session = null;
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const living = live();
  const send = (message: string): void => {
    due.add(message);
    beginToSend();
  };
  return {
    send,
    sendPersonal: (memberId) => send(personal + memberId),
    // By the time there is a session again, they are elsewhere.
    sendPeople: (text) => {
      if (session !== null) send(ofPeople + text);
    },
    close: async () => {
      stopping.abort();
      await session?.end().catch(() => undefined);
      await Promise.all([living, sending]);
    },
  };
}

async function openSession(database: Pick<Database, 'connection'>): Promise<pg.Client> {
  const client = new pg.Client({ ...database.connection(), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  // A NOTIFY makes a commit record; nothing is lost with it, so nobody waits for the disk.
  await client.query(`set synchronous_commit = off; set statement_timeout = 0; listen ${channel}`);
  return client;
}

/** pg knows the number of its PostgreSQL process and its types do not say so. */
function processIdOf(client: pg.Client): number | undefined {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : undefined;
}
