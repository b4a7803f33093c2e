// Reads a snapshot into the store line by line, so that the first rows are shown before the last have come.
import type { Store } from './store.ts';
import type { Transport } from './transport.ts';

export type SnapshotEnd =
  | { readonly kind: 'whole'; readonly schema: string }
  /** The server answered, but not with a snapshot. */
  | { readonly kind: 'status'; readonly status: number };

interface Row {
  readonly entity: string;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * Fills the store; `onLines` hears of each piece that arrives. Throws when there is no answer, or when it ends before its last line: then
 * the store is to be filled again.
 */
export async function readSnapshot(
  transport: Transport,
  store: Store,
  signal: AbortSignal,
  onLines: () => void,
): Promise<SnapshotEnd> {
  const response = await transport.fetch('/api/v1/snapshot', {
    method: 'GET',
    headers: { accept: 'application/x-ndjson' },
    signal,
  });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    return { kind: 'status', status: response.status };
  }
  // The compiler does not follow that `take` sets it.
  let head = null as { readonly seq: number; readonly schema: string } | null;
  let rows = 0;
  let whole = false;
  // An empty store shows rows as they come; one that is shown already changes when the snapshot is known to be whole.
  const kept: Row[] | null = store.seq > 0 ? [] : null;
  const put = ({ entity, fields, rows: values }: Row) => store.putRows(entity, fields, values);
  store.beginSnapshot();
  const take = (line: string) => {
    // The server writes these lines by the protocol; the browser carries no schema to look again.
    const read = JSON.parse(line) as { seq?: number; schema?: string; end?: boolean; count?: number } & Partial<Row>;
    if (head === null) head = { seq: Number(read.seq), schema: String(read.schema) };
    else if (read.end === true) whole = read.count === rows;
    else if (read.entity !== undefined && read.fields !== undefined && read.rows !== undefined) {
      const row: Row = { entity: read.entity, fields: read.fields, rows: read.rows };
      if (kept === null) put(row);
      else kept.push(row);
      rows += read.rows.length;
    }
  };
  for await (const lines of linesOf(response.body)) {
    if (signal.aborted) break;
    onLines();
    // What came together is shown together: each showing costs as much as the lists are long.
    store.batch(() => lines.forEach(take));
  }
  const { seq, schema } = head ?? { seq: -1, schema: '' };
  if (seq < 0 || !whole) throw new Error('the snapshot ended before its last line');
  store.batch(() => {
    kept?.forEach(put);
    store.endSnapshot(seq, schema);
  });
  return { kind: 'whole', schema };
}

/** The lines of a body, those together that came together. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<readonly string[]> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      yield lines.filter((line) => line !== '');
    }
    if (rest !== '') yield [rest];
  } finally {
    // Safari has no async iteration of streams, which would do this by itself.
    await reader.cancel().catch(() => undefined);
  }
}
