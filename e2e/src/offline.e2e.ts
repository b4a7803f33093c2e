// Work goes on without a network: what is done is kept, survives a reload, and is there exactly once when the network is back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilHolds, untilRight } from './browser.ts';
import { owner, signIn } from './entrance.ts';
import { callApi, type Product } from './product.ts';
import { startWithOwner } from './seed-workspace.ts';

let product: Product;
let browser: Browser;
let visitor: BrowserContext;
let page: Page;
let token = '';

const api = async (operation: string, input: object = {}) => await callApi(product.url, token, operation, input);

interface Row {
  readonly handle: string;
  readonly problem: string;
}

const undecided = async () => ((await api('idea.list', { limit: 1000 })) as { readonly items: readonly Row[] }).items;
const problems = async () => (await undecided()).map(({ problem }) => problem).toSorted();

const ideas = (on: Page) => on.getByRole('grid', { name: 'Ideas' });
const mark = (on: Page, words: string | RegExp) => on.getByRole('status').getByText(words).first();

async function capture(on: Page, problem: string): Promise<void> {
  await on.keyboard.press('c');
  const dialog = on.getByRole('dialog', { name: 'Capture' });
  await dialog.getByLabel('Problem').fill(problem);
  await dialog.getByRole('button', { name: 'Capture' }).click();
  await ideas(on).getByText(problem).waitFor();
}

/** Waits until the built app lies in the browser, so that it starts without a server. */
async function untilKept(on: Page): Promise<void> {
  await untilRight(
    on,
    async () => await on.evaluate('navigator.serviceWorker.controller !== null'),
    (isKept) => isKept === true,
  );
}

/** Waits until the disk holds what is shown. */
async function untilOnDisk(on: Page, problem: string): Promise<void> {
  const read = `new Promise((done) => {
    const opening = indexedDB.open('shortlist');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['lines', 'changes']);
      const [lines, changes] = ['lines', 'changes'].map((name) => transaction.objectStore(name).getAll());
      transaction.oncomplete = () => {
        opening.result.close();
        done(JSON.stringify([lines.result, changes.result]));
      };
    };
  })`;
  await untilRight(
    on,
    async () => String(await on.evaluate(read)).includes(problem),
    (isThere) => isThere,
  );
}

/** Makes STORY-1 in the team's refinement. */
async function refinedStory(problem: string): Promise<void> {
  const { id: ideaId } = (await api('idea.capture', { problem })) as { readonly id: string };
  const { id: reviewId } = (await api('review.start')) as { readonly id: string };
  await api('review.decide', { reviewId, ideaId, decision: { kind: 'refine', as: 'story', teamId: 'HARB' } });
  await api('review.close', { reviewId });
}

const need = async () =>
  ((await api('story.get', { itemId: 'STORY-1' })) as { readonly story: { readonly need: string } }).story.need;

before(async () => {
  ({ product, token } = await startWithOwner());
  browser = await openBrowser();
  visitor = await newVisitor(browser, { keepsApp: true });
  page = await visitor.newPage();
  await refinedStory('The crane waits for a paper');
  await api('idea.capture', { problem: 'Berths are counted twice' });
  await signIn(page, product.url, owner);
  await page.goto(`${product.url}/parking-lot`);
  await ideas(page).getByText('Berths are counted twice').waitFor();
  await untilKept(page);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

test('without a network two ideas are captured and a story is edited; after a reload, still without, all is seen (feed 11.1, 12.1)', async () => {
  await untilOnDisk(page, 'Berths are counted twice');
  await visitor.setOffline(true);
  await mark(page, 'Offline').waitFor();
  await capture(page, 'The pier list is printed each morning');
  await capture(page, 'Nobody knows who holds the keys');
  await mark(page, '2 waiting to be sent').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.getByRole('grid', { name: 'In refinement' }).getByText('STORY-1', { exact: true }).click();
  const line = page.getByRole('complementary').getByLabel('is trying to', { exact: true });
  await line.fill('lift before the paper comes');
  await line.press('Enter');
  await mark(page, '3 waiting to be sent').waitFor();
  await page.reload();
  await untilHolds(line, 'lift before the paper comes');
  await page.goto(`${product.url}/parking-lot`);
  await ideas(page).getByText('The pier list is printed each morning').waitFor();
  await ideas(page).getByText('Nobody knows who holds the keys').waitFor();
  await ideas(page).getByText('Berths are counted twice').waitFor();
  await mark(page, '3 waiting to be sent').waitFor();
  assert.deepEqual([await problems(), await need()], [['Berths are counted twice'], '']);
});

test('what cannot be done without a network says so in words', async () => {
  await page.goto(`${product.url}/settings/teams`);
  await page.getByRole('button', { name: 'New team' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New team' });
  await dialog.getByLabel('Name').fill('Quay');
  await dialog.getByRole('button', { name: 'Make the team' }).click();
  await page.getByText('The server cannot be reached').first().waitFor();
  await page.goto(`${product.url}/parking-lot`);
});

test('when the network is back both ideas are there exactly once, with their handles, and so is the edit (feed 11.1)', async () => {
  await visitor.setOffline(false);
  await untilRight(page, problems, (found) => found.length === 3);
  await mark(page, 'Offline').waitFor({ state: 'detached' });
  await untilRight(page, need, (words) => words === 'lift before the paper comes');
  for (const { handle, problem } of await undecided()) {
    await ideas(page).getByRole('row').filter({ hasText: handle }).filter({ hasText: problem }).waitFor();
  }
  await page.reload();
  await ideas(page).getByText('Nobody knows who holds the keys').waitFor();
  assert.deepEqual(await problems(), [
    'Berths are counted twice',
    'Nobody knows who holds the keys',
    'The pier list is printed each morning',
  ]);
});

test('what was refused while nobody looked is told after a reload, in words (feed 11.4)', async () => {
  const rejected = (await undecided()).find(({ problem }) => problem.startsWith('Nobody'));
  assert.ok(rejected);
  await visitor.setOffline(true);
  await mark(page, 'Offline').waitFor();
  await ideas(page).getByRole('row').filter({ hasText: rejected.handle }).click();
  const panel = page.getByRole('complementary');
  await panel.getByText(rejected.problem).first().dblclick();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Nobody knows who holds the keys of pier 4');
  await page.keyboard.press('Enter');
  await mark(page, '1 waiting to be sent').waitFor();
  // Somebody decides it meanwhile, so that its words are settled.
  const { id } = (await api('review.start')) as { readonly id: string };
  await api('review.decide', {
    reviewId: id,
    ideaId: rejected.handle,
    decision: { kind: 'reject', reason: 'no_room', sentence: 'Not now' },
  });
  await page.reload();
  await mark(page, '1 waiting to be sent').waitFor();
  await visitor.setOffline(false);
  await page.getByText(`What you did earlier to ${rejected.handle} was refused.`, { exact: false }).waitFor();
  await mark(page, /waiting to be sent/).waitFor({ state: 'detached' });
});

test('what was typed when the page was left at once is not lost (feed 11.7)', async () => {
  const leaving = await visitor.newPage();
  await leaving.goto(`${product.url}/item/STORY-1`);
  const line = leaving.getByLabel('is trying to', { exact: true });
  await untilHolds(line, 'lift before the paper comes');
  await line.fill('lift in fog');
  // Nothing is pressed: the page goes in the same moment, as when its tab is closed.
  await leaving.goto('about:blank');
  await untilRight(page, need, (words) => words === 'lift in fog');
  await leaving.close();
});

test('ages are told by the server’s clock on a machine whose own is days off (feed 12.5)', async () => {
  const lagging = await newVisitor(browser);
  await lagging.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() - 3 * 86_400_000;
  });
  const wrong = await lagging.newPage();
  await signIn(wrong, product.url, owner);
  await wrong.goto(`${product.url}/parking-lot`);
  const age = wrong.getByRole('grid', { name: 'Ideas' }).getByRole('time').first();
  await untilRight(
    wrong,
    async () => await age.innerText(),
    (words) => /^(now|\d+ m)$/.test(words),
  );
  await lagging.close();
});

test('what another app shares opens Capture with its words (feed 12.1)', async () => {
  await page.goto(`${product.url}/share?title=Crane%20stands%20still&text=Since%20Monday&url=https%3A%2F%2Fharbour.test%2Fcrane`);
  const dialog = page.getByRole('dialog', { name: 'Capture' });
  await untilHolds(dialog.getByLabel('Problem'), 'Crane stands still');
  await untilHolds(dialog.getByLabel('Context'), 'Since Monday https://harbour.test/crane');
  await page.waitForURL(({ search }) => search === '');
});
