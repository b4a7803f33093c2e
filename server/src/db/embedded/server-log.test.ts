import assert from 'node:assert/strict';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { databaseFolder, logFile } from './cluster-folder.ts';
import { lastFatalLine, rotateLog } from './server-log.ts';

async function inDataFolder(body: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-log-'));
  await mkdir(databaseFolder(dataDir));
  try {
    await body(dataDir);
  } finally {
    await rm(dataDir, { recursive: true });
  }
}

test('a log above the limit moves aside, while its writer goes on at the new beginning', async () => {
  await inDataFolder(async (dataDir) => {
    const writer = await open(logFile(dataDir), 'a');
    await writer.write('a first line\n');
    await rotateLog(dataDir, 10);
    await writer.write('second\n');
    await writer.close();
    assert.equal(await readFile(`${logFile(dataDir)}.1`, 'utf8'), 'a first line\n');
    assert.equal(await readFile(logFile(dataDir), 'utf8'), 'second\n');
  });
});

test('a log below the limit, or none, is left alone', async () => {
  await inDataFolder(async (dataDir) => {
    await rotateLog(dataDir, 10);
    await writeFile(logFile(dataDir), 'short');
    await rotateLog(dataDir, 10);
    assert.equal(await readFile(logFile(dataDir), 'utf8'), 'short');
    await assert.rejects(readFile(`${logFile(dataDir)}.1`), /ENOENT/);
  });
});

test('the reason of a failed start is the last fatal line, without time and process', async () => {
  await inDataFolder(async (dataDir) => {
    assert.equal(await lastFatalLine(dataDir), null);
    const lines = [
      '2026-11-22 10:00:00.000 UTC [7] FATAL:  an earlier one',
      '2026-11-22 10:00:01.000 UTC [7] FATAL:  could not write lock file: No space left on device',
      '2026-11-22 10:00:02.000 UTC [8] FATAL:  the database system is not yet accepting connections',
      '',
    ];
    await writeFile(logFile(dataDir), 'x'.repeat(20_000) + lines.join('\n'));
    assert.equal(await lastFatalLine(dataDir), 'could not write lock file: No space left on device');
    await writeFile(logFile(dataDir), 'postgres: error while loading shared libraries: libicui18n.so.60\n');
    assert.equal(await lastFatalLine(dataDir), 'postgres: error while loading shared libraries: libicui18n.so.60');
  });
});
