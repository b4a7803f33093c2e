// A story's feature is let out rung by rung, and taken back with one press.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { newVisitor, openBrowser } from './browser.ts';
import { owner, signIn } from './entrance.ts';
import { violations } from './for-everyone.ts';
import type { Product } from './product.ts';
import { startWithAStory, type Api } from './story-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let api: Api;
let release: Locator;

before(async () => {
  [{ product, api }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  page = await (await newVisitor(browser)).newPage();
  await signIn(page, product.url, owner);
  await page.goto(`${product.url}/item/STORY-1`);
  release = page.getByRole('region', { name: 'Release' });
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const isAt = async (rung: RegExp) => await release.locator('[aria-current="step"]').filter({ hasText: rung }).waitFor();
/** Kept where `PICTURES` names a folder. */
const picture = async (name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await release.screenshot({ path: `${folder}/${name}.png` });
};
const press = async (name: RegExp): Promise<void> => await release.getByRole('button', { name }).click();

test('a story may go without a flag, for a reason, and be everybody’s or nobody’s by hand and by a deployment', async () => {
  await press(/No flag, because/);
  const dialog = page.getByRole('dialog', { name: 'No flag, because…' });
  await dialog.getByRole('button', { name: 'Go without a flag' }).click();
  await dialog.getByText('Write why it needs no flag', { exact: false }).waitFor();
  await dialog.getByLabel('Because').fill('A text in the footer');
  await page.keyboard.press('Enter');
  await release.getByText('Nobody has it yet. No flag, because: A text in the footer').waitFor();
  await press(/^Climb to Everyone/);
  await release.getByText('Everybody has it, released by', { exact: false }).waitFor();
  await press(/^Step down to Off/);
  await release.getByText('Nobody has it yet', { exact: false }).waitFor();
  assert.deepEqual(await api('ladder.deployed', { itemIds: ['STORY-1'], environment: 'production' }), {
    released: ['STORY-1'],
    left: [],
  });
  await release.getByText('Everybody has it', { exact: false }).waitFor();
  await picture('ladder-short');
  await press(/It needs a flag after all/);
  await release.getByText('No flag switches it on yet.').waitFor();
});

test('a story gets its flag, climbs to ourselves and beta, and says at each rung who sees it', async () => {
  await press(/Make a flag/);
  await release.getByText('Nobody sees it.').waitFor();
  await press(/^Climb to Internal/);
  await release.getByText('We ourselves see it in Production, and no customer does.').waitFor();
  await press(/^Climb to Beta/);
  const dialog = page.getByRole('dialog', { name: 'Climb to Beta' });
  await dialog.getByLabel('Customers').fill('acme\ninitech');
  await dialog.getByRole('button', { name: 'Climb' }).click();
  await release.getByText('We ourselves and 2 chosen customers see it in Production.').waitFor();
  await isAt(/^Beta/);
});

test('a share is asked for, refused where it is none, and may be raised', async () => {
  await press(/^Climb to Gradual/);
  const dialog = page.getByRole('dialog', { name: 'Climb to Gradual' });
  await dialog.getByLabel('Percent').fill('none');
  await dialog.getByRole('button', { name: 'Climb' }).click();
  await dialog.getByRole('alert').getByText('Write a number above 0, up to 100.').waitFor();
  await dialog.getByLabel('Percent').fill('12,5');
  await dialog.getByRole('button', { name: 'Climb' }).click();
  await release.getByText('2 chosen customers and 12.5 % of customers see it', { exact: false }).waitFor();
  await press(/Raise the share/);
  await dialog.getByLabel('Percent').fill('40');
  await dialog.getByLabel('Climb on by schedule').check();
  await dialog.getByLabel('Then to, in percent').fill('60, 30');
  await dialog.getByRole('button', { name: 'Climb' }).click();
  await dialog.getByRole('alert').getByText('Write growing shares above 40', { exact: false }).waitFor();
  await dialog.getByLabel('Then to, in percent').fill('60, 100');
  await dialog.getByRole('button', { name: 'Climb' }).click();
  await release.getByText(/40 % of customers see it in Production\. It climbs to 60 % of customers on \d+ \w+\./).waitFor();
  await release
    .getByRole('list', { name: 'Steps to come' })
    .getByText(/Everyone/)
    .waitFor();
  await press(/Halt the climb/);
  await page.getByRole('dialog').getByText('We need more time').click();
  await release.getByText('The climb was halted: We need more time.', { exact: false }).waitFor();
  await picture('ladder-halted');
  await press(/Climb on/);
  await release.getByText('It climbs to 60 %', { exact: false }).waitFor();
});

test('one press steps down, and the arrows walk the rungs', async () => {
  await release.getByRole('button', { name: /^Step down to Beta/ }).focus();
  await page.keyboard.press('ArrowDown');
  await release
    .locator(':focus')
    .filter({ hasText: /^Step down to\s*Internal/ })
    .waitFor();
  await page.keyboard.press('Enter');
  await release.getByText('no customer does.', { exact: false }).waitFor();
});

test('a criterion that was not verified holds the climb, until somebody writes why', async () => {
  await api('criterion.add', { itemId: 'STORY-1', text: 'Arrivals are listed' });
  await press(/^Climb to Beta/);
  const dialog = page.getByRole('dialog', { name: 'Climb to Beta' });
  await dialog.getByRole('button', { name: 'Climb' }).click();
  await dialog.getByText('1 criterion is not verified', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'Climb' }).click();
  await dialog.getByRole('alert').getByText('Write why', { exact: false }).waitFor();
  await dialog.getByLabel('Why it may climb all the same').fill('Acme asked to see it today');
  await dialog.getByRole('button', { name: 'Climb' }).click();
  await release.getByText('We ourselves and 2 chosen customers see it in Production.').waitFor();
  await isAt(/^Beta/);
});

test('light, dark and narrow: axe finds nothing, and nothing scrolls sideways', async () => {
  assert.deepEqual(await violations(page, 'section[aria-labelledby^="release-"]'), []);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(`ladder-${colorScheme}`);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  await picture('ladder-320');
  await page.waitForFunction('document.documentElement.scrollWidth <= 320');
});

test('a product asks with a key that is made in Settings, shown once, and opens nothing when it is revoked', async () => {
  await page.goto(`${product.url}/settings/environments`);
  const production = page.getByRole('region', { name: 'Production' });
  await production.getByLabel('Where it is used').fill('Shop');
  await page.keyboard.press('Enter');
  const secret = await production.getByRole('textbox', { name: 'Key of Production' }).inputValue();
  const ask = async () =>
    await fetch(`${product.url}/flags/v1/set`, { headers: { authorization: `Bearer ${secret}` } }).then(async (answer) => {
      await answer.body?.cancel();
      return answer.status;
    });
  assert.equal(await ask(), 200);
  await production.getByRole('button', { name: 'Done' }).click();
  await production.getByRole('button', { name: 'Revoke Shop' }).click();
  await page.getByText('Shop opens nothing any more.').waitFor();
  assert.equal(await ask(), 401);
  await production.getByText('No product asks here yet', { exact: false }).waitFor();
});
