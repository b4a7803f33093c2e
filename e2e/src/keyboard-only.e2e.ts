// The whole loop by keyboard alone: signing in, capturing, reviewing, refining, committing, moving, finishing, undoing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilRight } from './browser.ts';
import { owner } from './entrance.ts';
import { startProduct, type Product } from './product.ts';

let product: Product;
let browser: Browser;
let page: Page;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const setUp = ['setup', '--url', product.url, '--setup-token-file', product.setupTokenFile, '--email', owner.email];
  const words = ['--name', owner.name, '--password-stdin', '--workspace', 'Tideline', '--team', 'HARB:Harbour'];
  await product.run([...setUp, ...words, '--time-zone', 'Europe/Berlin'], { input: owner.password });
  page = await (await newVisitor(browser)).newPage();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = async (text: string) => await page.keyboard.type(text);
const place = async (name: string) => await page.getByRole('heading', { level: 1, name }).waitFor();
const told = async (sentence: string | RegExp) =>
  await page.getByRole('region', { name: 'Notices' }).getByText(sentence).waitFor();

/** Walks with Tab to a control, as somebody does who cannot point. */
async function tabTo(control: Locator): Promise<void> {
  await control.waitFor();
  for (let step = 0; step < 90; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await press('Tab');
  }
  throw new Error(`Tab never came to it:\n${await page.locator('body').ariaSnapshot()}`);
}

/** Opens the palette, types, and takes the first answer. */
async function findAndDo(typed: string, first: RegExp): Promise<void> {
  await press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').waitFor();
  await type(typed);
  await untilRight(
    page,
    async () => await dialog.getByRole('option').first().innerText(),
    (text) => first.test(text),
  );
  await press('Enter');
}

const captured = ['Harbour masters retype every arrival', 'Guests pay twice'];

test('the whole loop by keyboard alone', async () => {
  await page.goto(product.url);
  await tabTo(page.getByLabel('E-mail'));
  await type(owner.email);
  await press('Tab');
  await type(owner.password);
  await press('Enter');
  await place('Home');

  for (const [index, problem] of captured.entries()) {
    await press('c');
    await page.getByRole('dialog', { name: 'Capture' }).getByLabel('Problem').waitFor();
    await type(problem);
    await press('Control+Enter');
    await told(`IDEA-${index + 1} is in the parking lot.`);
    await press('Escape');
  }
  await findAndDo('parking', /^Parking lot/);
  await place('Parking lot');

  await press('r');
  await page.getByText('1 of 2', { exact: true }).waitFor();
  await press('s');
  await page.getByText('2 of 2', { exact: true }).waitFor();
  await press('k');
  await page.getByRole('heading', { name: /last one/ }).waitFor();
  await press('Shift+Enter');
  await place('Review closed');
  await press('Enter');
  await place('Parking lot');

  await press('g', 'f');
  await place('Refinement');
  await page.getByRole('grid', { name: 'In refinement' }).getByText('STORY-1', { exact: true }).waitFor();
  await press('Enter');
  const panel = page.getByRole('complementary', { name: /^STORY-1/ });
  const fields = { Who: 'A harbour master', 'is trying to': 'note an arrival once', 'so that': 'nobody is searched for' };
  for (const [label, words] of Object.entries(fields)) {
    await tabTo(panel.getByLabel(label, { exact: true }));
    await type(words);
    await press('Enter');
  }
  await tabTo(panel.getByRole('button', { name: 'No metric, because…' }));
  await press('Enter');
  await tabTo(panel.getByRole('textbox', { name: 'No metric, because' }));
  await type('nobody counts it yet');
  await tabTo(panel.getByRole('button', { name: 'Save outcome' }));
  await press('Enter');
  await tabTo(panel.getByLabel('Add a criterion'));
  await type('An arrival that was noted stands in the list at once');
  await press('Enter');
  await page.getByText('1 of 1 ready').waitFor();
  await findAndDo('commit', /^Commit/);
  await told('STORY-1 is committed.');
  await press('Escape');

  await press('g', 'b');
  await place('Backlog');
  const rows = page.getByRole('grid', { name: 'On the backlog' });
  await rows.getByText('STORY-1', { exact: true }).waitFor();
  await press('s');
  await page.getByRole('dialog', { name: 'Where is STORY-1?' }).waitFor();
  await press('3');
  await told('STORY-1 is in Building.');
  await findAndDo('done', /^Done/);
  await page.getByRole('dialog', { name: 'Was it seen to work?' }).waitFor();
  await press('y');
  await told('STORY-1 is done.');
  await rows.waitFor({ state: 'detached' });

  await press('Control+z');
  await told('Undone: STORY-1 is done.');
  await rows.getByText('STORY-1', { exact: true }).waitFor();
  await page.reload();
  await rows.getByText('STORY-1', { exact: true }).waitFor();
  await press('Control+z');
  await told('Undone: you moved STORY-1.');
});

test('with single keys off, letters do nothing, and the palette, Esc and undo still work', async () => {
  await findAndDo('single keys off', /^Switch single keys off/);
  await press('g', 'h');
  await press('c');
  await press('?');
  await press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').waitFor();
  assert.equal(await page.getByRole('dialog').count(), 1, 'neither capture nor the sheet of keys was opened');
  assert.equal(new URL(page.url()).pathname, '/backlog/HARB');
  assert.equal(await dialog.getByRole('option', { name: /^Capture an idea/ }).innerText(), 'Capture an idea', 'without its key');
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await press('Control+z');
  await told(/^Undone: you /);
  await findAndDo('single keys on', /^Switch single keys on/);
  await press('g', 'h');
  await place('Home');
});
