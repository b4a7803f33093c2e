// Search over everything and likely duplicates at capture, in the browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilRight } from './browser.ts';
import { haveSession, owner, signIn } from './entrance.ts';
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

interface Listed {
  readonly items: readonly { readonly handle: string }[];
}

/** Keeps the server's answers to searches back until what it answers is called. */
async function holdSearch(of: Page): Promise<() => Promise<void>> {
  const released = Promise.withResolvers<void>();
  await of.route('**/api/v1/search.find', async (route) => {
    await released.promise;
    await route.continue();
  });
  return async () => {
    released.resolve();
    await of.unrouteAll({ behavior: 'wait' });
  };
}

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

test('what only the server has stands where its name puts it, and moves nothing that is chosen or under the pointer', async () => {
  const grid = page.getByRole('grid', { name: 'Found' });
  const rows = grid.getByRole('row');
  const field = page.getByRole('searchbox', { name: 'Search everything' });
  const titles = async () => (await rows.allInnerTexts()).map((words) => /Tidy [a-z ]+/.exec(words)?.[0].trim() ?? '');
  const here = ['Tidy tide tables', 'Tidy berth prices', 'Tidy the season list', 'Tidy the card reader', 'Tidy arrivals by date'];
  const bothBest = ['Tidy invoices', 'Tidy the gate'];
  const isWhole = (found: readonly unknown[]) => found.length === here.length + bothBest.length + 1;

  let answer = await holdSearch(page);
  await page.goto(`${product.url}/search?q=tidy`);
  await untilRight(page, titles, (found) => found.length === here.length);
  assert.deepEqual(await titles(), here);
  await rows.nth(1).hover();
  const pointed = await rows.nth(1).boundingBox();
  await answer();
  await untilRight(page, titles, isWhole);
  assert.deepEqual((await titles()).slice(0, 2), here.slice(0, 2));
  assert.deepEqual((await titles()).slice(2, 4).toSorted(), bothBest);
  assert.deepEqual(await rows.nth(1).boundingBox(), pointed);

  answer = await holdSearch(page);
  await page.mouse.move(0, 0);
  await page.reload();
  await untilRight(page, titles, (found) => found.length === here.length);
  await answer();
  await untilRight(page, titles, isWhole);
  assert.deepEqual((await titles()).slice(0, 2).toSorted(), bothBest);
  assert.match(await grid.locator('[data-current]').innerText(), /Tidy tide tables/);
  const [, second] = await titles();
  await field.press('ArrowUp');
  await field.press('Enter');
  const panel = page.getByRole('complementary');
  await panel
    .getByText(second ?? '')
    .first()
    .waitFor();
});

test('what a handle names stands first and is chosen, whether it is here or only on the server', async () => {
  const found = (await callApi(product.url, seeded.token, 'search.find', { query: 'tidy gate' })) as Listed;
  const [old] = found.items;
  for (const handle of ['STORY-2', old?.handle ?? '']) {
    await page.goto(`${product.url}/search`);
    await page.getByRole('searchbox', { name: 'Search everything' }).fill(` ${handle.toLowerCase()}`);
    const rows = page.getByRole('grid', { name: 'Found' }).getByRole('row');
    await rows
      .filter({ has: page.getByText(handle, { exact: true }) })
      .first()
      .waitFor();
    assert.match(await rows.first().innerText(), new RegExp(`^${handle}\\b`));
    assert.equal(await rows.first().getAttribute('data-current'), 'true');
  }
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

test('what nobody touches is announced to leave refinement, and is back in the parking lot a week later', async () => {
  const { shaped } = seeded.handles;
  await callApi(product.url, seeded.token, 'backlog.move', { itemId: 'STORY-1', stepId: 'done', verified: true });
  await startLater(22);
  const visitor = await visitLater(22);
  await visitor.goto(`${product.url}/refinement/HARB?q=is:leaving`);
  const row = visitor.getByRole('grid', { name: 'In refinement' }).getByRole('row').filter({ hasText: shaped });
  await row.getByText('Goes back in 7 days').waitFor();
  await startLater(30);
  await row.waitFor({ state: 'detached' });
  await visitor.goto(`${product.url}/item/${shaped}`);
  await visitor.getByText(/^Back in the parking lot/).waitFor();
  await visitor.context().close();
});

test('a story that was done more than ninety days ago is found by its words and opened whole, also by its address', async () => {
  await startLater(100);
  const visitor = await visitLater(100);
  const isWhole = async (within: Page | Locator) => {
    await within.getByText('Harbour masters retype every').first().waitFor();
    await within.getByText('Without a network it is kept and sent later').first().waitFor();
    await within.getByText('One in ten has a typo').first().waitFor();
  };
  await visitor.goto(`${product.url}/search?q=retype`);
  const row = visitor.getByRole('grid', { name: 'Found' }).getByRole('row').filter({ hasText: 'STORY-1' }).first();
  await row.getByText('Done', { exact: true }).waitFor();
  const asked = visitor.waitForRequest('**/api/v1/story.get');
  await row.click();
  await asked;
  await isWhole(visitor.getByRole('complementary'));
  await visitor.goto(`${product.url}/item/STORY-1`);
  await isWhole(visitor);
});

/** Starts the server again, so many days ahead. */
async function startLater(days: number): Promise<void> {
  const start = await product.halt();
  await start(days);
}

/** The page of somebody whose clock goes as that server's. */
async function visitLater(days: number): Promise<Page> {
  const visitor = await (await newVisitor(browser)).newPage();
  await visitor.clock.setSystemTime(Date.now() + days * 86_400_000);
  await haveSession(visitor, product.url, owner);
  return visitor;
}
