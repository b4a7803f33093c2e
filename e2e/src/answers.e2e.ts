// A no goes out half an hour after the review: until then its sentence is put better and it is taken back, by keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilRight } from './browser.ts';
import { owner, signIn } from './entrance.ts';
import { violations } from './for-everyone.ts';
import { callApi, startProduct, type Product } from './product.ts';
import { setUpByCommand } from './seed-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let token = '';

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  token = await setUpByCommand(product);
  for (const problem of ['The pier is dark', 'The pier is wet']) await callApi(product.url, token, 'idea.capture', { problem });
  page = await (await newVisitor(browser)).newPage();
  await signIn(page, product.url, owner);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const place = async (name: string) => await page.getByRole('heading', { level: 1, name }).waitFor();

interface Refused {
  readonly idea: { readonly decision: { readonly sentence?: string } | null };
}

const sentenceOf = async (ideaId: string) =>
  // The fields are those that the API's reference promises.
  ((await callApi(product.url, token, 'idea.get', { ideaId })) as Refused).idea.decision?.sentence ?? null;

test('the end of a review says when the answers go out; one is reworded, one is taken back', async () => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Parking lot/ })
    .waitFor();
  await press('g', 'p');
  await place('Parking lot');
  await page.getByText('The pier is wet').first().waitFor();
  await press('r');
  for (const count of ['1 of 2', '2 of 2']) {
    await page.getByText(count, { exact: true }).waitFor();
    await press('x');
    await page.getByRole('radio').first().waitFor();
    await press('3', 'Enter');
  }
  await page.getByRole('heading', { name: /last one/ }).waitFor();
  await press('Shift+Enter');
  await place('Review closed');
  const answers = page.getByRole('region', { name: 'Answers' });
  await answers.getByRole('heading', { name: /^2 answers go out at \d/ }).waitFor();
  assert.deepEqual(await violations(page), []);

  await answers.getByRole('button', { name: 'Reword the answer about IDEA-1' }).focus();
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'The answer about IDEA-1' });
  await dialog.getByLabel('Sentence').fill('Ask again when the season is over.');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await answers.getByText('Ask again when the season is over.').waitFor();
  await untilRight(
    page,
    async () => await sentenceOf('IDEA-1'),
    (sentence) => sentence === 'Ask again when the season is over.',
  );
  await press('u');
  await answers.getByRole('heading', { name: /^1 answer goes out at \d/ }).waitFor();
  await untilRight(
    page,
    async () => await sentenceOf('IDEA-2'),
    (sentence) => sentence === null,
  );
});

test('the rejected idea says it too, and its sentence opens with a key', async () => {
  await page.goto(`${product.url}/item/IDEA-1`);
  const decision = page.getByRole('region', { name: 'Decision' });
  await decision.getByText(/hears of it at \d/).waitFor();
  await press('e');
  const dialog = page.getByRole('dialog', { name: 'The answer about IDEA-1' });
  await dialog.getByLabel('Sentence').fill('Ask again in autumn.');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await decision.getByText('Ask again in autumn.').waitFor();
});
