// Asking flags over HTTP: OFREP answers for each second of the server's processor time, and how soon a change is at a thousand streams.
import { Agent, get, request } from 'node:http';
import { clientOf, cpuMsOf, newFolder, setUp, startBenchServer } from './bench-server.ts';
import type { Row } from './row.ts';

const questions = 20_000;
const atOnce = 32;
const streams = 1_000;
const changes = 20;
const flag = 'bench-flag';

export async function run(): Promise<Row[]> {
  const { folder, remove } = await newFolder();
  const server = await startBenchServer(folder);
  try {
    const client = clientOf(server, await setUp(server));
    await client.call('flag.create', { key: flag, clientSide: true });
    await client.call('ladder.climb', { flagKey: flag, rung: 'gradual', percent: 50 });
    const secret = (await client.call('environment.createKey', { environment: 'production', kind: 'server' })).keySecret;
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const ask = (path: string, etag?: string) =>
      post(new URL(`/ofrep/v1/evaluate/flags${path}`, server.url), secret, agent, etag);
    const perCpuSecond = async (count: number, one: () => Promise<unknown>): Promise<number> => {
      for (let index = 0; index < 500; index += 1) await one();
      const before = await cpuMsOf(server.pid);
      let left = count;
      const work = async (): Promise<void> => {
        while (left-- > 0) await one();
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      return Math.round((count / ((await cpuMsOf(server.pid)) - before)) * 1_000);
    };
    const single = await perCpuSecond(questions, () => ask(`/${flag}`));
    const etag = (await ask('')) ?? '';
    const bulk = await perCpuSecond(questions / 2, () => ask(''));
    const unchanged = await perCpuSecond(questions / 2, () => ask('', etag));
    agent.destroy();
    const delays = await propagation(server.url, secret, async (index) => {
      const percent = 50 + (index + 1) / 1_000;
      await client.call('ladder.climb', { flagKey: flag, rung: 'gradual', percent });
    });
    const at = (share: number) => Math.round(delays[Math.floor(delays.length * share)] ?? 0);
    return [
      {
        name: 'flags.ofrepSingle',
        value: single,
        unit: '1/CPU-s',
        bar: '≥ 8000',
        met: single >= 8_000,
        peer: 'unleash-server 730 (as published in the design)',
      },
      { name: 'flags.ofrepBulk', value: bulk, unit: '1/CPU-s' },
      { name: 'flags.ofrepUnchanged', value: unchanged, unit: '1/CPU-s' },
      { name: 'flags.propagationP50', value: at(0.5), unit: `ms to ${streams} streams`, bar: '≤ 50', met: at(0.5) <= 50 },
      { name: 'flags.propagationP99', value: at(0.99), unit: `ms to ${streams} streams`, bar: '≤ 250', met: at(0.99) <= 250 },
    ];
  } finally {
    await server.stop();
    await remove();
  }
}

/** Answers the `ETag`. */
async function post(url: URL, secret: string, agent: Agent, etag?: string): Promise<string | undefined> {
  return await new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      ...(etag !== undefined && { 'if-none-match': etag }),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.headers.etag));
    });
    sent.on('error', reject);
    sent.end('{"context":{"targetingKey":"u1","customer":{"key":"c1"}}}');
  });
}

/** Sorted milliseconds from before a change is sent until each stream has it, all streams and changes together. */
async function propagation(url: string, secret: string, change: (index: number) => Promise<void>): Promise<readonly number[]> {
  const delays: number[] = [];
  let sentAt = 0;
  let received = 0;
  let opened = 0;
  let tell: () => void = () => undefined;
  const readers = Array.from({ length: streams }, () =>
    get(new URL('/flags/v1/stream', url), { agent: false, headers: { authorization: `Bearer ${secret}` } }, (response) => {
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        if (text.includes('event: set')) opened += 1;
        if (text.includes('event: delta')) {
          delays.push(performance.now() - sentAt);
          received += 1;
        }
        tell();
      });
      response.on('error', () => undefined);
    }).on('error', () => undefined),
  );
  const until = async (isReached: () => boolean): Promise<void> => {
    while (!isReached()) await new Promise<void>((resolve) => (tell = resolve));
  };
  await until(() => opened >= streams);
  for (let index = 0; index < changes; index += 1) {
    received = 0;
    sentAt = performance.now();
    await change(index);
    await until(() => received >= streams);
  }
  for (const reader of readers) reader.destroy();
  return delays.toSorted((a, b) => a - b);
}
