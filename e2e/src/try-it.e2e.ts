// A feature is tried in production before customers have it: by its maker at the keyboard, and by a colleague on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilHolds, untilRight } from './browser.ts';
import { colleague, owner, signIn } from './entrance.ts';
import { outOfReach, tooWide, violations } from './for-everyone.ts';
import type { Product } from './product.ts';
import { startWithAStory, type Api } from './story-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let phone: Page;
let api: Api;
let serverKey: string;
let address: string;

before(async () => {
  [{ product, api }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  for (const text of ['Arrivals are listed', 'The berth is named']) await api('criterion.add', { itemId: 'STORY-1', text });
  await api('flag.create', { storyId: 'STORY-1', key: 'night-arrivals' });
  await api('ladder.climb', { flagKey: 'night-arrivals', rung: 'internal' });
  const made = await api<{ keySecret: string }>('environment.createKey', { environment: 'production', kind: 'server' });
  serverKey = made.keySecret;
  page = await (await newVisitor(browser)).newPage();
  await signIn(page, product.url, owner);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** What the product gets for somebody, over OFREP. */
async function answers(user: string): Promise<unknown> {
  const answer = await fetch(`${product.url}/ofrep/v1/evaluate/flags/night-arrivals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${serverKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ context: { targetingKey: user } }),
  });
  return ((await answer.json()) as { value: unknown }).value;
}
/** Waits until the product gets this for somebody: what is on is asked of a set that is made a moment after the change. */
const answered = async (user: string, isOn: boolean) =>
  await untilRight(
    page,
    async () => await answers(user),
    (value) => value === isOn,
  );
/** Kept where `PICTURES` names a folder. */
const picture = async (of: Page, name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await of.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
const criteria = (of: Page) => of.getByRole('region', { name: 'Criteria of STORY-1' });
const row = (of: Page, name: string) => criteria(of).getByRole('group', { name, exact: true });
const pressed = async (of: Page, name: string, what: string) =>
  await row(of, name).locator(`button[aria-pressed="true"]`, { hasText: what }).waitFor();

test('Settings say where the product is opened, and refuse what is no address', async () => {
  await page.goto(`${product.url}/settings/environments`);
  const field = page.getByLabel('Address of the product in Production');
  await field.fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await page.getByText('must start with http:// or https://', { exact: true }).waitFor();
  await field.fill('https://harbour.example/');
  await page.keyboard.press('Enter');
  await page.getByText('It is opened at https://harbour.example/.').waitFor();
});

test('one key on the story opens the page, and one says who one is; then it is on, for oneself alone', async () => {
  await page.goto(`${product.url}/item/STORY-1`);
  const release = page.getByRole('region', { name: 'Release' });
  await release.getByRole('button', { name: /^Try it/ }).waitFor();
  await page.getByRole('heading', { name: 'Activity' }).click();
  await page.keyboard.press('y');
  await page.waitForURL('**/try/sl_try_*');
  address = page.url();
  const who = page.getByLabel('Who you are in Production');
  // One’s own address is proposed.
  await untilHolds(who, owner.email);
  await who.fill('ines-7');
  await answered('ines-7', false);
  await page.keyboard.press('Enter');
  await page.getByText(/^On for you in Production until/).waitFor();
  await answered('ines-7', true);
  await answered('a-guest', false);
  assert.equal(await page.getByRole('link', { name: 'Open the product' }).getAttribute('href'), 'https://harbour.example/');
});

test('j, w, f and p: each criterion is said with one key, and the words follow', async () => {
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Try it' }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('w');
  await pressed(page, 'AC-1', 'Works');
  await page.keyboard.press('f');
  await pressed(page, 'AC-2', 'Finding');
  await page.getByLabel('What you saw of AC-2').fill('The berth is empty for boats without a name');
  await page.keyboard.press('Enter');
  await criteria(page).getByText('The berth is empty for boats without a name').waitFor();
  await page.keyboard.press('p');
  await page.getByLabel('What would be nicer about AC-2').fill('Berths in bold');
  await page.keyboard.press('Enter');
  await page.keyboard.press('j');
  await page.keyboard.press('f');
  await page.getByLabel('What you saw of STORY-1').fill('The list jumps at midnight');
  await page.keyboard.press('Enter');
  await criteria(page).getByRole('heading', { name: 'Findings 1 open, 1 to polish' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await picture(page, 'try-it');
});

test('what was found holds the climb, is settled with one key on the story, and opened again by undo', async () => {
  await page.goto(`${product.url}/item/STORY-1`);
  const release = page.getByRole('region', { name: 'Release' });
  await release.getByText('1 finding is open: Beta asks about it.').waitFor();
  await release.getByRole('button', { name: /^Climb to Beta/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Climb to Beta' });
  await dialog.getByLabel('Customers').fill('acme');
  await dialog.getByRole('button', { name: 'Climb' }).click();
  await dialog
    .getByText('1 criterion is not verified as passed in production, and 1 finding is open', { exact: false })
    .waitFor();
  await page.keyboard.press('Escape');
  const findings = page.getByRole('region', { name: 'Findings' });
  await findings.getByRole('button', { name: /^Settle “The list jumps/ }).focus();
  await page.keyboard.press('Shift+D');
  await page.getByText('It is settled.').waitFor();
  await findings.getByText('Settled', { exact: true }).waitFor();
  await page.keyboard.press('Control+z');
  await findings.getByText('Open', { exact: true }).waitFor();
  await findings.getByRole('button', { name: /^Make it polish “The list jumps/ }).click();
  await release.getByText('1 finding is open', { exact: false }).waitFor({ state: 'hidden' });
  await picture(page, 'try-story');
});

test('a colleague opens the link on a phone of 360 px, and does all of it with a thumb', async () => {
  phone = await (await newVisitor(browser, { width: 360, height: 740, phone: true })).newPage();
  await phone.goto(address);
  await phone.getByLabel('E-mail').fill(colleague.email);
  await phone.getByLabel('Password').fill(colleague.password);
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await phone.getByLabel('Who you are in Production').fill('tomas-phone');
  await phone.getByRole('button', { name: 'Turn it on' }).tap();
  await phone.getByText(/^On for you in Production until/).waitFor();
  await answered('tomas-phone', true);
  await row(phone, 'AC-2').getByRole('button', { name: 'Works' }).tap();
  await pressed(phone, 'AC-2', 'Works');
  await phone.getByText('On a phone, or for somebody else').tap();
  await phone.getByRole('img', { name: /for a phone’s camera/ }).waitFor();
  assert.deepEqual(await violations(phone), []);
  assert.deepEqual(await tooWide(phone), []);
  assert.deepEqual(await outOfReach(phone), []);
  const heights = await criteria(phone)
    .getByRole('group')
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  assert.ok(Math.min(...heights) >= 44, `a thumb needs 44 px, and there are ${Math.min(...heights)}`);
  await picture(phone, 'try-phone');
});

test('o turns it off and on; the next visit turns it on by itself', async () => {
  await page.goto(address);
  await page.getByText(/^On for you in Production/).waitFor();
  await page.getByRole('heading', { name: 'Try it' }).click();
  await page.keyboard.press('o');
  await page.getByText('Off for you in Production.').waitFor();
  await answered('ines-7', false);
  await page.reload();
  await page.getByText(/^On for you in Production/).waitFor();
  await answered('ines-7', true);
});

test('the page of the flag shows who tries it; the revoked link opens nothing and ends it for both', async () => {
  await page.goto(`${product.url}/flags/flag/night-arrivals`);
  const trying = page.getByRole('region', { name: 'Trying it' });
  await trying.getByText('Tomas Lind as tomas-phone in Production', { exact: false }).waitFor();
  await trying.getByRole('button', { name: /^Revoke the link by Ines Vogt/ }).click();
  await page.getByText('The link opens nothing any more.').waitFor();
  await trying.waitFor({ state: 'hidden' });
  for (const user of ['ines-7', 'tomas-phone']) await answered(user, false);
  await phone.reload();
  await phone.getByText('This link opens nothing', { exact: false }).waitFor();
});
