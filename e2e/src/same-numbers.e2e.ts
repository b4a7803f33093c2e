// The browser guesses what the server will say of a commit. That is honest only if both reckon the same numbers.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { newVisitor, openBrowser } from './browser.ts';
import { bundleForBrowsers, runModule } from './bundle.ts';

const root = join(import.meta.dirname, '..', '..');
const fingerprintFile = join(root, 'domain', 'src', 'forecast', 'forecast-fingerprint.ts');

test('every number of the forecast is the same in Node and in Chromium, bit for bit', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-e2e-'));
  const browser = await openBrowser();
  try {
    const script = await bundleForBrowsers(folder, fingerprintFile, 'forecast');
    const page = await (await newVisitor(browser)).newPage();
    await page.addScriptTag({ content: script });
    const inChromium: unknown = await page.evaluate('forecast.forecastFingerprint()');
    assert.match(String(inChromium), /^[\da-f]{8}$/);
    assert.equal(inChromium, await fingerprintInNode());
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function fingerprintInNode(): Promise<string> {
  const code = `
    const { forecastFingerprint } = await import(${JSON.stringify(fingerprintFile)});
    process.stdout.write(forecastFingerprint());`;
  return await runModule(code, root);
}
