// The road: commands a second, durable, in one workspace, beside the same SQL alone on the same database; CPU of the server for each, and latency at 50 a
// second. Growth: CPU for each command after 1×, 4× and 16× as many commands.
import { randomUUID } from 'node:crypto';
import { startServer, type RunningServer } from '@shortlist/server/app.ts';
import { runOperation, type Caller } from '@shortlist/server/run-operation.ts';
import { authenticate } from '@shortlist/server/workspace/authenticate.ts';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { newFolder } from './bench-server.ts';
import { sqlAlone } from './road-sql.ts';
import type { Row } from './row.ts';

const writers = 8;
const stage = 1_000;

export async function run(): Promise<Row[]> {
  const { folder, remove } = await newFolder();
  const server = await startServer({ dataDir: folder, port: 0, host: '127.0.0.1', publicUrl: null, logLevel: 'silent' });
  try {
    const owner = await makeOwner(server);
    const capture = async (index: number): Promise<void> => {
      const answer = await runOperation(
        server.road,
        owner,
        'idea.capture',
        { problem: `Idea ${index}` },
        { idempotencyKey: randomUUID() },
      );
      if (isRefusal(answer)) throw new Error(answer.message);
    };
    await together(200, capture);
    await sqlAlone(server.road.database.pool, 200, writers);
    // In turns, so that a noisy moment of the machine hits both.
    const road: number[] = [];
    const alone: number[] = [];
    let cpu = 0;
    for (let turn = 0; turn < 3; turn += 1) {
      const before = process.cpuUsage();
      road.push(await perSecond(stage, () => together(stage, capture)));
      const used = process.cpuUsage(before);
      cpu += (used.user + used.system) / 1000 / stage / 3;
      alone.push(await perSecond(stage, () => sqlAlone(server.road.database.pool, stage, writers)));
    }
    const ratio = median(road) / median(alone);
    const { p50, p99 } = await atFiftyASecond(capture);
    const early = await cpuFor(stage, capture);
    await together(3 * stage, capture);
    const later = await cpuFor(stage, capture);
    await together(11 * stage, capture);
    const last = await cpuFor(stage, capture);
    return [
      {
        name: 'road.commandsPerS',
        value: Math.round(median(road)),
        unit: '1/s',
        peer: `the same SQL alone ${Math.round(median(alone))}`,
      },
      { name: 'road.ratioSqlAlone', value: round(ratio), unit: '×', bar: '≥ 0.6', met: ratio >= 0.6 },
      { name: 'road.cpuMs', value: round(cpu), unit: 'ms CPU', bar: '≤ 2.5', met: cpu <= 2.5 },
      {
        name: 'road.p50Ms',
        value: round(p50),
        unit: 'ms at 50/s',
        peer: 'Planka, create a card: 79 (as published in the design)',
      },
      { name: 'road.p99Ms', value: round(p99), unit: 'ms at 50/s', bar: '≤ 20', met: p99 <= 20 },
      { name: 'road.growth4', value: round(later / early), unit: '× CPU at 4 ×', bar: '≤ 1.3', met: later / early <= 1.3 },
      { name: 'road.growth16', value: round(last / early), unit: '× CPU at 16 ×', bar: '≤ 1.3', met: last / early <= 1.3 },
    ];
  } finally {
    await server.close();
    await remove();
  }
}

async function makeOwner({ road, setupUrl }: RunningServer): Promise<Caller> {
  const row = await road.database.db.selectFrom('installation').select('workspace_id').executeTakeFirstOrThrow();
  const nobody: Caller = { kind: 'nobody', workspaceId: row.workspace_id, via: 'api' };
  const setupToken = setupUrl?.split('#')[1] ?? '';
  const input = { setupToken, workspace: 'Bench', name: 'Olive', email: 'olive@example.com', password: 'correct horse' };
  const answer = await runOperation(road, nobody, 'workspace.setUp', input);
  if (isRefusal(answer)) throw new Error(answer.message);
  // What the operation's schema says.
  const { sessionSecret } = answer.value as { sessionSecret: string };
  const caller = await authenticate(road.database.db, sessionSecret, 'api', road.clock());
  if (caller === null) throw new Error('the owner could not sign in');
  return caller;
}

/** `count` calls from eight writers, each waiting for its own answer. */
async function together(count: number, call: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await call(next);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (count / (performance.now() - began)) * 1000;
}

async function cpuFor(count: number, call: (index: number) => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await together(count, call);
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000 / count;
}

/** One call every 20 ms for ten seconds, whether or not the one before was answered. */
async function atFiftyASecond(call: (index: number) => Promise<void>): Promise<{ p50: number; p99: number }> {
  const took: number[] = [];
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let index = 0; index < 500; index += 1) {
    const due = began + index * 20;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const sent = performance.now();
    running.push(call(index).then(() => void took.push(performance.now() - sent)));
  }
  await Promise.all(running);
  const sorted = took.toSorted((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)] ?? 0, p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
