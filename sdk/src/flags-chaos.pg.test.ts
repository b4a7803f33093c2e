/** SDKs whose lines are cut and fall silent, servers that stop and start, and changes all the while. The seed is printed where it fails. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startAnother, startTestServer, type TestServer } from '@shortlist/server/test-server.ts';
import { createFlags, type Flags } from './flags.ts';
import { makeKey, until } from './test-flags.ts';
import { startLine, type TestLine } from './test-line.ts';

const isSoak = process.env['SHORTLIST_SOAK'] === '1';
const changes = isSoak ? 10_000 : 300;
const clients = isSoak ? 50 : 8;
const keys = Array.from({ length: 12 }, (_, index) => `flag-${index}`);

interface Client {
  readonly flags: Flags;
  /** What it kept last. */
  readonly kept: () => string;
}

test(
  `${changes} changes, ${clients} SDKs whose lines break, and servers that stop: none is lost, all end equal`,
  { timeout: isSoak ? 3_000_000 : 240_000 },
  async () => {
    const seed = Number(process.env['SHORTLIST_SEED'] ?? Date.now() % 2 ** 31);
    const random = seeded(seed);
    const server = await startTestServer({ heartbeatMs: 300 });
    let second = await startAnother(server, { pollMs: 50, heartbeatMs: 300 });
    const lines = [await startLine(server.port), await startLine(second.port)];
    const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value;
    try {
      const keySecret = await makeKey(server, 'production', 'server');
      for (const key of keys) await server.value('flag.create', { key });
      const make = (): Client => makeClient(pick(lines), keySecret);
      const all = Array.from({ length: clients }, make);
      for (let index = 0; index < changes; index += 1) {
        await changeSomething(server, random, index);
        if (random() < 0.03) pick(lines).cut();
        if (random() < 0.05) {
          const at = Math.floor(random() * clients);
          await all[at]?.flags.close();
          all[at] = make();
        }
        if (index % Math.ceil(changes / 4) === 1) {
          const { port } = second;
          await second.close();
          second = await startAnother(server, { pollMs: 50, heartbeatMs: 300 }, port);
        }
        if (index === changes >> 1) await fallSilentAndSpeak(lines, all);
      }
      const version = await lastVersion(server);
      for (const { flags } of all) await until(flags, () => flags.version() === version);
      await Promise.all(all.map(({ flags }) => flags.close()));
      const wanted: unknown = await (await server.fetch('/flags/v1/set', { as: keySecret })).json();
      for (const { kept } of all) assert.deepEqual(JSON.parse(kept()), wanted);
    } catch (error) {
      throw new Error(`with SHORTLIST_SEED=${seed}`, { cause: error });
    } finally {
      await Promise.all(lines.map((line) => line.close()));
      await second.close();
      await server.end();
    }
  },
);

function makeClient(line: TestLine, key: string): Client {
  let kept = '';
  const storage = { read: () => null, write: (text: string) => void (kept = text) };
  return {
    flags: createFlags({ url: line.url, key, storage, pollMs: 700, silenceMs: 1_500, telemetryMs: 0 }),
    kept: () => kept,
  };
}

async function changeSomething(server: TestServer, random: () => number, index: number): Promise<void> {
  const key = keys[Math.floor(random() * keys.length)] ?? '';
  const environment = 'production';
  const kind = random();
  if (kind < 0.4) {
    const fallthrough = { variant: random() < 0.5 ? 'on' : 'off' };
    await server.value('flag.setRules', { key, environment, enabled: true, fallthrough });
  } else if (kind < 0.6) await server.value('flag.kill', { key, environment });
  else if (kind < 0.8) await server.value('flag.exclude', { key, customers: [`c${Math.floor(random() * 5)}`] });
  else await server.value('segment.edit', { key: 'beta', included: [`c${index}`] });
}

/** Nobody is told that a line fell silent, and everybody comes to know it; once it speaks again, all are ready again. */
async function fallSilentAndSpeak(lines: readonly TestLine[], all: readonly Client[]): Promise<void> {
  await Promise.all(all.map(({ flags }) => until(flags, () => flags.status().state === 'ready')));
  for (const line of lines) line.fallSilent();
  await Promise.all(all.map(({ flags }) => until(flags, () => flags.status().state === 'stale')));
  for (const { flags } of all) assert.match(flags.status().since ?? '', /^\d{4}-.*Z$/);
  for (const line of lines) line.speak();
  await Promise.all(all.map(({ flags }) => until(flags, () => flags.status().state === 'ready')));
}

/** Of the last change of a flag or a segment: what every set comes to. */
async function lastVersion(server: TestServer): Promise<number> {
  const { db } = server.road.database;
  const newest = db.selectFrom('change').select(({ fn }) => fn.max('seq').as('seq'));
  return (await newest.where('entity', 'in', ['flag', 'segment']).executeTakeFirst())?.seq ?? 0;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
