// A flag is asked in servers and in browsers, of the same person. They must never disagree.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { newVisitor, openBrowser } from './browser.ts';
import { bundleForBrowsers, runModule } from './bundle.ts';

const root = join(import.meta.dirname, '..', '..');
const fingerprintFile = join(root, 'domain', 'src', 'flag', 'flag-fingerprint.ts');
const pairs = process.env['SHORTLIST_SOAK'] === '1' ? 1_000_000 : 50_000;

test(`${pairs} flags and contexts get the same answers in Node and in Chromium`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-e2e-'));
  const browser = await openBrowser();
  try {
    const script = await bundleForBrowsers(folder, fingerprintFile, 'flags');
    const page = await (await newVisitor(browser)).newPage();
    await page.addScriptTag({ content: script });
    const inChromium: unknown = await page.evaluate(`flags.flagFingerprint(${pairs})`);
    const inNode = await runModule(
      `const { flagFingerprint } = await import(${JSON.stringify(fingerprintFile)});
       process.stdout.write(flagFingerprint(${pairs}));`,
      root,
    );
    assert.match(inNode, /^[\da-f]{8}$/);
    assert.equal(inChromium, inNode);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
});
