// The snapshot a client begins with: server CPU and compressed bytes an item, at 2,500, 10,000 and 40,000 items; and the gate's verdict end to end.
import { gunzipSync } from 'node:zlib';
import { importRecords, openRecords } from './bench-items.ts';
import { clientOf, cpuMsOf, newFolder, setUp, startBenchServer, type BenchServer } from './bench-server.ts';
import type { Row } from './row.ts';

const sizes = [2_500, 10_000, 40_000];
const readings = 5;

export async function run(): Promise<Row[]> {
  const { folder, remove } = await newFolder();
  const server = await startBenchServer(folder);
  try {
    const secret = await setUp(server);
    const client = clientOf(server, secret);
    const rows: Row[] = [];
    const cpus: number[] = [];
    for (const size of sizes) {
      await importRecords(client, openRecords(size), 30);
      const { cpuMs, bytes, items } = await readSnapshots(server, secret);
      cpus.push(cpuMs);
      const isBar = size === 10_000;
      rows.push(
        {
          name: `snapshot.items${size}.cpuMs`,
          value: Math.round(cpuMs),
          unit: 'ms CPU',
          ...(isBar && { bar: '≤ 150', met: cpuMs <= 150 }),
        },
        {
          name: `snapshot.items${size}.bytesPerItem`,
          value: Math.round((bytes / items) * 10) / 10,
          unit: 'bytes gzip',
          ...(isBar && { bar: '≤ 80', met: bytes / items <= 80, peer: 'Planka 493 a card (as published in the design)' }),
        },
      );
    }
    const growth = (cpus[2] ?? 0) / (cpus[0] ?? 1);
    rows.push({
      name: 'snapshot.growth16',
      value: Math.round(growth * 10) / 10,
      unit: '× CPU at 16 ×',
      bar: '≤ 16',
      met: growth <= 16,
    });
    const gateMs = await gateVerdictMs(client);
    rows.push({ name: 'gate.verdictMs', value: Math.round(gateMs), unit: 'ms', bar: '< 100', met: gateMs < 100 });
    return rows;
  } finally {
    await server.stop();
    await remove();
  }
}

async function readSnapshots(server: BenchServer, secret: string): Promise<{ cpuMs: number; bytes: number; items: number }> {
  const client = clientOf(server, secret);
  const cpu: number[] = [];
  let bytes = 0;
  let items = 0;
  for (let reading = 0; reading < readings; reading += 1) {
    // A change between two readings, so that none is answered from what was kept.
    await client.call('idea.capture', { problem: `Between readings ${reading}` });
    const before = await cpuMsOf(server.pid);
    const packed = await packedSnapshot(server.url, secret);
    cpu.push((await cpuMsOf(server.pid)) - before);
    bytes = packed.length;
    items = countItems(gunzipSync(packed).toString('utf8'));
  }
  return { cpuMs: cpu.toSorted((a, b) => a - b)[Math.floor(readings / 2)] ?? 0, bytes, items };
}

/** The bytes as they travel: fetch would unpack them. */
async function packedSnapshot(url: string, secret: string): Promise<Buffer> {
  const { request } = await import('node:http');
  return await new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${secret}`, 'accept-encoding': 'gzip' };
    request(`${url}/api/v1/snapshot`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

/** Ideas, stories and tasks; what belongs to them is a part of their weight. */
function countItems(lines: string): number {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      // The snapshot's own lines.
      const { entity, rows } = JSON.parse(line) as { entity?: string; rows?: readonly unknown[] };
      return entity === 'idea' || entity === 'story' || entity === 'task' ? (rows?.length ?? 0) : 0;
    })
    .reduce((sum, count) => sum + count, 0);
}

async function gateVerdictMs(client: ReturnType<typeof clientOf>): Promise<number> {
  const took: number[] = [];
  for (let index = 0; index < 9; index += 1) {
    const task = await client.call('task.create', {
      teamId: 'BENCH',
      title: `Task ${index}`,
      why: 'For the bench',
      over: { reason: 'For the bench' },
    });
    const began = performance.now();
    await client.callByName('backlog.commit', { itemId: task.id, teamId: 'BENCH' }).catch(() => null);
    took.push(performance.now() - began);
  }
  return took.toSorted((a, b) => a - b)[4] ?? 0;
}
