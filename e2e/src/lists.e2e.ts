// Lists by keyboard: what is asked for is typed, kept in the address, and found again.
import assert from 'node:assert/strict';
import { text as wholeText } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilCount, untilHolds, untilRight } from './browser.ts';
import { colleague, haveSession, owner } from './entrance.ts';
import { tooWide, violations } from './for-everyone.ts';
import { callApi, type Product } from './product.ts';
import { startSeeded, type Seeded } from './seed-workspace.ts';

let product: Product;
let seeded: Seeded;
let browser: Browser;
let page: Page;

before(async () => {
  [{ product, seeded }, browser] = await Promise.all([startSeeded(), openBrowser()]);
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

test('on the board a card is moved by dragging, by key and by menu, and done asks whether it was seen to work', async () => {
  await page.goto(`${product.url}/backlog/HARB`);
  await page.getByRole('grid', { name: 'On the backlog' }).waitFor();
  await page.keyboard.press('v');
  const board = page.getByRole('group', { name: 'Board of Harbour' });
  const column = (name: string) => board.getByRole('list', { name, exact: true });
  const card = (name: string, handle: string) => column(name).getByRole('group', { name: new RegExp(`^${handle} `) });
  await card('Building', 'STORY-1').waitFor();
  await untilAt(/layout=board/);

  await card('Building', 'STORY-1').dragTo(column('Review'));
  await card('Review', 'STORY-1').waitFor();

  await card('Design', 'STORY-2').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await card('Building', 'STORY-2').waitFor();
  await untilRight(
    page,
    async () => await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
    (label) => label.startsWith('STORY-2 '),
  );

  await card('Review', 'STORY-1').getByRole('button', { name: 'Acts on STORY-1' }).click();
  await page.getByRole('menuitem', { name: /^Move to/ }).click();
  await page.getByRole('dialog', { name: 'Where is STORY-1?' }).getByRole('button', { name: 'Done' }).click();
  await page.getByRole('dialog', { name: 'Was it seen to work?' }).getByRole('button', { name: 'Yes, verified' }).click();
  await card('Done', 'STORY-1').waitFor();
  await page.reload();
  await card('Done', 'STORY-1').waitFor();

  assert.deepEqual(await violations(page, '#page'), []);
});

test('a step that holds more than its limit says so, and blocks nothing', async () => {
  await page.goto(`${product.url}/settings/teams/HARB`);
  await page.getByLabel('Limit of the step Committed').fill('2');
  await page.keyboard.press('Enter');
  // A page that is left at once may take the last moment's edit along.
  await untilRight(
    page,
    async () => await callApi(product.url, seeded.token, 'team.list'),
    (teams) => JSON.stringify(teams).includes('"limit":2'),
  );
  await page.goto(`${product.url}/backlog/HARB?layout=board&lanes=owner`);
  const board = page.getByRole('group', { name: 'Board of Harbour' });
  await board.getByText('2 over its limit of 2').first().waitFor();
  await board.getByRole('heading', { name: 'Tomas Lind' }).waitFor();
});

test('a view that is saved for everyone is there in a second browser, and its link shows what it asks for', async () => {
  await page.goto(`${product.url}/backlog/HARB?q=type:task&layout=board`);
  await page.getByRole('group', { name: 'Board of Harbour' }).waitFor();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
  await page.getByLabel('Name').fill('Chores');
  await page.getByLabel('Everyone sees it').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Chores', exact: true }).waitFor();

  const other = await (await newVisitor(browser)).newPage();
  await haveSession(other, product.url, colleague);
  await untilAt(/[?&]view=/);
  const id = new URL(page.url()).searchParams.get('view') ?? '';
  await other.goto(`${product.url}/backlog/HARB?view=${id}`);
  await other.getByRole('group', { name: 'Board of Harbour' }).waitFor();
  await other.getByRole('button', { name: 'Chores', exact: true }).waitFor();
  await untilHolds(other.getByRole('combobox', { name: 'Filter the backlog' }), 'type:task');

  // The palette knows it by its name, from any place.
  await other.goto(`${product.url}/parking-lot`);
  await other.getByRole('grid', { name: 'Ideas' }).waitFor();
  await other.keyboard.press('ControlOrMeta+k');
  await other.getByRole('combobox', { name: 'Find and do' }).fill('chores');
  await other.getByRole('option', { name: 'Chores' }).first().waitFor();
  await other.keyboard.press('Enter');
  await other.getByRole('group', { name: 'Board of Harbour' }).waitFor();
});
