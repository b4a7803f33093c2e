// Search over everything and likely duplicates at capture, in the browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser } from './browser.ts';
import { owner, signIn } from './entrance.ts';
import { callApi, type Product } from './product.ts';
import { startSeeded, type Seeded } from './seed-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let seeded: Seeded;

before(async () => {
  [{ product, seeded }, browser] = await Promise.all([startSeeded(), openBrowser()]);
  page = await (await newVisitor(browser)).newPage();
  await signIn(page, product.url, owner);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

test('a slash opens search; what is here and what only the server has is found, and the address keeps the words', async () => {
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search everything' });
  await field.fill('retyp arrvial');
  const grid = page.getByRole('grid', { name: 'Found' });
  await grid.getByText('Harbour masters retype every').first().waitFor();
  await grid
    .locator('mark')
    .first()
    .and(grid.getByText('retype', { exact: true }))
    .waitFor();
  await field.fill('typo');
  await grid.getByRole('row').filter({ hasText: 'Text' }).first().waitFor();
  await page.waitForURL(/\/search\?q=typo/);
  await page.reload();
  await grid.getByRole('row').filter({ hasText: 'STORY-' }).first().waitFor();
});

test('a handle jumps, Enter opens the first, and words that look like HTML are words', async () => {
  await callApi(product.url, seeded.token, 'idea.capture', { problem: 'The <img src=x onerror=alert(1)> zebra sign' });
  await page.goto(`${product.url}/search`);
  const field = page.getByRole('searchbox', { name: 'Search everything' });
  await field.fill('zebra onerror');
  const grid = page.getByRole('grid', { name: 'Found' });
  await grid.getByText('<img src=x').waitFor();
  assert.equal(await grid.locator('img').count(), 0);
  await field.press('Enter');
  await page.getByRole('complementary').getByText('zebra sign').first().waitFor();
  await field.fill('story-2');
  await field.press('Enter');
  await page.waitForURL(/\/item\/STORY-2$/);
});

test('while an idea is captured, what may be the same is shown with why it was rejected, and nothing is merged', async () => {
  await page.goto(`${product.url}/parking-lot`);
  await page.getByRole('grid', { name: 'Ideas' }).waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Capture' });
  await dialog.getByLabel('Problem').fill('Nobody sees a cancelled booking before the evening');
  const likely = dialog.getByRole('region', { name: 'May be the same' });
  await likely.getByText('Nobody notices a cancelled booking').waitFor();
  await likely.getByText('Other needs weigh more right now').first().waitFor();
  await dialog.getByLabel('Problem').fill('Nobody');
  await likely.waitFor({ state: 'hidden' });
});
