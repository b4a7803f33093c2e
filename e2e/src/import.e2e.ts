// Importing in the app: a broken file is told, what would happen is seen before it does, and a second time repeats nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { newVisitor, openBrowser } from './browser.ts';
import { haveSession, owner } from './entrance.ts';
import { inventedCounts, inventedIssues } from './invented-issues.ts';
import { callApi, startProduct, type Product } from './product.ts';

let product: Product;
let browser: Browser;
let page: Page;
let token = '';

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const args = ['--setup-token-file', product.setupTokenFile, '--email', owner.email, '--password-stdin'];
  const team = ['--workspace', 'Harbour', '--team', 'HARB:Harbour'];
  token = (await product.run(['setup', '--url', product.url, ...args, ...team], { input: owner.password })).trim();
  page = await (await newVisitor(browser)).newPage();
  await haveSession(page, product.url, owner);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

async function choose(text: string): Promise<Locator> {
  await page.goto(`${product.url}/settings/imports`);
  await page.getByRole('button', { name: 'Import issues' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import issues' });
  await dialog.getByLabel('File').setInputFiles({ name: 'issues.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  return dialog;
}

test('a file that is not what it claims to be is refused with the place, and nothing is imported', async () => {
  const dialog = await choose('[{"number": 1, "title": "Half');
  await dialog.getByText('This file cannot be read, and nothing was imported.').waitFor();
  await dialog.getByText(/line 1, column \d+: not JSON/).waitFor();
  assert.equal(await dialog.getByRole('button', { name: 'Import', exact: true }).isDisabled(), true);
});

test('a file is looked at, chosen from, imported with progress, and imported again without repeating anything', async () => {
  const text = inventedIssues(new Date());
  const total = inventedCounts.open + inventedCounts.closed;
  const dialog = await choose(text);
  const outlook = dialog.getByRole('region', { name: 'What the import would make' });
  await outlook.getByText(`${total} are new, 0 would be updated, 0 are here already.`).waitFor();
  await dialog.getByLabel('In flight: by number').fill('none of them');
  await outlook.getByText('In flight: write the numbers of issues, with commas.').waitFor();
  await dialog.getByLabel('In flight: by number').fill('#3');
  await outlook.locator('div', { hasText: /^in flight1$/ }).waitFor();
  await dialog.getByRole('button', { name: `Import ${total}` }).click();
  await page.getByText(`issues.json is imported: ${total} created, 0 updated.`).waitFor();
  await page.getByRole('article', { name: 'Import of issues.json' }).getByText('finished before').waitFor();
  const backlog = (await callApi(product.url, token, 'backlog.list', { teamId: 'HARB' })) as {
    items: { item: { title: string } }[];
  };
  assert.deepEqual(
    backlog.items.map(({ item }) => item.title),
    ['Night guards cannot see who paid'],
  );
  const again = await choose(text);
  await again.getByText(`0 are new, 0 would be updated, ${total} are here already.`).waitFor();
});
