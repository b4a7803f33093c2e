// Keeps the disk level with the store, in one tab of the browser: the whole state once, then change by change
// (docs/feed-spec.md 9). Loaded after the first rows are shown.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import type { Disk } from './disk.ts';
import { fetchedWhenOpened } from './entity-values.ts';
import { keepChanges, keepWhole, keptSeq, type DiskLine } from './kept-store.ts';
import type { Store } from './store.ts';
import type { Transport } from './transport.ts';

/** With more changes than this behind it, the state is written anew: a start reads one, then applies the others. */
const mostChanges = 1_000;
const rowsInLine = 500;
/** The whole state is written when the page has settled, not while it is being shown. */
const settleMs = 1_500;

/**
 * Keeps the store of that visit until `ended`; settles then, or when the visit is over on the disk. The caller sees to it
 * that one tab does so at a time, though two would do no harm.
 */
export async function keepStore(store: Store, transport: Transport, token: string, ended: AbortSignal): Promise<void> {
  const { disk } = transport;
  let waiting: FeedChange[] = [];
  let isWholeWanted = false;
  let changesKept = 0;
  let wake: () => void = () => undefined;
  const stopListening = store.onFeed((news) => {
    if (news === 'reset') isWholeWanted = true;
    else waiting.push(...news.map(withoutLongText));
    wake();
  });
  ended.addEventListener('abort', () => wake());
  const pause = (ms: number) => new Promise<void>((resolve) => transport.after(ms, resolve));
  try {
    const seq = store.seq;
    isWholeWanted = (await keptSeq(disk, token, store.schema)) !== seq;
    while (!ended.aborted) {
      if (isWholeWanted && store.seq > 0) {
        await pause(settleMs);
        [isWholeWanted, waiting, changesKept] = [false, [], 0];
        if (!(await writeWhole(store, disk, token, pause, ended))) return;
      } else if (waiting.length > 0 && !isWholeWanted) {
        const changes = waiting.splice(0);
        const kept = await keepChanges(disk, token, store.schema, changes);
        if (kept === 'over') return;
        changesKept += changes.length;
        isWholeWanted = kept === 'gap' || changesKept > mostChanges;
      } else {
        await new Promise<void>((resolve) => (wake = resolve));
      }
    }
  } finally {
    stopListening();
  }
}

async function writeWhole(
  store: Store,
  disk: Disk,
  token: string,
  pause: (ms: number) => Promise<void>,
  ended: AbortSignal,
): Promise<boolean> {
  // Values never change in place, so that this is the state as of now however long the rest takes.
  const { seq, schema } = store;
  const tables = store.base();
  const lines: string[] = [];
  for (const { entity, values } of tables) {
    for (let at = 0; at < values.length; at += rowsInLine) {
      for (const line of linesOf(entity, values.slice(at, at + rowsInLine))) lines.push(JSON.stringify(line));
      await pause(0);
      if (ended.aborted) return false;
    }
  }
  return seq === 0 || (await keepWhole(disk, token, { seq, schema, lines }));
}

/** Values of one kind have the same fields in the same order, unless a server of another version sent some of them. */
function linesOf(entity: string, values: readonly object[]): readonly DiskLine[] {
  const byFields = new Map<string, { readonly fields: readonly string[]; readonly rows: unknown[][] }>();
  for (const value of values) {
    const fields = Object.keys(value);
    const key = fields.join();
    const line = byFields.get(key) ?? { fields, rows: [] };
    byFields.set(key, line);
    line.rows.push(Object.values(value));
  }
  return [...byFields.values()].map((line) => ({ entity, ...line }));
}

/** What is fetched when opened is not kept here; its number is. */
function withoutLongText(change: FeedChange): FeedChange {
  return fetchedWhenOpened.has(change.entity) ? { ...change, value: null } : change;
}
