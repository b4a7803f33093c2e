// Asking flags over HTTP, a part of the bench of flags: OFREP answers for each second of the server's processor time, how soon a change is at a
// thousand streams, when an SDK knows that its line is dead, and how soon it answers without a server.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Agent, get, request } from 'node:http';
import { join } from 'node:path';
import { fileFlagStorage } from '@shortlist/sdk/file-storage.ts';
import { createFlags } from '@shortlist/sdk/flags.ts';
import { clientOf, cpuMsOf, newFolder, setUp, startBenchServer, startProcess } from './bench-server.ts';
import { misfits, type OfrepAnswer } from './ofrep-schema.ts';
import type { Row } from './row.ts';

const questions = 20_000;
const turns = 3;
const atOnce = 32;
const streams = 1_000;
const changes = 20;
const flag = 'bench-flag';

/** `data`: a folder with `flags/ofrep-openapi.json`; without it no answer is held against the protocol's schemas. */
export async function deliveryRows(data: string | undefined): Promise<Row[]> {
  const { folder, remove } = await newFolder();
  const server = await startBenchServer(folder);
  const bare = await startProcess([join(import.meta.dirname, 'bare-http.ts')]);
  try {
    const client = clientOf(server, await setUp(server));
    await client.call('flag.create', { key: flag, clientSide: true });
    await client.call('ladder.climb', { flagKey: flag, rung: 'gradual', percent: 50 });
    const secret = (await client.call('environment.createKey', { environment: 'production', kind: 'server' })).keySecret;
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const ask = (path: string, etag?: string) =>
      post(new URL(`/ofrep/v1/evaluate/flags${path}`, server.url), secret, agent, etag);
    const perCpuSecond = async (count: number, one: () => Promise<unknown>, pid = server.pid): Promise<number> => {
      for (let index = 0; index < 500; index += 1) await one();
      const before = await cpuMsOf(pid);
      let left = count;
      const work = async (): Promise<void> => {
        while (left-- > 0) await one();
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      return Math.round((count / ((await cpuMsOf(pid)) - before)) * 1_000);
    };
    // In turns, and the best of them: what else the machine does falls on both, and only takes away.
    let [single, echo] = [0, 0];
    for (let turn = 0; turn < turns; turn += 1) {
      single = Math.max(single, await perCpuSecond(questions, () => ask(`/${flag}`)));
      echo = Math.max(echo, await perCpuSecond(questions, () => post(new URL(bare.url), secret, agent), bare.pid));
    }
    const etag = (await ask('')) ?? '';
    const bulk = await perCpuSecond(questions / 2, () => ask(''));
    const unchanged = await perCpuSecond(questions / 2, () => ask('', etag));
    agent.destroy();
    const shapes = await shapeRows(data, server.url, secret);
    const before = await cpuMsOf(server.pid);
    const delays = await propagation(server.url, secret, async (index) => {
      const percent = 50 + (index + 1) / 1_000;
      await client.call('ladder.climb', { flagKey: flag, rung: 'gradual', percent });
    });
    const cpuOfChange = ((await cpuMsOf(server.pid)) - before) / changes;
    const at = (share: number) => Math.round(delays[Math.floor(delays.length * share)] ?? 0);
    return [
      {
        name: 'ofrep.singlePerCpuS',
        value: single,
        unit: 'a CPU-second',
        bar: '≥ 8000',
        met: single >= 8_000,
        peer: `bare node:http, the body sent back: ${echo}; unleash-server 730 (as published in the design)`,
      },
      // Whatever the machine, this is what is ours.
      { name: 'ofrep.shareOfBareNode', value: Math.round((single / echo) * 100) / 100, unit: '× bare node:http' },
      { name: 'ofrep.bulkPerCpuS', value: bulk, unit: 'a CPU-second' },
      { name: 'ofrep.unchangedPerCpuS', value: unchanged, unit: 'a CPU-second' },
      ...shapes,
      { name: 'flags.propagationP50Ms', value: at(0.5), unit: `ms to ${streams} streams`, bar: '≤ 50', met: at(0.5) <= 50 },
      { name: 'flags.propagationP99Ms', value: at(0.99), unit: `ms to ${streams} streams`, bar: '≤ 250', met: at(0.99) <= 250 },
      {
        name: 'flags.propagationCpuMs',
        value: Math.round(cpuOfChange),
        unit: `ms CPU of the server, command and ${streams} streams`,
      },
    ];
  } finally {
    await bare.stop();
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

/** How long an SDK takes to its first answer where no server is: from a file of ten thousand flags. `text`: the set's. */
export async function offlineStartRow(folder: string, text: string, key: string): Promise<Row> {
  const file = join(folder, 'flags.json');
  await writeFile(file, text);
  const began = performance.now();
  const flags = createFlags({ url: 'http://127.0.0.1:9', key: 'sl_srv_none', storage: fileFlagStorage(file) });
  await flags.ready;
  const { value } = flags.details(key, { user: { key: 'u1' }, customer: { plan: 'pro' } });
  const ms = performance.now() - began;
  await flags.close();
  if (typeof value !== 'boolean') throw new Error('the copy on the disk gave no answer');
  return { name: 'flags.offlineStartMs', value: Math.round(ms * 10) / 10, unit: 'ms to the first of 10,000 flags' };
}

/** Every kind of answer against the protocol's own schemas. */
async function shapeRows(data: string | undefined, url: string, secret: string): Promise<Row[]> {
  const file = join(data ?? '', 'flags', 'ofrep-openapi.json');
  if (data === undefined || !existsSync(file)) return [];
  const kinds = [
    ['evaluationSuccess', `/${flag}`, '{"context":{"targetingKey":"ü😀"}}'],
    ['evaluationSuccess', `/${flag}`, '{"context":{"targetingKey":"u","customer":{"key":"c1"}}}'],
    ['flagNotFound', '/nothing', '{"context":{"targetingKey":"u"}}'],
    ['evaluationFailure', `/${flag}`, '{'],
    ['evaluationFailure', `/${flag}`, '{"context":[]}'],
    ['evaluationFailure', `/${flag}`, JSON.stringify({ context: { text: 'x'.repeat(300_000) } })],
    ['bulkEvaluationSuccess', '', '{"context":{"targetingKey":"u"}}'],
    ['bulkEvaluationFailure', '', '{"context":7}'],
  ] as const;
  const answers = await Promise.all(
    kinds.map(async ([schema, path, body]): Promise<OfrepAnswer> => {
      const headers = {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'shortlist-reasons': 'strict',
      };
      const response = await fetch(`${url}/ofrep/v1/evaluate/flags${path}`, { method: 'POST', headers, body });
      return { what: `${schema} ${body.slice(0, 40)}`, schema, body: await response.json() };
    }),
  );
  const wrong = misfits(file, answers);
  const right = answers.length - wrong.length;
  const peer = wrong.length > 0 ? { peer: wrong.join('; ') } : {};
  const bar = `≥ ${answers.length}`;
  return [
    { name: 'ofrep.validAnswers', value: right, unit: `of ${answers.length} kinds`, bar, met: wrong.length === 0, ...peer },
  ];
}
