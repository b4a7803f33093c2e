// Whom a story is about, what it waits for, and where its criteria went: by keys, in a real browser.
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilCount, untilHolds } from './browser.ts';
import { haveSession, owner } from './entrance.ts';
import type { Product } from './product.ts';
import { startWithAStory, type Api } from './story-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let api: Api;

before(async () => {
  [{ product, api }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  for (const text of ['Arrivals are listed', 'Departures are listed', 'Both at night'])
    await api('criterion.add', { itemId: 'STORY-1', text });
  await api('persona.add', { name: 'A harbour master' });
  await api('task.create', { teamId: 'HARB', title: 'Lay the cable' });
  page = await (await newVisitor(browser)).newPage();
  await haveSession(page, product.url, owner);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const story = () => page.getByRole('region', { name: 'Story' });

test('who has the problem is suggested, renamed in its own place, and every story says the new name', async () => {
  await page.goto(`${product.url}/item/STORY-1`);
  const who = story().getByRole('textbox', { name: 'Who' });
  await who.click();
  await page.keyboard.type('harb');
  await story().getByRole('option', { name: 'A harbour master' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await story().getByRole('link', { name: 'About A harbour master' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'Stories' }).getByText('STORY-1', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('A harbour master at night');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Stories' }).waitFor();
  await page.goBack();
  await story().getByRole('link', { name: 'About A harbour master at night' }).waitFor();
  await untilHolds(who, 'A harbour master at night');
});

test('what it waits for is picked by keys, and marks it wherever it stands', async () => {
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Shift+L');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('1');
  await page.getByRole('combobox', { name: 'Which one' }).waitFor();
  await page.keyboard.type('cable');
  await page.getByRole('option', { name: /TASK-1/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Links' }).getByText('blocked by').waitFor();
  await page.goto(`${product.url}/refinement/HARB?q=is:blocked`);
  const row = page.getByRole('grid', { name: 'In refinement' }).getByRole('row').filter({ hasText: 'STORY-1' });
  await row.getByText('Blocked').waitFor();
  await api('backlog.drop', { itemId: 'TASK-1', reason: 'other', sentence: 'Somebody else lays it.' });
  await row.waitFor({ state: 'detached' });
});

test('what happened leads to the idea a story came from, and from there to the story, with a card by key and by a finger that stays', async () => {
  const activity = page.getByRole('region', { name: 'Activity' });
  await page.goto(`${product.url}/item/STORY-1`);
  await activity.getByText('made the story from').waitFor();
  await activity.getByRole('link', { name: 'IDEA-1' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('tooltip').getByText('In refinement').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/item\/IDEA-1$/);
  await activity.getByText('took it into refinement as').waitFor();
  const chip = activity.getByRole('link', { name: 'STORY-1' });
  // Before anything is measured: targets are larger for fingers.
  const tools = await page.context().newCDPSession(page);
  await tools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  // It stands still, and nothing lies over it.
  await chip.getByText('STORY-1').click({ trial: true });
  await page.mouse.move(2, 2);
  await untilCount(page.getByRole('tooltip'), 0);
  const { x, y } = (await chip.getByText('STORY-1').boundingBox()) ?? { x: 0, y: 0 };
  await tools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x + 8, y: y + 8 }] });
  await page.getByRole('tooltip').waitFor();
  await tools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await tools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await page.getByRole('tooltip').waitFor();
  await page.waitForURL(/\/item\/IDEA-1$/);
  await chip.press('Enter');
  await page.waitForURL(/\/item\/STORY-1$/);
});

test('a link to a criterion made at the start opens it after nesting, reordering and splitting', async () => {
  const link = `${product.url}/item/STORY-1#AC-3`;
  await page.goto(link);
  await page.locator('#AC-3[aria-current="location"]').waitFor();
  await page.getByRole('button', { name: 'AC-3', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.locator('#AC-3[aria-level="2"]').waitFor();
  await page.getByRole('button', { name: 'AC-2', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('heading', { level: 1 }).click();

  await page.keyboard.press('Shift+S');
  const dialog = page.getByRole('dialog', { name: 'Split STORY-1' });
  await dialog.getByLabel('Title of the new story').waitFor();
  await page.keyboard.type('Departures are seen');
  const second = dialog.getByRole('listitem').filter({ hasText: 'AC-2' });
  await dialog.locator('li[draggable="true"]').first().waitFor();
  await second.locator('[data-grip]').dragTo(dialog.getByText('Tick criteria, or drag them here.'));
  await dialog.getByText('AC-2, AC-3 go along.').waitFor();
  await dialog.getByRole('checkbox', { name: /AC-2/ }).focus();
  await page.keyboard.press('Space');
  await dialog.getByText('Tick criteria, or drag them here.').waitFor();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Split' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('STORY-2 is split off STORY-1.').waitFor();
  await page.getByRole('region', { name: 'Links' }).getByText('split into').waitFor();

  await page.goto(`${product.url}/parking-lot`);
  await page.goto(link);
  await page.waitForURL(`${product.url}/item/STORY-2#AC-2`);
  const found = page.locator('#AC-2[aria-current="location"]');
  await found.waitFor();
  await untilHolds(found.getByRole('textbox').first(), 'Both at night');
});
