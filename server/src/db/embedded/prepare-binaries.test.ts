import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { closedToOthers } from './closed-to-others.ts';
import { copyBinaries, linkLibraries } from './prepare-binaries.ts';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** A package as npm leaves it when its install step was blocked: programs and libraries, no links. */
async function given(body: (nativeDir: string, dataDir: string) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'shortlist-package-'));
  const native = join(root, 'package', 'native');
  await mkdir(join(native, 'bin'), { recursive: true });
  await mkdir(join(native, 'lib', 'pkgconfig'), { recursive: true });
  await mkdir(join(root, 'data'));
  await writeFile(join(root, 'package', 'package.json'), '{ "name": "p", "version": "18.4.0-beta.17" }');
  await writeFile(join(native, 'bin', 'postgres'), 'program', { mode: 0o700 });
  await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'library', { mode: 0o600 });
  await writeFile(join(native, 'lib', 'libpq.a'), 'for compilers');
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({ source: 'native/lib/libpq.so.5.18', target: `native/lib/${name}` }));
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  try {
    await body(native, join(root, 'data'));
  } finally {
    await rm(root, { recursive: true });
  }
}

test('the missing links of the package are made, by any number of servers at once', async () => {
  await given(async (native) => {
    assert.deepEqual(await Promise.all([linkLibraries(native), linkLibraries(native), linkLibraries(native)]), [
      true,
      true,
      true,
    ]);
    assert.equal(await readlink(join(native, 'lib', 'libpq.so.5')), 'libpq.so.5.18');
    assert.equal(await readFile(join(native, 'lib', 'libpq.so'), 'utf8'), 'library');
    assert.equal(await linkLibraries(native), true);
  });
});

test('a package that cannot be written is said to be so, and left as it is', async (t) => {
  const closed = isRoot ? await closedToOthers() : null;
  if (closed !== null) return t.skip(closed);
  await given(async (native) => {
    await chmod(join(native, 'lib'), 0o555);
    for (const folder of [join(native, '..', '..'), join(native, '..'), native]) await chmod(folder, 0o755);
    const answer = isRoot ? await asNobody(`linkLibraries(${JSON.stringify(native)})`) : String(await linkLibraries(native));
    assert.equal(answer, 'false');
    await chmod(join(native, 'lib'), 0o755);
    assert.deepEqual((await readdir(join(native, 'lib'))).toSorted(), ['libpq.a', 'libpq.so.5.18', 'pkgconfig']);
  });
});

/** Root may write everywhere, so the question is asked by a process that may not. */
async function asNobody(call: string): Promise<string> {
  const module = new URL('prepare-binaries.ts', import.meta.url).href;
  const script = `import { linkLibraries } from ${JSON.stringify(module)}; console.log(await ${call});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { uid: NOBODY, gid: NOBODY, cwd: '/' });
  let output = '';
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString();
  });
  await once(child, 'close');
  return output.trim();
}

test('a copy beside the data has its links, can be run by everybody, and is made once', async () => {
  await given(async (native, dataDir) => {
    const [first, second] = await Promise.all([copyBinaries(native, dataDir), copyBinaries(native, dataDir)]);
    assert.equal(first, join(dataDir, 'postgres-programs-18.4.0-beta.17', 'native', 'bin'));
    assert.equal(second, first);
    assert.deepEqual(await readdir(dataDir), ['postgres-programs-18.4.0-beta.17']);
    assert.equal((await stat(join(first, 'postgres'))).mode & 0o777, 0o755);
    assert.deepEqual((await readdir(join(first, '..', 'lib'))).toSorted(), ['libpq.so', 'libpq.so.5', 'libpq.so.5.18']);
    assert.equal((await stat(join(first, '..', 'lib', 'libpq.so.5'))).mode & 0o777, 0o755);

    await writeFile(join(first, 'postgres'), 'the copy');
    await copyBinaries(native, dataDir);
    assert.equal(await readFile(join(first, 'postgres'), 'utf8'), 'the copy');
  });
});
