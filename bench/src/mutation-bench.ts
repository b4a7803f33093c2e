// Mutation: flips 200 comparisons, conditions and branches of the rules in domain/, one at a time, and counts those that turn
// a test red. First the domain's own tests run; what they let pass is tried on the server's tests of the same feature. Takes
// some minutes, so it runs only when it is named. `--only` takes feature folders: `--only backlog,review`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fillWords, xoshiro } from '@shortlist/domain/forecast/xoshiro.ts';
import { startTestCluster } from '@shortlist/server/db/test-cluster.ts';
import { mutationsOf, type Mutation } from './mutation-sites.ts';
import type { Row } from './row.ts';

const root = join(import.meta.dirname, '..', '..');
const hook = join(import.meta.dirname, 'mutation-hook.ts');
const wanted = 200;
const bar = 0.95;
/** A change that makes a loop endless is caught by the clock. */
const patienceMs = 120_000;

export async function run(options: { only?: string[]; data?: string; json: boolean }): Promise<Row[]> {
  const { only } = options;
  const files = globSync('domain/src/**/*.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/(\.test|-examples|-operations|\/operations|\/entities)\.ts$/.test(path))
    .filter((path) => only === undefined || only.some((feature) => path.startsWith(`domain/src/${feature}/`)))
    .toSorted();
  const all = files.flatMap((file) => mutationsOf(file, readFileSync(join(root, file), 'utf8')));
  const chosen = shuffled(all).slice(0, wanted);
  const unseen = await survivorsOf(chosen, ownTests);
  const survivors = await withCluster(unseen.length > 0, async (env) => await survivorsOf(unseen, servedTests, env));
  for (const { file, at, from, to } of survivors) {
    const line = readFileSync(join(root, file), 'utf8').slice(0, at).split('\n').length;
    process.stderr.write(`survived: ${file}:${line} “${from.trim()}” as “${to.trim()}”\n`);
  }
  const share = chosen.length === 0 ? 1 : 1 - survivors.length / chosen.length;
  return [
    { name: 'mutation.places', value: all.length, unit: 'in domain/' },
    { name: 'mutation.tried', value: chosen.length, unit: 'changes' },
    { name: 'mutation.caught', value: Math.round(share * 1000) / 10, unit: '%', bar: '≥ 95', met: share >= bar },
  ];
}

/** The mutations that every group of tests lets pass. */
async function survivorsOf(
  mutations: readonly Mutation[],
  testsFor: (mutation: Mutation) => readonly (readonly string[])[],
  env: Readonly<Record<string, string>> = {},
): Promise<readonly Mutation[]> {
  const waiting = [...mutations];
  const survivors: Mutation[] = [];
  const work = async () => {
    for (let mutation = waiting.pop(); mutation !== undefined; mutation = waiting.pop()) {
      let survives = true;
      for (const files of testsFor(mutation)) survives &&= await passes(files, mutation, env);
      if (survives) survivors.push(mutation);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return survivors;
}

/** The domain's tests: those of the same feature, then all others. */
function ownTests({ file }: Mutation): readonly (readonly string[])[] {
  const all = globSync('domain/src/**/*.test.ts', { cwd: root });
  const isNear = (path: string) => path.startsWith(`${file.split('/').slice(0, -1).join('/')}/`);
  return [all.filter(isNear), all.filter((path) => !isNear(path))].filter((group) => group.length > 0);
}

/** The server's tests of the same feature, one file after the other: on a database, a feature's tests share none. */
function servedTests({ file }: Mutation): readonly (readonly string[])[] {
  const feature = file.split('/')[2] ?? '';
  return globSync([`server/src/${feature}/*.test.ts`, 'server/src/*.pg.test.ts'], { cwd: root }).map((path) => [path]);
}

async function withCluster<Value>(isNeeded: boolean, use: (env: Readonly<Record<string, string>>) => Promise<Value>) {
  if (!isNeeded) return await use({});
  const cluster = await startTestCluster();
  try {
    return await use({ SHORTLIST_TEST_DATABASE_URL: cluster.url });
  } finally {
    await cluster.stop();
  }
}

async function passes(files: readonly string[], mutation: Mutation, env: Readonly<Record<string, string>>): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', hook, '--test', '--test-isolation=none', ...files], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, ...env, SHORTLIST_MUTATION: JSON.stringify(mutation) },
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  });
  const [code]: unknown[] = await once(child, 'exit');
  return code === 0;
}

/** The same choice each time, so that a survivor can be looked for again. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const words = new Int32Array(items.length);
  fillWords(words, xoshiro(1));
  return items
    .map((item, index) => ({ item, order: words[index] ?? 0 }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
