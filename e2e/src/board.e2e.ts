// The board of a team, and views of its backlog that are saved for everyone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilHolds, untilRight } from './browser.ts';
import { colleague, haveSession, owner } from './entrance.ts';
import { violations } from './for-everyone.ts';
import { callApi, type Product } from './product.ts';
import { startSeeded, type Seeded } from './seed-workspace.ts';

let product: Product;
let seeded: Seeded;
let browser: Browser;
let page: Page;

before(async () => {
  [{ product, seeded }, browser] = await Promise.all([startSeeded(), openBrowser()]);
  page = await (await newVisitor(browser)).newPage();
  await haveSession(page, product.url, owner);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

test('on a phone the cards stay in their columns, and nothing in the header moves when the list becomes the board', async () => {
  const phone = await (await newVisitor(browser, { width: 360, height: 740, phone: true })).newPage();
  await haveSession(phone, product.url, owner);
  const layout = phone.getByRole('group', { name: 'Layout' });
  const list = phone.getByRole('grid', { name: 'On the backlog' });
  const board = phone.getByRole('group', { name: 'Board of Harbour' });
  const placesIn = async (address: string, shown: Locator) => {
    await phone.goto(`${product.url}/backlog/HARB${address}`);
    await shown.waitFor();
    return { layout: await layout.boundingBox(), filter: await phone.getByLabel('Filter the backlog').boundingBox() };
  };
  assert.deepEqual(await placesIn('?layout=board', board), await placesIn('', list));

  await placesIn('?layout=board', board);
  const columns = await board.getByRole('list').evaluateAll((found: readonly HTMLElement[]) =>
    found.map((column) => {
      const { left, right } = column.getBoundingClientRect();
      const cards = [...column.children].map((card) => card.getBoundingClientRect());
      return { left, right, isIn: cards.every((card) => card.left >= left && card.right <= right) };
    }),
  );
  assert.ok(columns.length > 1);
  for (const [index, { left, isIn }] of columns.entries()) {
    assert.ok(isIn, `A card of column ${index + 1} reaches out of it.`);
    assert.ok(left >= (columns[index - 1]?.right ?? 0), `Column ${index + 1} lies on the one before it.`);
  }
  await phone.context().close();
});

test('on the board a card is moved by dragging, by key and by menu, and done asks whether it was seen to work', async () => {
  await page.goto(`${product.url}/backlog/HARB`);
  await page.getByRole('grid', { name: 'On the backlog' }).waitFor();
  await page.keyboard.press('v');
  const board = page.getByRole('group', { name: 'Board of Harbour' });
  const column = (name: string) => board.getByRole('list', { name, exact: true });
  const card = (name: string, handle: string) => column(name).getByRole('group', { name: new RegExp(`^${handle} `) });
  await card('Building', 'STORY-1').waitFor();
  await page.waitForURL(/layout=board/);

  await card('Building', 'STORY-1').dragTo(column('Review'));
  await card('Review', 'STORY-1').waitFor();

  await card('Design', 'STORY-2').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await card('Building', 'STORY-2').waitFor();
  await untilRight(
    page,
    async () => await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
    (label) => label.startsWith('STORY-2 '),
  );

  await card('Review', 'STORY-1').getByRole('button', { name: 'Acts on STORY-1' }).click();
  await page.getByRole('menuitem', { name: /^Move to/ }).click();
  await page.getByRole('dialog', { name: 'Where is STORY-1?' }).getByRole('button', { name: 'Done' }).click();
  await page.getByRole('dialog', { name: 'Was it seen to work?' }).getByRole('button', { name: 'Yes, verified' }).click();
  await card('Done', 'STORY-1').waitFor();
  await page.reload();
  await card('Done', 'STORY-1').waitFor();

  assert.deepEqual(await violations(page, '#page'), []);
});

test('a step that holds more than its limit says so, and blocks nothing', async () => {
  await page.goto(`${product.url}/settings/teams/HARB`);
  await page.getByLabel('Limit of the step Committed').fill('2');
  await page.keyboard.press('Enter');
  // A page that is left at once may take the last moment's edit along.
  await untilRight(
    page,
    async () => await callApi(product.url, seeded.token, 'team.list'),
    (teams) => JSON.stringify(teams).includes('"limit":2'),
  );
  await page.goto(`${product.url}/backlog/HARB?layout=board&lanes=owner`);
  const board = page.getByRole('group', { name: 'Board of Harbour' });
  await board.getByText('2 over its limit of 2').first().waitFor();
  await board.getByRole('heading', { name: 'Tomas Lind' }).waitFor();
});

test('a view that is saved for everyone is there in a second browser, and its link shows what it asks for', async () => {
  await page.goto(`${product.url}/backlog/HARB?q=type:task&layout=board`);
  await page.getByRole('group', { name: 'Board of Harbour' }).waitFor();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
  await page.getByLabel('Name').fill('Chores');
  await page.getByLabel('Everyone sees it').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Chores', exact: true }).waitFor();

  const other = await (await newVisitor(browser)).newPage();
  await haveSession(other, product.url, colleague);
  await page.waitForURL(/[?&]view=/);
  const id = new URL(page.url()).searchParams.get('view') ?? '';
  await other.goto(`${product.url}/backlog/HARB?view=${id}`);
  await other.getByRole('group', { name: 'Board of Harbour' }).waitFor();
  await other.getByRole('button', { name: 'Chores', exact: true }).waitFor();
  await untilHolds(other.getByRole('combobox', { name: 'Filter the backlog' }), 'type:task');

  // The palette knows it by its name, from any place.
  await other.goto(`${product.url}/parking-lot`);
  await other.getByRole('grid', { name: 'Ideas' }).waitFor();
  await other.keyboard.press('ControlOrMeta+k');
  await other.getByRole('combobox', { name: 'Find and do' }).fill('chores');
  await other.getByRole('option', { name: 'Chores' }).first().waitFor();
  await other.keyboard.press('Enter');
  await other.getByRole('group', { name: 'Board of Harbour' }).waitFor();
});
