// Refinement is not a second backlog, by keyboard: it says how full it is, and when it is full something leaves first.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilCount, untilHolds, untilRight } from './browser.ts';
import { owner, signIn } from './entrance.ts';
import { violations } from './for-everyone.ts';
import { inventedIssues } from './invented-issues.ts';
import { callApi, startProduct, type Product } from './product.ts';
import { setUpByCommand } from './seed-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let room = 0;
let api: (operation: string, input: object) => Promise<unknown>;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const token = await setUpByCommand(product);
  const file = join(product.folder, 'issues.json');
  await writeFile(file, inventedIssues(new Date()));
  await product.run(['import', 'github', file, '--team', 'HARB'], { token });
  api = async (operation, input) => await callApi(product.url, token, operation, input);
  // The field is one that the API's reference promises.
  room = ((await api('backlog.window', { teamId: 'HARB' })) as { readonly k: number }).k;
  for (let index = 1; index <= room; index += 1) await api('task.create', { teamId: 'HARB', title: `Chore ${index}` });
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
const full = (): Locator => page.getByRole('dialog', { name: 'Refinement is full' });
const meterSays = async (text: string) => await page.locator(`[role="meter"][aria-valuetext="${text}"]`).waitFor();

/** Its key is there as soon as the team is. */
async function toRefinement(): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Refinement/ })
    .first()
    .waitFor();
  await press('g', 'f');
  await place('Refinement');
}

test('the list says how full it is; one more task asks what leaves, and then is made', async () => {
  await toRefinement();
  await meterSays(`${room} of ${room}, full`);
  await press('n');
  const dialog = page.getByRole('dialog', { name: 'New task for Harbour' });
  await dialog.getByLabel('Task').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Paint the pier');
  await press('Enter');
  await full().getByText(`Refinement is full: ${room} of ${room}`).waitFor();
  assert.deepEqual(await violations(page), []);

  // Left as it is, nothing is lost of what was typed.
  await press('Escape');
  await full().waitFor({ state: 'detached' });
  await untilHolds(dialog.getByLabel('Task'), 'Paint the pier');
  await dialog.getByText(/Refinement is full/).waitFor();
  await press('Enter');
  await full().waitFor();
  await press('2');
  const second = full().getByRole('group', { name: 'What leaves' }).getByRole('radio').nth(1);
  await untilRight(page, async () => await second.isChecked(), Boolean);
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Paint the pier').first().waitFor();
  await press('Escape');
  await meterSays(`${room} of ${room}, full`);
});

test('a review asks too, and the decision stands once something is rejected', async () => {
  await press('g', 'p');
  await place('Parking lot');
  await press('r');
  await page.getByText(/^1 of \d+$/).waitFor();
  await press('t');
  await full().waitFor();
  await press('Escape');
  await page
    .getByText(/Refinement is full/)
    .first()
    .waitFor();
  await press('t');
  await full().waitFor();
  await full().getByText('Reject it', { exact: true }).click();
  await full().getByLabel('Sentence').fill('Nobody asked for it again.');
  await press('Enter');
  await full().waitFor({ state: 'detached' });
  await page.getByText(/^2 of \d+$/).waitFor();
  await press('Escape');
  await place('Parking lot');
});

test('what goes back leads to its idea, and the idea to what it was; undo brings it back', async () => {
  await toRefinement();
  await meterSays(`${room} of ${room}, full`);
  await press('j', 'p');
  await meterSays(`${room - 1} of ${room}`);
  await press('Control+z');
  await meterSays(`${room} of ${room}, full`);
  await press('p');
  await meterSays(`${room - 1} of ${room}`);
  await press('g', 'p');
  await place('Parking lot');
  await page
    .getByText(/^Chore \d+$/)
    .first()
    .click();
  const note = page.getByRole('region', { name: 'Before it came back' });
  await note.getByText('What was written is kept').waitFor();
  await note.getByRole('button', { name: /^TASK-/ }).click();
  await page.getByText(/^Back in the parking lot/).waitFor();
  await page.getByText(/this comes again as it is/).waitFor();
  assert.deepEqual(await violations(page), []);
});

test('several that come back at once are asked about once, and as many leave as come', async () => {
  // Two stand on the backlog, and refinement, which had a place free, is full without them.
  for (const title of ['Mend the crane', 'Oil the gate']) {
    const { id } = (await api('task.create', { teamId: 'HARB', title, why: 'It is old' })) as { readonly id: string };
    await api('backlog.commit', { itemId: id, teamId: 'HARB' });
  }
  await api('task.create', { teamId: 'HARB', title: 'Last in' });
  await press('g', 'b');
  await place('Backlog');
  for (const title of ['Mend the crane', 'Oil the gate']) await page.getByRole('row').filter({ hasText: title }).waitFor();
  // Whether or not one is meant already, the first is now.
  await press('j', 'k', 'x', 'j', 'x', 'b');
  await full().getByText('2 items come in, so 2 leave first.').waitFor();
  assert.deepEqual(await violations(page), []);
  const boxes = full().getByRole('group', { name: 'What leaves' }).getByRole('checkbox', { checked: true });
  await untilCount(boxes, 2);
  await press('1');
  await untilCount(boxes, 1);
  await press('Enter');
  await full().getByText('Choose 2 that leave; 1 is chosen.').waitFor();
  await press('3');
  await press('Enter');
  await full().waitFor({ state: 'detached' });
  const told = '2 items are back in the parking lot. 2 items are back in refinement.';
  await page.getByText(told).waitFor();
  await toRefinement();
  await meterSays(`${room} of ${room}, full`);
  for (const title of ['Mend the crane', 'Oil the gate']) await page.getByText(title).first().waitFor();

  // It was one act: one undo takes back what came and what left for it.
  await press('Control+z');
  await page.getByText(`Undone: ${told}`).waitFor();
  for (const title of ['Mend the crane', 'Oil the gate']) await untilCount(page.getByText(title), 0);
  await meterSays(`${room} of ${room}, full`);
});
