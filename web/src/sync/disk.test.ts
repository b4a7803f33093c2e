import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diskRules } from './disk-contract-for-test.ts';
import { memoryDisk, type Disk } from './disk.ts';
import { indexedDisk } from './indexed-disk.ts';
import { World } from './world-for-test.ts';

for (const { name, check } of diskRules) {
  test(`in memory: ${name}`, async () => await check(memoryDisk()));
  // Node has no IndexedDB, as some private windows have none.
  test(`where a browser forbids its disk: ${name}`, async () => await check(indexedDisk()));
}

test('a tab that is closed hears no more of its disk, and what it wrote is there or not, never in part', async () => {
  const world = new World(1);
  const browser = world.browser();
  const tab = browser.openTab();
  let heard = false;
  const writing: ReturnType<Disk['write']> = tab.disk.write('lines', 0, () => [
    { kind: 'put', drawer: 'lines', key: 1, value: 'a' },
    { kind: 'put', drawer: 'changes', key: 1, value: 'b' },
  ]);
  void writing.then(() => (heard = true));
  tab.close();
  while (await world.step());
  assert.equal(heard, false);
  const [lines = [], changes = []] = await browser.disk.read('lines', 'changes');
  assert.equal(lines.length, changes.length);
});
