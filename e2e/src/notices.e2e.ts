// Two people: one is named in a comment, sees the count, opens it by keys, and it is read in all of their tabs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser } from './browser.ts';
import { colleague, haveSession, owner, signIn } from './entrance.ts';
import type { Product } from './product.ts';
import { startWithAStory, type Api } from './story-workspace.ts';

let product: Product;
let browser: Browser;
let api: Api;
let tomas: Page;
let secondTab: Page;

const bell = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Places' })
    .first()
    .getByRole('link', { name: /^Notices/ });
const unread = async (page: Page, count: string) => await bell(page).getByText(count, { exact: true }).waitFor();
const noneUnread = async (page: Page) => await bell(page).getByText(/^\d+$/).waitFor({ state: 'detached' });

before(async () => {
  [{ product, api }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  const visitor = await newVisitor(browser);
  tomas = await visitor.newPage();
  await signIn(tomas, product.url, colleague);
  secondTab = await visitor.newPage();
  await secondTab.goto(`${product.url}/notices`);
  await secondTab.getByText(/You are told here/).waitFor();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

test('a comment that names somebody counts at their bell at once, and is opened and read by keys', async () => {
  const ines = await (await newVisitor(browser)).newPage();
  await haveSession(ines, product.url, owner);
  await ines.goto(`${product.url}/item/STORY-1`);
  const comments = ines.getByRole('region', { name: 'Comments' });
  const field = comments.getByLabel('Add a comment');
  await field.fill('Who hears of this at night, @Tomas Lind?');
  await field.press('Control+Enter');
  for (const page of [tomas, secondTab]) await unread(page, '1');
  // Nobody is told of what they said themselves; who comments follows.
  await comments.getByRole('button', { name: 'Following', exact: true }).waitFor();
  assert.equal(await bell(ines).getByText(/^\d+$/).count(), 0);

  await tomas.keyboard.press('g');
  await tomas.keyboard.press('n');
  const row = tomas.getByRole('grid', { name: 'Notices' }).getByRole('row');
  await row.getByText('Ines Vogt mentioned you: Who hears of this at night, @Tomas Lind?').waitFor();
  await tomas.keyboard.press('Enter');
  await tomas.getByRole('complementary').getByText('Who hears of this at night').waitFor();
  for (const page of [tomas, secondTab]) await noneUnread(page);
});

test('e brings it back, Shift-E reads all, and who leaves an item is told only when it names them', async () => {
  await tomas.keyboard.press('Escape');
  const row = tomas.getByRole('grid', { name: 'Notices' }).getByRole('row');
  await row.focus();
  await tomas.keyboard.press('e');
  for (const page of [tomas, secondTab]) await unread(page, '1');
  await tomas.keyboard.press('Shift+E');
  for (const page of [tomas, secondTab]) await noneUnread(page);

  await tomas.goto(`${product.url}/item/STORY-1`);
  const comments = tomas.getByRole('region', { name: 'Comments' });
  await comments.getByRole('button', { name: 'Following', exact: true }).waitFor();
  await tomas.keyboard.press('Shift+W');
  await comments.getByRole('button', { name: 'Not following' }).waitFor();
  await api('comment.add', { subjectId: 'STORY-1', text: 'Nobody is named here' });
  await api('comment.add', { subjectId: 'STORY-1', text: 'But here: @Tomas Lind' });
  await unread(tomas, '1');
  const { items } = await api<{ readonly items: readonly unknown[] }>('notice.list');
  assert.deepEqual(items, []);
});
