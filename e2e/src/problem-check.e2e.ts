// The problem check while a story is written: it marks the how, says why, and mends it with a key. It never stops anybody.
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilHolds, untilRight } from './browser.ts';
import { owner, signIn } from './entrance.ts';
import { callApi, type Product } from './product.ts';
import { startWithOwner } from './seed-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let token = '';

const api = async (operation: string, input: object = {}) => await callApi(product.url, token, operation, input);

/** A story in refinement that says nothing yet. */
async function newStory(problem: string): Promise<string> {
  const idea = (await api('idea.capture', { problem })) as { id: string };
  const review = (await api('review.start', { ideaIds: [idea.id] })) as { id: string };
  const decision = { kind: 'refine', as: 'story', teamId: 'HARB' };
  const { itemId } = (await api('review.decide', { reviewId: review.id, ideaId: idea.id, decision })) as { itemId: string };
  await api('review.close', { reviewId: review.id });
  return itemId;
}

before(async () => {
  ({ product, token } = await startWithOwner());
  browser = await openBrowser();
  page = await (await newVisitor(browser)).newPage();
  await signIn(page, product.url, owner);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const field = (on: Page, name: string): Locator => on.getByRole('region', { name: 'Story' }).getByRole('textbox', { name });
const check = (on: Page): Locator => on.getByRole('region', { name: 'Problem check' });
const card = (on: Page): Locator => on.locator('[data-finding-card]');
const selected =
  'document.activeElement.value?.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)';
const isSelected = async (words: string) =>
  await untilRight(
    page,
    async () => await page.evaluate(selected),
    (found) => found === words,
  );

test('a button in the corner is found while it is typed, and becomes a criterion by a key', async () => {
  const itemId = await newStory('Skippers cancel by telephone');
  await page.goto(`${product.url}/item/STORY-1`);
  await field(page, 'Who').fill('A skipper who is late');
  await field(page, 'so that').fill('somebody else can have the berth');
  await field(page, 'is trying to').pressSequentially('cancel a berth at night with a red button in the top right corner');
  await check(page)
    .getByRole('button', { name: /button.*Part of a screen/ })
    .waitFor();
  await check(page).getByText('Names a part of a screen, not what somebody cannot do today.').waitFor();
  await untilRight(
    page,
    async () => await page.locator('[data-mark]').count(),
    (count) => count >= 2,
  );

  await page.keyboard.press('F8');
  await isSelected('button');
  await card(page).getByText('What should they be able to do with it?').waitFor();
  await page.keyboard.press('Escape');
  await card(page).waitFor({ state: 'detached' });
  // The field stays as it is.
  await isSelected('button');
  await page.keyboard.press('F8');
  await isSelected('in the top right corner');
  await page.keyboard.press('Shift+F8');
  await isSelected('button');
  await page.keyboard.press('F2');
  await check(page).getByText('Nothing to remark').waitFor();
  await untilHolds(field(page, 'is trying to'), 'cancel a berth at night');
  await untilRight(
    page,
    async () => (await api('story.get', { itemId })) as { story: { need: string }; criteria: { text: string }[] },
    ({ story, criteria }) =>
      story.need === 'cancel a berth at night' && criteria[0]?.text === 'With a red button in the top right corner.',
  );
});

test('a finding is set aside with a digit, and comes back', async () => {
  await newStory('Cranes are shared by three clubs');
  await page.goto(`${product.url}/item/STORY-2`);
  await field(page, 'Who').fill('A crane driver');
  await field(page, 'so that').fill('no boat hangs in the straps over lunch');
  await field(page, 'is trying to').fill('know who comes next through the logbook of the club');
  await check(page)
    .getByRole('button', { name: /logbook/ })
    .waitFor();
  await page.keyboard.press('F8');
  await page.keyboard.press('F9');
  await page.getByRole('dialog').getByText('It is given from outside').waitFor();
  await page.keyboard.press('2');
  await check(page).getByText('Nothing to remark').waitFor();
  await check(page).getByText('1 set aside').click();
  await check(page).getByRole('button', { name: 'Bring back' }).click();
  await check(page).getByText('1 to look at').waitFor();
});

test('words that are pointed at in the editor tell what is the matter, and are set aside from there', async () => {
  await newStory('Nobody finds the guest berths with a red button in the top right corner');
  await page.goto(`${product.url}/item/STORY-3`);
  await field(page, 'Who').fill('A guest');
  await field(page, 'so that').fill('they are moored before dark');
  await field(page, 'is trying to').fill('find a berth');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('e');
  await page.keyboard.press('p');
  await page.locator('.cm-content:focus').waitFor();
  const mark = page.locator('[data-finding^="problem"][data-finding$="button"]');
  await mark.waitFor();
  // It lies behind the words, and moves while the editor is laid out.
  await untilRight(
    page,
    async () => {
      await mark.hover({ force: true });
      return await card(page).isVisible();
    },
    (isShown) => isShown,
  );
  await card(page).getByText('Names a part of a screen').waitFor();
  await card(page).getByRole('button', { name: 'Set aside' }).click();
  await page.getByRole('dialog').getByText('Why does “button” not matter?').waitFor();
  await card(page).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
});

test('a second way is asked for and kept in the problem text', async () => {
  await page.goto(`${product.url}/item/STORY-2`);
  await check(page)
    .getByRole('button', { name: /logbook/ })
    .waitFor();
  await field(page, 'is trying to').focus();
  await page.keyboard.press('F8');
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name a second way to meet this need' }).fill('a call on channel 12');
  await page.keyboard.press('Enter');
  await page.getByText('a call on channel 12').waitFor();
});

test('a word of the domain goes into the glossary, and another story is left alone', async () => {
  await newStory('Invoices go astray');
  await page.goto(`${product.url}/item/STORY-4`);
  await field(page, 'Who').fill('A treasurer');
  await field(page, 'so that').fill('the club is paid before the winter');
  await field(page, 'is trying to').fill('receive the weekly tide report');
  await check(page)
    .getByRole('button', { name: /Mechanism/ })
    .waitFor();
  await page.keyboard.press('F9');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('1');
  await untilRight(
    page,
    async () => (await api('term.list')) as { word: string }[],
    (terms) => terms[0]?.word === 'report',
  );
  await field(page, 'is trying to').fill('get another report before noon');
  await check(page).getByText('Nothing to remark').waitFor();
});

test('the glossary is read and changed in Settings', async () => {
  await page.goto(`${product.url}/settings/glossary`);
  const glossary = page.getByRole('region', { name: 'Glossary' });
  await glossary.getByLabel('A word of your domain').fill('REPORT');
  await page.keyboard.press('Enter');
  await glossary.getByText('is in the glossary already').waitFor();
  await glossary.getByLabel('A word of your domain').fill('berth');
  await page.keyboard.press('Enter');
  await glossary.getByRole('button', { name: 'Remove berth' }).click();
  await glossary.getByRole('button', { name: 'Remove berth' }).waitFor({ state: 'detached' });
  await page.goto(`${product.url}/item/STORY-4`);
  await check(page).waitFor();
});

test('without a network it goes on', async () => {
  await page.context().setOffline(true);
  await field(page, 'is trying to').fill('choose a berth from a dropdown');
  await check(page)
    .getByRole('button', { name: /dropdown/ })
    .waitFor();
  await page.context().setOffline(false);
});
