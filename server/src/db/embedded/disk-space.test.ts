import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ballastFile } from './cluster-folder.ts';
import { watchSpace, type SpaceWatch } from './disk-space.ts';

const MB = 1024 * 1024;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A watched folder on a disk whose free space the test sets. */
async function given(
  body: (space: SpaceWatch, disk: { free: number }, ballast: () => Promise<number | null>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-space-'));
  const disk = { free: 1000 * MB };
  const space = await watchSpace(folder, SILENT, {
    readFreeBytes: async () => disk.free,
    ballastBytes: 4 * MB,
    everyMs: 2 ** 30,
  });
  const sizeOfBallast = (): Promise<number | null> =>
    stat(ballastFile(folder)).then(
      ({ size }) => size,
      () => null,
    );
  try {
    await body(space, disk, sizeOfBallast);
  } finally {
    await space.stop();
    await rm(folder, { recursive: true });
  }
}

test('on a disk with room nothing is refused, and a ballast is laid down', async () => {
  await given(async (space, _disk, ballast) => {
    assert.deepEqual(await space.check(), { freeBytes: 1000 * MB, isLow: false, hasBallast: true });
    assert.equal(await ballast(), 4 * MB);
  });
});

test('below 256 MB the disk is low and the ballast stays; with room again it is not low', async () => {
  await given(async (space, disk, ballast) => {
    await space.check();
    disk.free = 255 * MB;
    assert.equal((await space.check()).isLow, true);
    assert.equal(await ballast(), 4 * MB);
    disk.free = 256 * MB;
    assert.equal((await space.check()).isLow, false);
  });
});

test('below 32 MB the ballast is given back, and laid down again when there is room for it', async () => {
  await given(async (space, disk, ballast) => {
    await space.check();
    disk.free = 31 * MB;
    assert.deepEqual(await space.check(), { freeBytes: 31 * MB, isLow: true, hasBallast: false });
    assert.equal(await ballast(), null);
    disk.free = 260 * MB;
    assert.equal((await space.check()).hasBallast, false);
    disk.free = 300 * MB;
    assert.equal((await space.check()).hasBallast, true);
    assert.equal(await ballast(), 4 * MB);
  });
});

test('no ballast is laid down on a disk that would be low with it', async () => {
  await given(async (space, disk, ballast) => {
    disk.free = 260 * MB;
    assert.deepEqual(await space.check(), { freeBytes: 260 * MB, isLow: false, hasBallast: false });
    assert.equal(await ballast(), null);
  });
});

test('a disk that does not tell its room is not taken for a full one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-space-'));
  const space = await watchSpace(folder, SILENT, {
    readFreeBytes: () => Promise.reject(new Error('no statfs here')),
    everyMs: 2 ** 30,
  });
  assert.deepEqual(await space.check(), { freeBytes: null, isLow: false, hasBallast: false });
  await space.stop();
  await rm(folder, { recursive: true });
});
