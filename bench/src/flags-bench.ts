// Flags: evaluations per CPU-second beside four peers in the same run, what ten thousand flags cost to hold and to change, how that grows, the two
// conformance suites (flagd's with `--data`), and asking over HTTP (flags-delivery-bench.ts).
import type { FlagDefinition, SetDelta, SetDocument } from '@shortlist/domain/flag/flag-definition.ts';
import { evaluateFlag } from '@shortlist/domain/flag/flag-evaluate.ts';
import { applyDelta, asciiJson, readSetText, writeSetText, type FlagSet } from '@shortlist/domain/flag/flag-set.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deliveryRows, offlineStartRow } from './flags-delivery-bench.ts';
import { newFolder } from './bench-server.ts';
import { runFlagdSuite, type SuiteResult } from './flagd-suite.ts';
import { openFeatureAroundAConstant, peers, plans, type Peer } from './flags-peers.ts';
import type { Row } from './row.ts';
import { runUnleashSuite } from './unleash-suite.ts';

const ROUNDS = 7;
const USERS = 1_000;

type Part = { readonly names: readonly string[]; readonly run: (data: string | undefined) => Row[] | Promise<Row[]> };

/** Each part measures together what must be compared in one run; `only` runs the parts that have a row of that beginning. */
const parts: readonly Part[] = [
  { names: ['flags.evalPerCpuS', 'flags.ratioFlagdCore', 'flags.peer'], run: evaluationRows },
  { names: ['flags.load10000', 'flags.update10000', 'flags.deltaBytes'], run: loadRows },
  { names: ['flags.growth'], run: growthRows },
  { names: ['flags.suite'], run: suiteRows },
  { names: ['flags.offlineStart'], run: offlineRows },
  { names: ['ofrep', 'flags.propagation'], run: deliveryRows },
];

export async function run(options: { only?: string[]; data?: string; json: boolean }): Promise<Row[]> {
  const { only } = options;
  const isWanted = (name: string): boolean =>
    only === undefined || only.some((wanted) => name.startsWith(wanted) || wanted.startsWith(name));
  const rows: Row[] = [];
  for (const part of parts) if (part.names.some(isWanted)) rows.push(...(await part.run(options.data)));
  return rows;
}

/** A rule and a percentage, as in every peer, among `others` flags; each other flag has the rules of an ordinary one. */
function documentOf(count: number): SetDocument {
  const flags = Array.from({ length: count }, (_, index) => flagNumber(index));
  return {
    version: 1,
    environment: 'production',
    flags: Object.fromEntries(flags.map((flag) => [flag.key, flag])),
    segments: {},
  };
}

function flagNumber(index: number): FlagDefinition {
  return {
    key: index === 0 ? 'checkout' : `flag-number-${index}`,
    type: 'boolean',
    kind: 'release',
    salt: `${(Math.imul(index + 1, 2_654_435_761) >>> 0).toString(36)}-salt`,
    clientSide: true,
    archived: false,
    variants: { on: true, off: false },
    enabled: true,
    rules: [
      {
        id: `rule-${index}`,
        title: 'Three in ten of the paying customers',
        when: [{ attribute: 'customer.plan', op: 'in', values: plans }],
        serve: {
          split: {
            unit: 'user',
            hashVersion: 1,
            weights: [
              { variant: 'on', weight: 30_000 },
              { variant: 'off', weight: 70_000 },
            ],
          },
        },
      },
    ],
    fallthrough: { variant: 'off' },
    offVariant: 'off',
    version: 3,
  };
}

function ours(set: FlagSet): Peer {
  return {
    name: 'Shortlist',
    isOn: (user, plan) => evaluateFlag(set, 'checkout', { user: { key: user }, customer: { plan } }).value,
  };
}

async function evaluationRows(): Promise<Row[]> {
  const all = [ours(readSetText(writeSetText(documentOf(1)), Date.now)), ...peers()];
  const best = new Map(all.map(({ name }) => [name, 0]));
  // In turns, so that what else the machine does falls on all of them.
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const peer of all)
      best.set(
        peer.name,
        Math.max(best.get(peer.name) ?? 0, perCpuSecond(peer, peer.name === 'Shortlist' ? 1_000_000 : 200_000)),
      );
  }
  const constant = await openFeatureAroundAConstant();
  const openFeature = Math.max(await perCpuSecondAsync(constant, 20_000), await perCpuSecondAsync(constant, 20_000));
  const us = best.get('Shortlist') ?? 0;
  const flagd = best.get('flagd-core') ?? 1;
  const others = [...[...best].filter(([name]) => name !== 'Shortlist'), [constant.name, openFeature] as const];
  const peer = others.map(([name, rate]) => `${name} ${millions(rate)}`).join(', ');
  return [
    { name: 'flags.evalPerCpuS', value: millions(us), unit: 'M a CPU-second', bar: '≥ 2.5', met: us >= 2_500_000, peer },
    { name: 'flags.ratioFlagdCore', value: round(us / flagd), unit: '× flagd-core', bar: '≥ 3', met: us >= 3 * flagd },
  ];
}

function perCpuSecond(peer: Peer, count: number): number {
  const users = Array.from({ length: USERS }, (_, index) => `user-${index}`);
  const before = process.cpuUsage();
  for (let i = 0; i < count; i += 1) peer.isOn(users[i % USERS] ?? '', 'pro');
  return count / cpuSecondsSince(before);
}

async function perCpuSecondAsync(peer: Peer, count: number): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < count; i += 1) await peer.isOn(`user-${i % USERS}`, 'pro');
  return count / cpuSecondsSince(before);
}

function loadRows(): Row[] {
  const bytes = Buffer.from(writeSetText(documentOf(10_000)), 'latin1');
  const cpu = median(Array.from({ length: ROUNDS }, () => cpuMsOf(() => readSetText(bytes.toString('latin1'), Date.now))));
  const text = bytes.toString('latin1');
  const heapBefore = heapUsed();
  const set = readSetText(text, Date.now);
  // The set keeps the text itself, which lies outside the heap.
  const ratio = (text.length + heapUsed() - heapBefore) / text.length;
  const keys = [...set.flags.keys()];
  const all = cpuMsOf(() => {
    for (const key of keys) evaluateFlag(set, key, {});
  });
  const updates = Array.from({ length: 201 }, (_, index) => updateMs(set, index));
  const delta = asciiJson(deltaOf(set, 5));
  return [
    {
      name: 'flags.load10000CpuMs',
      value: round(cpu),
      unit: 'ms CPU',
      bar: '≤ 90',
      met: cpu <= 90,
      peer: 'GrowthBook 88, flagd-core 3159 (as published in the design)',
    },
    { name: 'flags.load10000Memory', value: round(ratio), unit: '× their JSON', bar: '≤ 1.3', met: ratio <= 1.3 },
    { name: 'flags.load10000JsonMb', value: round(bytes.length / 1_000_000), unit: 'MB' },
    { name: 'flags.load10000AskAllCpuMs', value: round(all), unit: 'ms CPU to ask every flag once' },
    { name: 'flags.update10000Ms', value: round3(median(updates)), unit: 'ms', bar: '≤ 1', met: median(updates) <= 1 },
    { name: 'flags.deltaBytes', value: delta.length, unit: 'bytes', bar: '≤ 1024', met: delta.length <= 1_024 },
  ];
}

function deltaOf(set: FlagSet, index: number): SetDelta {
  const flag = flagNumber(index);
  return {
    after: set.version,
    version: set.version + 1,
    environment: set.environment,
    flags: { [flag.key]: { ...flag, enabled: index % 2 === 0 } },
    segments: {},
  };
}

/** From the delta's text to the first answer of the changed flag. */
function updateMs(set: FlagSet, index: number): number {
  const text = asciiJson(deltaOf(set, index));
  const began = performance.now();
  // The text of the line before.
  applyDelta(set, JSON.parse(text) as SetDelta);
  evaluateFlag(set, `flag-number-${index}`, {});
  return performance.now() - began;
}

function growthRows(): Row[] {
  const sets = [2_500, 10_000, 40_000].map((count) => {
    const text = writeSetText(documentOf(count));
    return { text, set: readSetText(text, Date.now), loads: 40_000 / count, load: Infinity, ask: Infinity };
  });
  // In turns, the same number of flags each time, and the best of many: so that each size carries its part of collecting garbage.
  for (let turn = 0; turn < 3 * ROUNDS; turn += 1) {
    for (const one of sets) {
      const loading = cpuMsOf(() => {
        for (let load = 0; load < one.loads; load += 1) readSetText(one.text, Date.now);
      });
      one.load = Math.min(one.load, loading / one.loads);
      one.ask = Math.min(one.ask, 1 / perCpuSecond(ours(one.set), 200_000));
    }
  }
  const [one, four, sixteen] = sets;
  if (one === undefined || four === undefined || sixteen === undefined) return [];
  return [
    // A table that outgrows the processor's caches costs up to twice as much an entry; it is still the same work.
    grown('flags.growthLoad4x', four.load / one.load, 4 * 2),
    grown('flags.growthLoad16x', sixteen.load / one.load, 16 * 2),
    grown('flags.growthAsk4x', four.ask / one.ask, 1.3),
    grown('flags.growthAsk16x', sixteen.ask / one.ask, 1.3),
  ];
}

function grown(name: string, ratio: number, bar: number): Row {
  return { name, value: round(ratio), unit: '× the time', bar: `≤ ${bar}`, met: ratio <= bar };
}

async function offlineRows(): Promise<Row[]> {
  const { folder, remove } = await newFolder();
  try {
    return [await offlineStartRow(folder, writeSetText(documentOf(10_000)), 'checkout')];
  } finally {
    await remove();
  }
}

function suiteRows(data: string | undefined): Row[] {
  const rows = [suiteRow('flags.suiteUnleash', runUnleashSuite(), 0)];
  const file = (name: string): string => join(data ?? '', 'flags', `flagd-evaluator-${name}.json`);
  // The one exception is argued in ADR 0017: a reference that leads nowhere is refused when it is imported.
  if (data !== undefined && existsSync(file('cases')))
    rows.push(suiteRow('flags.suiteFlagd', runFlagdSuite(file('cases'), file('flags')), 1));
  return rows;
}

function suiteRow(name: string, { cases, failed }: SuiteResult, argued: number): Row {
  return {
    name,
    value: cases - failed.length,
    unit: `of ${cases} cases`,
    bar: `≥ ${cases - argued}`,
    met: failed.length <= argued,
    ...(failed.length > 0 && { peer: `failed: ${failed.join('; ')}` }),
  };
}

let collect: (() => void) | null = null;

/** Bytes on the heap after everything that can go has gone. */
function heapUsed(): number {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    // What the flag brings.
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

function cpuMsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return cpuSecondsSince(before) * 1_000;
}

function cpuSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function millions(rate: number): number {
  return round(rate / 1_000_000);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function round3(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
