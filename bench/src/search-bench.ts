// Searching over everything on the server, over HTTP: words, a word begun, a slip of the hand, a rare word, a handle, and the likely
// duplicates of a problem; at 3,125, 12,500 and 50,000 items.
import { setTimeout } from 'node:timers/promises';
import type { Client } from '@shortlist/sdk/client.ts';
import { importRecords, openRecords } from './bench-items.ts';
import { clientOf, newFolder, setUp, startBenchServer } from './bench-server.ts';
import type { Row } from './row.ts';

const sizes = [3_125, 12_500, 50_000];
const itemsOfTheBar = 50_000;
const readings = 20;

/** What is looked for, each another question to the indexes. `number` makes no two questions of a kind the same. */
const questions: Readonly<Record<string, (number: number) => string>> = {
  words: (number) => `guest invoice ${number}`,
  begun: (number) => `A room owner waits for the cal ${'abcdefghijklmnopqrstuvwxyz'[number] ?? ''}`,
  slip: (number) => `calender refnd ${number}`,
  rare: (number) => (1_000 + number * 97).toString(36),
  handle: (number) => `IDEA-${400 + number}`,
};

export async function run(): Promise<Row[]> {
  const { folder, remove } = await newFolder();
  const server = await startBenchServer(folder);
  try {
    const client = clientOf(server, await setUp(server));
    const rows: Row[] = [];
    const slowest: number[] = [];
    let made = 0;
    for (const size of sizes) {
      await importRecords(client, openRecords(size).slice(made), 300);
      made = size;
      await untilSlipsAreFound(client);
      await checkHandle(client);
      const all: number[] = [];
      for (const [kind, ask] of Object.entries(questions)) {
        const took = await asked((number) => client.call('search.find', { query: ask(number) }));
        all.push(...took);
        if (size === itemsOfTheBar) rows.push(row(`search.items${size}.${kind}.p50Ms`, quantile(took, 0.5)));
      }
      slowest.push(quantile(all, 0.95));
      rows.push(row(`search.items${size}.p95Ms`, quantile(all, 0.95), size === itemsOfTheBar ? 100 : undefined));
      rows.push(row(`search.items${size}.similar.p50Ms`, quantile(await similar(client), 0.5)));
    }
    const growth = Math.round(((slowest[2] ?? 0) / Math.max(1, slowest[0] ?? 1)) * 10) / 10;
    rows.push({ name: 'search.growth16', value: growth, unit: '× time at 16 ×', bar: '≤ 16', met: growth <= 16 });
    return rows;
  } finally {
    await server.stop();
    await remove();
  }
}

/** The server learns words beside all else. A slip that finds nothing would be answered too soon. */
async function untilSlipsAreFound(client: Client): Promise<void> {
  for (;;) {
    const { items } = await client.call('search.find', { query: questions['slip']?.(1) ?? '' });
    if (items.length > 0) return;
    await setTimeout(200);
  }
}

/** A handle that names nothing would be answered too soon. */
async function checkHandle(client: Client): Promise<void> {
  const handle = questions['handle']?.(1) ?? '';
  const { items } = await client.call('search.find', { query: handle });
  if (items[0]?.handle !== handle) throw new Error(`${handle} does not find what it names.`);
}

async function similar(client: Client): Promise<readonly number[]> {
  return await asked((number) => client.call('idea.similar', { text: `Guests pay twice for a room, invoice ${number} says so` }));
}

/** Milliseconds of each question, after two that warm the caches, as for everybody but the first of the day. */
async function asked(ask: (number: number) => Promise<unknown>): Promise<readonly number[]> {
  const took: number[] = [];
  for (let number = -2; number < readings; number += 1) {
    const began = performance.now();
    await ask(number + 2);
    if (number >= 0) took.push(performance.now() - began);
  }
  return took;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function row(name: string, value: number, atMost?: number): Row {
  const shown = Math.round(value * 10) / 10;
  return {
    name,
    value: shown,
    unit: 'ms to the answer',
    ...(atMost !== undefined && { bar: `≤ ${atMost}`, met: shown <= atMost }),
  };
}
