// Lists by keyboard: what is asked for is typed, kept in the address, and found again.
import assert from 'node:assert/strict';
import { text as wholeText } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilCount, untilHolds, untilRight } from './browser.ts';
import { haveSession, owner } from './entrance.ts';
import { tooWide, violations } from './for-everyone.ts';
import type { Product } from './product.ts';
import { startSeeded } from './seed-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;

before(async () => {
  [{ product }, browser] = await Promise.all([startSeeded(), openBrowser()]);
  page = await (await newVisitor(browser)).newPage();
  await haveSession(page, product.url, owner);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** The handles of the rows of a grid, in order. */
async function handles(on: Page, grid: string): Promise<readonly string[]> {
  const texts = await on.getByRole('grid', { name: grid }).getByRole('row').allTextContents();
  return texts.flatMap((text) => /(?:IDEA|STORY|TASK)-\d+/.exec(text)?.[0] ?? []);
}

/** Waits until the address has this in it, as it is read. */
const untilAt = async (words: RegExp) => await page.waitForURL((url) => words.test(decodeURIComponent(url.href)));

const stories = ['STORY-5', 'STORY-4', 'STORY-3', 'STORY-2', 'STORY-1'];
const same = (wanted: readonly string[]) => (found: readonly string[]) => found.join() === wanted.join();

test('a query is typed with the keyboard alone, put right in place, and holds when its address is opened again', async () => {
  await page.goto(`${product.url}/everything`);
  await page.getByRole('grid', { name: 'Everything' }).waitFor();
  await page.keyboard.press('Shift+F');
  await page.keyboard.type('type:st');
  await page.getByRole('option', { name: 'story' }).waitFor();
  await page.keyboard.press('Tab');
  const field = page.getByRole('combobox', { name: 'Filter everything' });
  await untilHolds(field, 'type:story ');
  await page.keyboard.type('-size:L,S');
  await untilRight(page, async () => await handles(page, 'Everything'), same(['STORY-5', 'STORY-4', 'STORY-1']));
  await page.keyboard.type(' onwer:me');
  await page.getByText('There is no “onwer:”. Did you mean owner:?').waitFor();
  await page.getByRole('button', { name: 'Write owner' }).click();
  await untilRight(page, async () => await handles(page, 'Everything'), same(['STORY-1']));
  await untilAt(/[?&]q=type:story\+-size:L,S\+owner:me/);

  await page.reload();
  await untilRight(page, async () => await handles(page, 'Everything'), same(['STORY-1']));
  await page.keyboard.press('Shift+F');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await untilRight(
    page,
    async () => (await handles(page, 'Everything')).length,
    (count) => count > 20,
  );
  await page.keyboard.press('Shift+F');
  await page.keyboard.type('type:story sort:-handle');
  await untilRight(page, async () => await handles(page, 'Everything'), same(stories));
});

test('Back closes what was opened beside a list, and leaves what was typed before it', async () => {
  await page.goto(`${product.url}/everything`);
  await page.getByRole('grid', { name: 'Everything' }).waitFor();
  await page.keyboard.press('Shift+F');
  await page.keyboard.type('type:story owner:me');
  await untilRight(page, async () => await handles(page, 'Everything'), same(['STORY-3', 'STORY-1']));
  const field = page.getByRole('combobox', { name: 'Filter everything' });
  const opened = page.getByRole('complementary');
  // At once, before the address could follow.
  await page.getByRole('row', { name: 'STORY-1' }).click();
  await opened.waitFor();
  await untilAt(/q=type:story\+owner:me&open=STORY-1/);
  await page.goBack();
  await opened.waitFor({ state: 'hidden' });
  await untilHolds(field, 'type:story owner:me');
  await page.goForward();
  await opened.waitFor();
  await page.reload();
  await opened.waitFor();
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'hidden' });
  await untilRight(
    page,
    async () => page.url(),
    (url) => !url.includes('open='),
  );
});

test('several items are chosen by keys and changed as one act, which one undo takes back', async () => {
  await page.goto(`${product.url}/backlog/HARB?q=type:task`);
  const grid = page.getByRole('grid', { name: 'On the backlog' });
  await grid.getByText('TASK-51').waitFor();
  for (const keys of ['x', 'Shift+J', 'Shift+J']) await page.keyboard.press(keys);
  const bar = page.getByRole('toolbar', { name: 'Selected' });
  await bar.getByText('3 selected').waitFor();
  // One line, and the rest of it in a menu; on a phone's width too.
  const line = await bar.getByText('3 selected').boundingBox();
  const buttons = bar.getByRole('button');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await untilRight(
      page,
      async () => (await bar.boundingBox())?.height ?? 999,
      (height) => height < 2.5 * (line?.height ?? 0) && height < 64,
    );
    await untilCount(bar.locator('button:visible'), await buttons.count());
    await bar.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Give up…' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await untilCount(grid.getByRole('row', { selected: true }), 3);
  await page.keyboard.press('z');
  await page.getByRole('dialog', { name: 'How big is 3 items?' }).getByRole('button', { name: 'XL', exact: true }).click();
  await page.getByText('3 items are XL.').waitFor();
  await untilCount(grid.getByText('XL', { exact: true }), 3);
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByText('Undone: 3 items are XL.').waitFor();
  await untilCount(grid.getByText('XL', { exact: true }), 0);

  // What was chosen is still chosen when one comes back.
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('grid', { name: 'Ideas' }).waitFor();
  await page.goBack();
  await bar.getByText('3 selected').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  // All but the row of headings.
  await untilRight(
    page,
    async () => (await grid.getByRole('row').count()) - (await grid.getByRole('row', { selected: true }).count()),
    (rest) => rest === 1,
  );
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
});

test('labels are typed where they are given, asked for, renamed and merged in one place, and taken back', async () => {
  await page.goto(`${product.url}/refinement/HARB`);
  const grid = page.getByRole('grid', { name: 'In refinement' });
  await grid.getByText('STORY-4').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('l');
  await page.getByRole('combobox', { name: 'Find a label or type a new one' }).waitFor();
  await page.keyboard.type('autumn');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'autumn', selected: true }).waitFor();
  await page.keyboard.type('bil');
  await page.getByRole('option', { name: 'billing on some' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await grid.getByRole('row', { name: /STORY-5.*autumn/ }).waitFor();

  await page.goto(`${product.url}/everything`);
  await page.getByRole('grid', { name: 'Everything' }).waitFor();
  await page.keyboard.press('Shift+F');
  await page.keyboard.type('label:aut');
  await page.getByRole('option', { name: 'autumn' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('-label:billing type:story');
  await untilRight(page, async () => await handles(page, 'Everything'), same(['STORY-5', 'STORY-3']));

  await page.goto(`${product.url}/settings/labels`);
  await page.getByLabel('Name of autumn').fill('season 2027');
  await page.keyboard.press('Enter');
  await page.getByText('“autumn” is “season 2027” now.').waitFor();
  await page.getByRole('button', { name: 'Acts on season 2027' }).click();
  await page.getByRole('menuitem', { name: 'Merge into…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'season', exact: false }).click();
  await page.getByLabel('Name of season 2027').waitFor({ state: 'detached' });
  await page.getByText('“season 2027” is “season” now.').waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByLabel('Name of season 2027').waitFor();
});

test('who works on items beside their owner is chosen by keys for several at once, seen, asked for, and taken back', async () => {
  await page.goto(`${product.url}/refinement/HARB?q=type:story`);
  const grid = page.getByRole('grid', { name: 'In refinement' });
  await grid.getByText('STORY-3').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Shift+A');
  await page.getByRole('combobox', { name: 'Find a member' }).waitFor();
  await page.keyboard.type('tom');
  await page.getByRole('option', { name: 'Tomas Lind', exact: false, selected: false }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Tomas Lind', exact: false, selected: true }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await grid.getByRole('row', { name: /STORY-3.*\+1 collaborators: Tomas Lind/ }).waitFor();

  await page.goto(`${product.url}/everything`);
  const everything = page.getByRole('grid', { name: 'Everything' });
  await everything.getByText('STORY-3').waitFor();
  await page.keyboard.press('Shift+F');
  await page.keyboard.type('collaborator:tom');
  await page.getByRole('option', { name: 'Tomas Lind' }).waitFor();
  await page.keyboard.press('Tab');
  await untilRight(page, async () => await handles(page, 'Everything'), same(['STORY-5', 'STORY-4', 'STORY-3']));

  await page.goto(`${product.url}/everything?q=collaborator:tom&columns=handle,title,owner,collaborator`);
  await everything.getByRole('columnheader', { name: 'Collaborators' }).waitFor();
  await everything.getByText('STORY-3').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Shift+E')]);
  const [head, ...lines] = (await wholeText(await file.createReadStream())).replace('\uFEFF', '').trimEnd().split('\r\n');
  assert.equal(head, 'Handle,Title,Owner,Collaborators');
  assert.equal(lines.filter((line) => line.endsWith(',Tomas Lind')).length, 3);

  await page.goto(`${product.url}/item/STORY-3`);
  const facts = page.getByRole('definition').filter({ hasText: 'Tomas Lind' });
  await facts.waitFor();
  await page.setViewportSize({ width: 360, height: 720 });
  assert.deepEqual(await tooWide(page), []);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Shift+A');
  await page.getByRole('dialog', { name: 'Who works on STORY-3?' }).getByRole('option', { name: 'Tomas Lind' }).click();
  await page.getByText('STORY-3 is without Tomas Lind now.').waitFor();
  await page.keyboard.press('Escape');
  await facts.waitFor({ state: 'detached' });
  await page.keyboard.press('ControlOrMeta+z');
  await facts.waitFor();
});

test('Everything shows the columns of choice, changes what is chosen, and is saved as a file just as it is shown', async () => {
  await page.goto(`${product.url}/everything?q=type:story&sort=-handle`);
  const grid = page.getByRole('grid', { name: 'Everything' });
  await grid.getByText('STORY-5').waitFor();
  await page.keyboard.press('Shift+C');
  await page.getByRole('dialog', { name: 'Which columns?' }).getByRole('button', { name: /^Size/ }).click();
  await grid.getByRole('columnheader', { name: 'Size' }).waitFor();
  await untilAt(/columns=handle,title,type,label,step,size,team,owner,age/);
  for (const keys of ['x', 'Shift+J', 'z']) await page.keyboard.press(keys);
  await page.getByRole('dialog', { name: 'How big is 2 items?' }).getByRole('button', { name: 'XL', exact: true }).click();
  await page.getByText('2 items are XL.').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Shift+E')]);
  const text = await wholeText(await file.createReadStream());
  const lines = text.replace('\uFEFF', '').trimEnd().split('\r\n');
  assert.equal(lines[0], 'Handle,Title,Type,Labels,Stands in,Size,Team,Owner,Age');
  assert.deepEqual(
    lines.slice(1).map((line) => line.split(',')[0]),
    stories,
  );
  assert.equal(lines.filter((line) => line.includes(',XL,')).length, 2);
});
