// The editor of long texts: typed and stored as it is, with keys and menus for what Markdown can do, and two people at one text.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilRight } from './browser.ts';
import { colleague, haveSession, owner } from './entrance.ts';
import type { Product } from './product.ts';
import { startWithAStory, type Api } from './story-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let other: Page;
let api: Api;
let itemId = '';
const complaints: string[] = [];

before(async () => {
  [{ product, api }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  // Visitors who keep no files: the worker would have the editor before it is wanted.
  page = await (await newVisitor(browser)).newPage();
  other = await (await newVisitor(browser)).newPage();
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await haveSession(page, product.url, owner);
  await haveSession(other, product.url, colleague);
  for (const visitor of [page, other]) {
    await visitor.goto(`${product.url}/item/STORY-1`);
    await visitor.getByRole('heading', { name: 'Activity' }).waitFor();
  }
  const works = await api<{ readonly items: readonly { readonly item: { readonly id: string } }[] }>('item.list');
  itemId = works.items[0]?.item.id ?? '';
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const problem = (on: Page) => on.getByRole('textbox', { name: 'Problem', exact: true });
const editor = (on: Page) => problem(on).and(on.locator('.cm-content'));
const stored = async () =>
  (await api<{ readonly text: { readonly text: string } | null }>('text.get', { subjectId: itemId, field: 'problem' })).text
    ?.text ?? '';

async function isStored(text: string): Promise<void> {
  await untilRight(page, stored, (now) => now === text);
}

async function edit(on: Page): Promise<void> {
  await on.getByRole('button', { name: 'Edit problem' }).click();
  await editor(on).waitFor();
}

test('no key is lost while the editor is fetched, and what is stored is what was typed', async () => {
  let letGo = () => undefined as void;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/open-editor.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Edit problem' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Skippers wait');
  assert.equal(await editor(page).count(), 0);
  assert.equal(await problem(page).inputValue(), 'Skippers wait');
  letGo();
  await page.keyboard.type(' at the pier at night, and nobody tells them how long it will take.');
  await editor(page).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('[x] <b>kept</b> | as | it \\* is');
  await page.keyboard.press('Escape');
  await isStored(
    'Skippers wait at the pier at night, and nobody tells them how long it will take.\n\n[x] <b>kept</b> | as | it \\* is',
  );
  assert.deepEqual(complaints, [], 'the policy of the page refuses nothing of the editor');
});

test('a name that was begun before the editor was there is offered once it is', async () => {
  const late = await (await newVisitor(browser)).newPage();
  await haveSession(late, product.url, colleague);
  let letGo = () => undefined as void;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await late.route(/open-editor.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await late.goto(`${product.url}/item/STORY-1`);
  await late.getByRole('button', { name: 'Edit out of scope' }).click();
  await late.keyboard.type('ask @in');
  assert.equal(await late.getByRole('option').count(), 0);
  letGo();
  await late.getByRole('option', { name: /^Ines Vogt/ }).waitFor();
  await late.close();
});

test('pieces, people and items are offered and put in by keys', async () => {
  await edit(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('/che');
  await page.getByRole('option', { name: /^Checklist/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('ask @to');
  await page.getByRole('option', { name: /^Tomas Lind/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('about #arriv');
  await page.getByRole('option', { name: /STORY-1/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('done');
  await editor(page).getByRole('checkbox').nth(1).click();
  await page.keyboard.press('Control+Enter');
  await untilRight(page, stored, (now) => /^- \[x\] ask @Tomas Lind about (STORY|IDEA)-1 ?\n- \[x\] done$/.test(now));
});

test('an address pasted on words makes a link, keys make bold, the field undoes its own, and Tab leaves it', async () => {
  await edit(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('see the chart');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'https://harbour.test/chart');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.keyboard.press('Control+b');
  await editor(page).getByText('****').waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Tab');
  await isStored('see the [chart](https://harbour.test/chart)');
  assert.equal(await editor(page).count(), 0, 'Tab has left the field');
});

test('two people write in one paragraph at once: both sentences survive, and the caret stays', async () => {
  await edit(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('It is dark at the pier.');
  await page.keyboard.press('Escape');
  await other.getByText('It is dark at the pier.').waitFor();
  await edit(page);
  await edit(other);
  await page.keyboard.press('Home');
  await page.keyboard.type('Often ');
  await other.keyboard.press('End');
  await other.keyboard.type(' The lamp is out.');
  await other.keyboard.press('Escape');
  await untilRight(
    page,
    async () => await editor(page).textContent(),
    (shown) => shown === 'Often It is dark at the pier. The lamp is out.',
  );
  await page.keyboard.type('late ');
  await page.keyboard.press('Escape');
  await isStored('Often late It is dark at the pier. The lamp is out.');
  await other.getByText('Often late It is dark at the pier. The lamp is out.').waitFor();
});
