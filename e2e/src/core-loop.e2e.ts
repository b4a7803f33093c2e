// The whole loop once, in a real browser: owner, team, import, review by keys, refinement, the gate, done. A colleague in a
// second browser sees each step without loading the page again.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilCount, untilHolds, untilRight } from './browser.ts';
import { colleague, joinByLink, owner, setUpByLink } from './entrance.ts';
import { inventedCounts, inventedIssues } from './invented-issues.ts';
import { callApi, startProduct, type Product } from './product.ts';

let product: Product;
let browser: Browser;
let page: Page;
let other: Page;
let token = '';

const api = async (operation: string, input: object = {}) => await callApi(product.url, token, operation, input);

interface Window {
  readonly n: number;
  readonly k: number;
  readonly room: number;
  readonly basis: string;
}

let broken = false;

/** One step of the journey. After one that failed the others are skipped: they would wait for what cannot come. */
function step(name: string, walk: () => Promise<void>): void {
  test(name, async (context) => {
    if (broken) return context.skip('an earlier step failed');
    broken = true;
    try {
      await walk();
    } catch (error) {
      throw new Error(`${String(error)}\n\nOn the page stood:\n${await page.locator('body').ariaSnapshot()}`.slice(0, 6000), {
        cause: error,
      });
    }
    broken = false;
    return undefined;
  });
}

// The fields are those that the API's reference promises.
const readWindow = async () => (await api('backlog.window', { teamId: 'HARB' })) as Window;

/** Waits until the meter of a page shows what the API says. Answers that. */
async function meterAgrees(on: Page, isRight: (window: Window) => boolean): Promise<Window> {
  const meter = on.getByRole('region', { name: 'Window of Harbour' });
  const read = async () => ({ window: await readWindow(), shown: await meter.innerText() });
  const { window } = await untilRight(on, read, (seen) => {
    const figures = new RegExp(`^\\s*${seen.window.n}\\s+of ${seen.window.k}\\b`);
    return isRight(seen.window) && figures.test(seen.shown);
  });
  return window;
}

/** Waits until the sidebar counts so many undecided ideas. */
async function waitingIdeas(on: Page, count: number): Promise<void> {
  await on
    .getByRole('navigation')
    .getByRole('link')
    .filter({ hasText: new RegExp(`^Parking lot\\s*${count}(?!\\d)`) })
    .waitFor();
}

/** Goes to a place of the sidebar as a reader does, without loading the page. */
const goTo = async (on: Page, place: string) =>
  await on.getByRole('navigation').getByRole('link', { name: place }).first().click();

before(async () => {
  product = await startProduct({ isEmbedded: true });
  browser = await openBrowser();
  page = await (await newVisitor(browser, { keepsApp: true })).newPage();
  other = await (await newVisitor(browser, { keepsApp: true })).newPage();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

step('the owner is made through the setup link, and makes a team', async () => {
  await setUpByLink(page, product.setupUrl, 'Tideline');
  await page.getByRole('button', { name: 'Make a team' }).click();
  const dialog = page.getByRole('dialog', { name: 'New team' });
  await dialog.getByLabel('Name').fill('Harbour');
  await untilHolds(dialog.getByLabel('Key'), 'HARB');
  await dialog.getByRole('button', { name: 'Make the team' }).click();
  await page.waitForURL('**/settings/teams/HARB');
});

step('an invited colleague joins in a browser of their own', async () => {
  await page.goto(`${product.url}/settings/members`);
  await page.getByLabel('For whom').fill('Tomas');
  await page.getByLabel('Team').selectOption({ label: 'Harbour' });
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  await joinByLink(other, link, colleague);
  // A page that is loaded again would forget this.
  await other.evaluate('window.sameSince = "joined"');
  await page.getByText(colleague.name).first().waitFor();
});

step('issues imported by the command line appear in both browsers, and the rate is measured', async () => {
  await page.goto(`${product.url}/settings/tokens`);
  await page.getByLabel('What it is for').fill('import');
  await page.getByRole('button', { name: 'Make a token' }).click();
  token = await page.getByRole('textbox', { name: 'Token' }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  const file = join(product.folder, 'issues.json');
  await writeFile(file, inventedIssues(new Date()));
  for (const visitor of [page, other]) await goTo(visitor, 'Parking lot');
  const report = await product.run(['import', 'github', file, '--team', 'HARB', '--json'], { token });
  const { piles }: { piles: unknown } = JSON.parse(report);
  assert.partialDeepStrictEqual(piles, { idea: inventedCounts.open, done: inventedCounts.closed });
  for (const visitor of [page, other]) {
    await visitor.getByText('Nobody sees which posts are broken').waitFor();
    await waitingIdeas(visitor, inventedCounts.open);
  }
  assert.equal((await readWindow()).basis, 'measured');
});

/** What becomes of the first twenty ideas: digits are the reasons of a rejection. */
const decisions = ['1', '2', 's', '3', '4', 'k', '5', 's', '1', 't', '3', '2', '4', 's', '3', '1', 'm', '5', '2', '3'] as const;
/** The decisions that are taken back once and made again, by their place. */
const undone = [4, 11];

step('twenty ideas are reviewed by keys alone, and the colleague follows each', async () => {
  await page.keyboard.press('r');
  await page.waitForURL('**/review/*');
  await other.getByRole('button', { name: /Go on with the review/ }).click();
  await other.getByText('drives, you follow').waitFor();
  await walkTogether();
  for (const [place, decision] of decisions.entries()) {
    await bothAt(place + 1);
    await decide(decision);
    if (!undone.includes(place)) continue;
    await bothAt(place + 2);
    await page.keyboard.press('u');
    await bothAt(place + 1);
    await decide(decision);
  }
  await bothAt(decisions.length + 1);
  await page.keyboard.press('Shift+Enter');
  for (const visitor of [page, other]) await visitor.getByRole('heading', { name: 'Review closed' }).waitFor();
  const rejected = decisions.filter((decision) => /\d/.test(decision)).length;
  assert.ok(rejected >= 12);
  await page
    .getByText(`${Math.round((rejected / decisions.length) * 100)} %`, { exact: true })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await other.keyboard.press('Enter');
  const left = inventedCounts.open - decisions.length + 1;
  for (const visitor of [page, other]) {
    await waitingIdeas(visitor, left);
  }
});

/** Where the driver goes both go, and the one who follows takes over by one key. */
async function walkTogether(): Promise<void> {
  await bothAt(1);
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await bothAt(3);
  await takesOver(other, page, colleague.name);
  await bothAt(3);
  await other.keyboard.press('ArrowLeft');
  await bothAt(2);
  await takesOver(page, other, owner.name);
  await page.keyboard.press('ArrowLeft');
}

/** Its keys are heard once its own page knows that it drives. */
async function takesOver(driver: Page, follower: Page, name: string): Promise<void> {
  await driver.keyboard.press('d');
  await follower.getByText(`${name} drives, you follow`).waitFor();
  await driver.getByText('drives, you follow').waitFor({ state: 'hidden' });
}

async function bothAt(place: number): Promise<void> {
  for (const visitor of [page, other]) await visitor.getByText(`${place} of ${inventedCounts.open}`, { exact: true }).waitFor();
}

async function decide(decision: (typeof decisions)[number]): Promise<void> {
  if (/\d/.test(decision)) {
    await page.keyboard.press('x');
    await page.getByRole('group', { name: 'Why not' }).waitFor();
    await page.keyboard.press(decision);
    await untilProposed();
    await page.keyboard.press('Enter');
  } else if (decision === 'm') {
    await page.keyboard.press('m');
    await page.getByLabel('Merge into').first().waitFor();
    await page.keyboard.type('broken');
    await page.getByRole('option', { name: /Nobody sees which posts are broken/ }).waitFor();
    await page.keyboard.press('Enter');
    await untilProposed();
    await page.keyboard.press('Enter');
  } else {
    await page.keyboard.press(decision);
  }
}

/** Waits until a sentence stands where one is asked for. */
async function untilProposed(): Promise<void> {
  await untilRight(
    page,
    async () => await page.getByLabel('Sentence').inputValue(),
    (sentence) => sentence !== '',
  );
}

step('every rejection keeps its reason, its sentence and who decided', async () => {
  const listed = (await api('idea.list', { state: 'decided', limit: 1000 })) as {
    items: { decision: Record<string, unknown> }[];
  };
  const rejections = listed.items.map((idea) => idea.decision).filter(({ kind }) => kind === 'reject');
  assert.equal(rejections.length, decisions.filter((decision) => /\d/.test(decision)).length);
  for (const { sentence, reason, by } of rejections) assert.ok(sentence && reason && by);
});

const stories = [
  { persona: 'A harbour master on a Saturday', need: 'note an arrival once', benefit: 'nobody is searched for at night' },
  { persona: 'A night guard', need: 'see who paid', benefit: 'sleeping guests are left alone' },
];

step('two stories are refined to ready and committed', async () => {
  for (const visitor of [page, other]) await goTo(visitor, 'Refinement');
  for (const [index, { persona, need, benefit }] of stories.entries()) {
    const handle = `STORY-${index + 1}`;
    await page.getByRole('grid', { name: 'In refinement' }).getByText(handle, { exact: true }).click();
    const panel = page.getByRole('complementary', { name: new RegExp(`^${handle}`) });
    const fields = { Who: persona, 'is trying to': need, 'so that': benefit };
    for (const [label, words] of Object.entries(fields)) {
      const line = panel.getByLabel(label, { exact: true });
      await line.fill(words);
      await line.press('Enter');
    }
    const criterion = panel.getByLabel('Add a criterion');
    await criterion.fill('An arrival that was noted stands in the list at once');
    await criterion.press('Enter');
    await panel.getByRole('button', { name: 'No metric, because…' }).click();
    await panel.getByRole('textbox', { name: 'No metric, because' }).fill('nobody counts it yet');
    await panel.getByRole('button', { name: 'Save outcome' }).click();
    await panel.getByText('No metric, because nobody counts it yet').waitFor();
    await readByColleague(handle);
    await page.getByText(`${index + 1} of 4 ready`).waitFor();
    await other.getByText(`${index + 1} of 4 ready`).waitFor();
    await page.keyboard.press('Escape');
  }
  for (const { need: _need } of stories) await commitFirst();
  for (const visitor of [page, other]) await goTo(visitor, 'Backlog');
  for (const visitor of [page, other]) await meterAgrees(visitor, ({ n }) => n === stories.length);
});

/** The colleague opens the story and says that it is read: the last point that nobody can meet alone. */
async function readByColleague(handle: string): Promise<void> {
  await other.getByRole('grid', { name: 'In refinement' }).getByText(handle, { exact: true }).click();
  const panel = other.getByRole('complementary', { name: new RegExp(`^${handle}`) });
  await panel.getByRole('button', { name: 'I have read it' }).click();
  await panel.getByRole('paragraph').filter({ hasText: 'Ready to commit' }).waitFor();
  await other.keyboard.press('Escape');
}

/** The task that the review made: the imported ones were there before it. */
const reviewedTask = `TASK-${inventedCounts.closed + 1}`;

/** Commits the first row of Refinement, which is the nearest to ready. */
async function commitFirst(): Promise<void> {
  const rows = page.getByRole('grid', { name: 'In refinement' }).getByRole('row');
  const count = await rows.count();
  await rows.first().focus();
  await page.keyboard.press('Control+Enter');
  await untilCount(rows, count - 1);
}

step('the meter fills as tasks are committed elsewhere', async () => {
  for (let { room } = await readWindow(); room > 0; room -= 1) {
    const why = 'The season begins in April';
    const task = (await api('task.create', { teamId: 'HARB', title: `Prepare pier ${room}`, why })) as { handle: string };
    await api('backlog.commit', { itemId: task.handle, teamId: 'HARB' });
  }
  for (const visitor of [page, other]) {
    await meterAgrees(visitor, ({ room }) => room === 0);
    await visitor.getByRole('region', { name: 'Window of Harbour' }).getByText('Full', { exact: true }).waitFor();
  }
});

step('the next commit is refused with figures and candidates, and a swap goes through', async () => {
  const full = await readWindow();
  await api('task.edit', { itemId: reviewedTask, why: 'The auditors asked' });
  await goTo(page, 'Refinement');
  await page.getByText('1 of 2 ready').waitFor();
  await page.getByRole('grid', { name: 'In refinement' }).getByRole('row').first().focus();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText(/The window is full|goes over the window/)
    .first()
    .waitFor();
  const figures = [`Held\\s+${full.n}\\b`, `Room for\\s+${full.k}\\b`, String.raw`Chance with one more\s+[<>]?\d+ %`];
  await untilRight(
    page,
    async () => await dialog.innerText(),
    (words) => figures.every((figure) => new RegExp(figure, 'i').test(words)),
  );
  await untilCount(dialog.getByRole('group', { name: 'What leaves' }).getByRole('radio'), full.n);
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.getByText(/is committed; .* is back in refinement/).waitFor();
  for (const visitor of [page, other]) await goTo(visitor, 'Backlog');
  for (const visitor of [page, other]) {
    await visitor.getByRole('grid', { name: 'On the backlog' }).getByText(reviewedTask, { exact: true }).waitFor();
    await meterAgrees(visitor, ({ n }) => n === full.n);
  }
});

step('what is done opens the window', async () => {
  const full = await readWindow();
  const rows = page.getByRole('grid', { name: 'On the backlog' });
  await rows.getByText('STORY-1', { exact: true }).waitFor();
  await rows
    .getByRole('row')
    .filter({ has: page.getByText('STORY-1', { exact: true }) })
    .focus();
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('button', { name: /^Done/ }).click();
  await page.getByRole('dialog', { name: 'Was it seen to work?' }).waitFor();
  await page.keyboard.press('y');
  for (const visitor of [page, other]) {
    await rows.getByText('STORY-1', { exact: true }).waitFor({ state: 'detached' });
    const open = await meterAgrees(visitor, ({ n }) => n === full.n - 1);
    assert.ok(open.room >= 1);
    await visitor.getByText(`Room for ${open.room} more`).waitFor({ state: 'attached' });
  }
});

step('the colleague saw all of it on one page, loaded once', async () => {
  assert.equal(await other.evaluate('window.sameSince'), 'joined');
});
