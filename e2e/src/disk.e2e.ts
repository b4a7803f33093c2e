// The disk that tests use and the one of a real browser keep the same rules (docs/feed-spec.md 9).
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { newVisitor, openBrowser } from './browser.ts';
import { bundleForBrowsers } from './bundle.ts';

const entry = join(import.meta.dirname, '..', '..', 'web', 'src', 'sync', 'disk-in-browser-for-test.ts');

test('the disk of Chromium keeps every rule of a disk, and keeps it from one page to the next', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-e2e-'));
  const browser = await openBrowser();
  try {
    const script = await bundleForBrowsers(folder, entry, 'bundle');
    const visitor = await newVisitor(browser);
    await visitor.route('http://disk.test/**', async (route) => await route.fulfill({ contentType: 'text/html', body: '' }));
    const open = async () => {
      const page = await visitor.newPage();
      await page.goto('http://disk.test/');
      await page.addScriptTag({ content: script });
      return page;
    };
    const page = await open();
    assert.ok(Number(await page.evaluate('disk.count')) > 5);
    assert.deepEqual(await page.evaluate('disk.check()'), []);
    await page.evaluate('disk.writeNote("kept")');
    await page.close();
    assert.equal(await (await open()).evaluate('disk.readNote()'), 'kept');
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
});
