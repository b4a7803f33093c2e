// Start and memory: an empty folder and an existing one to the first answer, and what server and database hold at rest, empty and with 10,000 items.
import { importRecords, openRecords } from './bench-items.ts';
import { clientOf, memoryMb, newFolder, setUp, startBenchServer } from './bench-server.ts';
import type { Row } from './row.ts';

const items = 10_000;
const restMs = 5_000;

export async function run(options: { only?: string[] }): Promise<Row[]> {
  const { folder, remove } = await newFolder();
  const rows: Row[] = [];
  try {
    const first = await startBenchServer(folder);
    const secret = await setUp(first);
    rows.push({ name: 'start.emptyMs', value: Math.round(first.startMs), unit: 'ms', bar: '≤ 6000', met: first.startMs <= 6000 });
    await first.stop();
    const again = await startBenchServer(folder);
    rows.push({
      name: 'start.existingMs',
      value: Math.round(again.startMs),
      unit: 'ms',
      bar: '≤ 2000',
      met: again.startMs <= 2000,
    });
    await rest();
    const empty = await memoryMb(again.pid);
    rows.push({ name: 'memory.restMb', value: Math.round(empty), unit: 'MB', bar: '≤ 200', met: empty <= 200 });
    await again.stop();
    if (options.only === undefined || options.only.some((name) => name.includes('items10000')))
      rows.push(...(await withItems(folder, secret)));
  } finally {
    await remove();
  }
  return rows;
}

async function withItems(folder: string, secret: string): Promise<Row[]> {
  const server = await startBenchServer(folder);
  const began = performance.now();
  await importRecords(clientOf(server, secret), openRecords(items), 50);
  const importS = (performance.now() - began) / 1000;
  await server.stop();
  const again = await startBenchServer(folder);
  await (await clientOf(again, secret).request('/api/v1/snapshot')).text();
  await rest();
  const held = await memoryMb(again.pid);
  await again.stop();
  return [
    { name: 'import.items10000S', value: Math.round(importS * 10) / 10, unit: 's', bar: '≤ 60', met: importS <= 60 },
    { name: 'start.items10000Ms', value: Math.round(again.startMs), unit: 'ms', bar: '≤ 2000', met: again.startMs <= 2000 },
    { name: 'memory.items10000Mb', value: Math.round(held), unit: 'MB', bar: '≤ 300', met: held <= 300 },
  ];
}

/** A quiet moment, so that the memory is that of a server at rest. */
async function rest(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, restMs));
}
