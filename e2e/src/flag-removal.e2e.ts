// A feature that everybody has: its flag is to be cleaned up until a scan of the code, as CI runs it, no longer finds it.
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser } from './browser.ts';
import { haveSession, owner } from './entrance.ts';
import { violations } from './for-everyone.ts';
import type { Product } from './product.ts';
import { startWithAStory, type Api } from './story-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let api: Api;
let token = '';
let code = '';

before(async () => {
  [{ product, api }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  ({ tokenSecret: token } = await api<{ tokenSecret: string }>('token.create', { name: 'CI', scope: 'scan' }));
  await api('flag.create', { storyId: 'STORY-1', key: 'night-arrivals' });
  await api('ladder.climb', { flagKey: 'night-arrivals', rung: 'everyone' });
  code = join(product.folder, 'code');
  await mkdir(join(code, 'src'), { recursive: true });
  await writeFile(join(code, 'src', 'arrivals.ts'), "if (flags.isOn('night-arrivals', who)) list();\n");
  await writeFile(join(code, 'src', 'parts.ts'), "flags.isOn('night-' + part, who);\n");
  page = await (await newVisitor(browser)).newPage();
  await haveSession(page, product.url, owner);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const scan = async () => await product.run(['flags', 'scan', code, '--report', '--repository', 'tideline/harbour'], { token });
/** Kept where `PICTURES` names a folder. */
const picture = async (name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};

test('Home and the palette lead to the list, which says who removes it, by when, and where it stands', async () => {
  assert.match(await scan(), /night-arrivals: live/);
  await page.goto(product.url);
  await page.getByText('1 flag to clean up').waitFor();
  await picture('removal-home');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('flags to clean');
  await page.getByRole('option').first().filter({ hasText: 'Flags to clean up' }).waitFor();
  await page.keyboard.press('Enter');
  const row = page.getByRole('grid', { name: 'To clean up' }).getByRole('row', { name: /night-arrivals/ });
  await row.getByText('Live', { exact: true }).waitFor();
  await row.getByText('src/arrivals.ts:1, src/parts.ts:1 (possible)').waitFor({ state: 'attached' });
  await row.getByText(owner.name).waitFor();
  await row.focus();
  await page.keyboard.press('w');
  await page.getByRole('dialog').getByText('src/parts.ts:1 (possible)').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByText('In a month').click();
  await page.getByText(/night-arrivals is due by/).waitFor();
  assert.deepEqual(await violations(page), []);
  await picture('removal-list');
});

test('on the story it stays until a scan no longer finds it; then one key makes it permanent, and it is gone', async () => {
  await page.goto(`${product.url}/item/STORY-1`);
  const note = page.getByRole('group', { name: 'To clean up' });
  await note.getByText('src/arrivals.ts:1').waitFor();
  await note.scrollIntoViewIfNeeded();
  await picture('removal-story');
  await rm(join(code, 'src'), { recursive: true });
  assert.match(await scan(), /Reported for tideline\/harbour\.\nTo clean up:\n {2}night-arrivals: ready to remove/);
  await note.getByRole('button', { name: 'Make it permanent' }).waitFor();
  // The address it had before leads to the one it has, and the sidebar says where that is.
  await page.goto(`${product.url}/to-clean-up?view=kept`);
  await page.waitForURL('**/flags/to-clean-up?view=kept');
  await page.locator('nav a[aria-current="page"]', { hasText: 'Flags' }).waitFor();
  const row = page.getByRole('grid', { name: 'To clean up' }).getByRole('row', { name: /night-arrivals/ });
  await row.getByText('Ready to remove', { exact: true }).waitFor();
  await row.focus();
  await page.keyboard.press('p');
  await page.getByText('A flag comes here when everyone has its feature').waitFor();
  assert.equal((await api<{ flag: { rung: string } }>('flag.get', { key: 'night-arrivals' })).flag.rung, 'permanent');
  assert.match(await scan(), /Nothing is to be cleaned up\./);
});
