// One problem from an idea to a story that is ready: evidence, review, the check with its repairs, criteria, size and readiness by
// keys, two who write one paragraph, a pasted picture, and a link that outlives every change.
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilHolds, untilRight } from './browser.ts';
import { colleague, haveSession, owner, signIn } from './entrance.ts';
import type { Product } from './product.ts';
import { startWithAStory, type Api } from './story-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let other: Page;
let api: Api;
let broken = false;

/** One step of the journey. After one that failed the others are skipped: they would wait for what cannot come. */
function step(name: string, walk: () => Promise<void>): void {
  test(name, async (context) => {
    if (broken) return context.skip('an earlier step failed');
    broken = true;
    await walk();
    broken = false;
    return undefined;
  });
}

before(async () => {
  [{ product, api }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  page = await (await newVisitor(browser)).newPage();
  other = await (await newVisitor(browser)).newPage();
  await Promise.all([signIn(page, product.url, owner), haveSession(other, product.url, colleague)]);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const region = (on: Page, name: string) => on.getByRole('region', { name, exact: true });
const part = (name: string) => region(page, 'Story').getByRole('textbox', { name });
/** Waits until a field takes what is typed. */
const here = async (field: Locator) => await field.and(page.locator(':focus')).waitFor();
const editor = (on: Page) => on.locator('.cm-content:focus');

/** Keys mean the story while nothing in it has the focus. */
async function press(...keys: readonly string[]): Promise<void> {
  await page.getByRole('heading', { level: 1 }).click();
  for (const key of keys) await page.keyboard.press(key);
}

step('an idea is captured by a key, and somebody’s words are put to it', async () => {
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Capture' }).getByLabel('Problem').fill('Skippers cancel by telephone at night');
  await page.keyboard.press('Control+Enter');
  await untilRight(
    page,
    async () => (await api<{ readonly items: readonly unknown[] }>('idea.list', { state: 'undecided' })).items.length,
    (count) => count === 1,
  );
  await page.goto(`${product.url}/item/IDEA-2`);
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await editor(page).waitFor();
  await page.keyboard.type('I rang eleven times, and then we sailed on.');
  await page.getByLabel('Whose words').fill('A skipper from Husum');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('I rang eleven times').waitFor();
});

step('it becomes a story in the review', async () => {
  await page.goto(`${product.url}/parking-lot`);
  await page.getByText('Skippers cancel by telephone at night').waitFor();
  await page.keyboard.press('r');
  await page.waitForURL('**/review/*');
  await page.getByText('1 of 1', { exact: true }).waitFor();
  await page.keyboard.press('s');
  await page.getByRole('heading', { name: 'It is decided.' }).waitFor();
  await page.keyboard.press('Shift+Enter');
  await page.getByRole('heading', { name: 'Review closed' }).waitFor();
  await page.goto(`${product.url}/item/STORY-2`);
  await page.getByText('I rang eleven times').first().waitFor();
});

step('the check finds the button in the corner, and its keys make a criterion of it', async () => {
  await press('e', 'w');
  await here(part('Who'));
  await page.keyboard.type('A skipper who is late');
  await page.keyboard.press('Enter');
  await press('e', 'b');
  await here(part('so that'));
  await page.keyboard.type('somebody else can have the berth');
  await press('e', 'n');
  await here(part('is trying to'));
  await page.keyboard.type('cancel a berth at night with a red button in the top right corner');
  await region(page, 'Problem check')
    .getByRole('button', { name: /button.*Part of a screen/ })
    .waitFor();
  await page.keyboard.press('F8');
  await page.locator('[data-finding-card]').getByText('What should they be able to do with it?').waitFor();
  await page.keyboard.press('F2');
  await page.locator('#AC-1').waitFor();
  await untilHolds(part('is trying to'), 'cancel a berth at night');
  await region(page, 'Problem check').getByText('Nothing to remark').waitFor();
});

step('criteria, size and the other points of readiness are met by keys', async () => {
  await press('e', 'c');
  await here(page.getByLabel('Add a criterion'));
  for (const text of ['The berth is free again at once', 'It works without a telephone']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.locator('#AC-3').waitFor();
  await press('z');
  await page.getByRole('dialog').getByText('How big').waitFor();
  await page.keyboard.press('3');
  await press('e', 'o');
  await here(page.getByRole('textbox', { name: 'Metric', exact: true }));
  await page.keyboard.type('Calls a night');
  await page.getByRole('form', { name: 'Outcome' }).getByLabel('Target').fill('2');
  await page.getByRole('form', { name: 'Outcome' }).getByLabel('By').fill('2027-03-12');
  await page.keyboard.press('Enter');
  await page.getByText('Calls a night: to 2 by 12 March 2027.').waitFor();
  await other.goto(`${product.url}/item/STORY-2`);
  await other.getByRole('button', { name: 'I have read it' }).waitFor();
  await other.getByRole('heading', { level: 1 }).click();
  await other.keyboard.press('Shift+R');
  for (const visitor of [page, other]) await visitor.getByRole('paragraph').filter({ hasText: 'Ready to commit' }).waitFor();
  await untilRight(
    page,
    async () => (await api<{ readonly story: { readonly size: string } }>('story.get', { itemId: 'STORY-2' })).story.size,
    (size) => size === 'S',
  );
});

step('two write one paragraph at the same time, see each other there, and both sentences survive', async () => {
  for (const visitor of [page, other]) {
    await visitor.getByRole('button', { name: 'Edit problem' }).click();
    await editor(visitor).waitFor();
  }
  await region(page, 'Problem').getByText('Tomas Lind is in this field').waitFor();
  const first = (await editor(page).innerText()).trim();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('It is late. ');
  await other.keyboard.press('Control+End');
  await other.keyboard.type(' Nobody answers.');
  await page.keyboard.press('Escape');
  await untilRight(
    other,
    async () => (await editor(other).innerText()).trim(),
    (text) => text === `It is late. ${first} Nobody answers.`,
  );
  await other.keyboard.press('Escape');
  for (const visitor of [page, other]) {
    await region(visitor, 'Problem').getByText(`It is late. ${first} Nobody answers.`).waitFor();
  }
});

step('a picture is pasted into a comment and seen by the other', async () => {
  await press('e', 'm');
  await editor(page).waitFor();
  await page.keyboard.type('The list by the telephone: ');
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(8, 8);
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
    const clipboard = new DataTransfer();
    clipboard.items.add(new File([await canvas.convertToBlob()], 'list.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
  });
  await region(page, 'Comments').locator('.md-picture').waitFor();
  await page.keyboard.press('Control+Enter');
  const picture = region(other, 'Comments').getByRole('img', { name: 'list.png' });
  await picture.scrollIntoViewIfNeeded();
  await untilRight(
    other,
    async () => await picture.evaluate((image) => Reflect.get(image, 'naturalWidth') as number),
    (width) => width === 8,
  );
});

step('a link to a criterion still opens it after nesting, reordering and splitting', async () => {
  const link = `${product.url}/item/STORY-2#AC-3`;
  await page.locator('#AC-3').getByRole('button', { name: 'AC-3', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.locator('#AC-3[aria-level="2"]').waitFor();
  await page.locator('#AC-2').getByRole('button', { name: 'AC-2', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await press('Shift+S');
  const dialog = page.getByRole('dialog', { name: 'Split STORY-2' });
  await dialog.getByLabel('Title of the new story').waitFor();
  await page.keyboard.type('Berths are free at once');
  await dialog.getByRole('checkbox', { name: /AC-2/ }).check();
  await dialog.getByText('AC-2, AC-3 go along.').waitFor();
  await dialog.getByRole('button', { name: 'Split' }).click();
  await page.getByText('STORY-3 is split off STORY-2.').waitFor();
  await other.goto(`${product.url}/parking-lot`);
  await other.goto(link);
  await other.waitForURL(/\/item\/STORY-3#AC-\d$/);
  const found = other.locator('li[aria-current="location"]');
  await found.waitFor();
  await untilHolds(found.getByRole('textbox').first(), 'It works without a telephone');
});
