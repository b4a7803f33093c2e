// A story shaped in a real browser, by keys, by menu and by dragging, while a colleague looks on in a second one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilRight } from './browser.ts';
import { colleague, haveSession, owner } from './entrance.ts';
import { callApi, type Product } from './product.ts';
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

before(async () => {
  [{ product, api }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  page = await (await newVisitor(browser)).newPage();
  other = await (await newVisitor(browser)).newPage();
  await haveSession(page, product.url, owner);
  await haveSession(other, product.url, colleague);
  for (const visitor of [page, other]) {
    await visitor.goto(`${product.url}/item/STORY-1`);
    await visitor.getByRole('region', { name: 'Acceptance criteria' }).waitFor();
  }
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** The criteria as a page shows them: numbers with their levels, as "AC-1 >AC-2". */
async function shownTree(on: Page): Promise<string> {
  const rows = on.getByRole('region', { name: 'Acceptance criteria' }).getByRole('listitem');
  const shown = await rows.evaluateAll(
    (found: readonly { readonly id: string; getAttribute: (name: string) => string | null }[]) =>
      found.map((row) => `${'>'.repeat(Number(row.getAttribute('aria-level')) - 1)}${row.id}`),
  );
  return shown.join(' ');
}

async function bothShow(tree: string): Promise<void> {
  for (const visitor of [page, other]) {
    await untilRight(
      visitor,
      async () => await shownTree(visitor),
      (shown) => shown === tree,
    );
  }
}

/** Waits until a line of the story takes what is typed. */
const here = async (name: string) => await page.getByRole('textbox', { name, exact: true }).and(page.locator(':focus')).waitFor();
const number = (of: string) => page.getByRole('button', { name: of, exact: true });

step('criteria are typed one after the other and stand in both browsers', async () => {
  const line = page.getByLabel('Add a criterion');
  for (const text of ['Arrivals are listed', 'A name twice is asked about', 'It works at night']) {
    await line.fill(text);
    await line.press('Enter');
  }
  await bothShow('AC-1 AC-2 AC-3');
});

step('they are nested and moved by keys, and a nested one keeps its number', async () => {
  await number('AC-2').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await bothShow('AC-1 >AC-2 AC-3');
  await page.keyboard.press('Alt+ArrowLeft');
  await bothShow('AC-1 AC-2 AC-3');
  const words = page.getByLabel('AC-2', { exact: true }).and(page.getByRole('textbox'));
  await words.click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  await bothShow('AC-1 >AC-2 AC-3');
  await number('AC-3').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await bothShow('AC-3 AC-1 >AC-2');
});

step('who walks with Tab walks through and nests nothing', async () => {
  await number('AC-1').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await bothShow('AC-3 AC-1 >AC-2');
});

step('dragging one by its grip moves it', async () => {
  const row = (of: string) => page.locator(`#${of}`);
  await row('AC-3').hover();
  const grip = row('AC-3').locator('[data-grip]');
  await grip.hover();
  await page.locator('#AC-3[draggable="true"]').waitFor();
  const box = await row('AC-1').boundingBox();
  assert.ok(box !== null);
  await grip.dragTo(row('AC-1'), { targetPosition: { x: 120, y: box.height / 2 } });
  await bothShow('AC-1 >AC-2 >AC-3');
});

step('one key says passed or failed, with who said it, and saying it again takes it back', async () => {
  await number('AC-2').focus();
  await page.keyboard.press('p');
  await number('AC-3').focus();
  await page.keyboard.press('f');
  for (const visitor of [page, other]) {
    await visitor.getByText('1 of 2 passed in production').waitFor();
    await visitor.getByText(`Failed in production, ${owner.name}`).waitFor();
  }
  await page.getByLabel('What was seen of AC-3').fill('The lamp is too weak');
  await page.getByLabel('What was seen of AC-3').press('Enter');
  await other.getByLabel('What was seen of AC-3').and(other.getByText('The lamp is too weak')).waitFor();
  await number('AC-3').focus();
  await page.keyboard.press('f');
  await other.getByText(`Failed in production`).waitFor({ state: 'detached' });
});

step('the menu removes a criterion with its parts, and undo brings all of them back', async () => {
  await number('AC-1').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByText('AC-1 and 2 below it are removed.').waitFor();
  await bothShow('');
  await page.keyboard.press('Control+z');
  await bothShow('AC-1 >AC-2 >AC-3');
});

step('the link to a criterion leads to it', async () => {
  await other.goto(`${product.url}/item/STORY-1#AC-3`);
  await other.locator('#AC-3[aria-current="location"]').waitFor();
  const { criteria } = await api<{ readonly criteria: readonly unknown[] }>('story.get', { itemId: 'STORY-1' });
  assert.equal(criteria.length, 3);
});

step('the story says point by point what is to be done, and leads to each', async () => {
  await page.goto(`${product.url}/item/STORY-1`);
  await page.getByText('1 of 7 done').or(page.getByText('2 of 7 done')).waitFor();
  await page.getByRole('button', { name: 'Say who has the problem' }).click();
  await here('Who');
  await page.keyboard.type('A night guard');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Say what they are trying to do' }).click();
  await here('is trying to');
  await page.keyboard.type('see who has arrived');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Say why it matters to them' }).click();
  await here('so that');
  await page.keyboard.type('nobody is searched for');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Say why it matters to them' }).waitFor({ state: 'detached' });
});

step('a result is a metric with a target and a day, and what is missing is said', async () => {
  await page.getByRole('button', { name: 'Name a metric' }).click();
  const form = page.getByRole('form', { name: 'Outcome' });
  await form.getByRole('textbox', { name: 'Metric' }).fill('Searches a night');
  await form.getByRole('button', { name: 'Save outcome' }).click();
  await form.getByText('The target is a figure').waitFor();
  await form.getByLabel('Target').fill('0');
  await form.getByLabel('By').fill('2027-03-12');
  await form.getByRole('button', { name: 'Save outcome' }).click();
  for (const visitor of [page, other]) await visitor.getByText('Searches a night: to 0 by 12 March 2027.').waitFor();
});

step('a question keeps the story from being ready until a colleague answers it', async () => {
  const ask = page.getByLabel('Ask a question');
  await ask.fill('Do guests see it too?');
  await ask.press('Enter');
  await page.getByRole('button', { name: 'Answer the open questions' }).waitFor();
  await onlyWhoMayFindsItOut();
  const answer = other.getByLabel('Answer to “Do guests see it too?”');
  await answer.fill('No, only the guard does.');
  await answer.press('Enter');
  for (const visitor of [page, other]) await visitor.getByText('all answered').waitFor();
});

/** Who becomes a viewer is offered no longer, and stays where they were chosen. */
async function onlyWhoMayFindsItOut(): Promise<void> {
  const guest = { name: 'Sanna Ek', email: 'sanna@harbour.test', password: 'lamps along the pier' };
  const { invitationSecret } = await api<{ readonly invitationSecret: string }>('member.invite', { role: 'admin' });
  await callApi(product.url, '', 'member.join', { invitationSecret, ...guest });
  const finders = page.getByLabel('Who finds it out');
  await finders.selectOption(guest.name);
  const chosen = other.getByLabel('Who finds it out').locator('option:checked');
  await chosen.filter({ hasText: guest.name }).waitFor({ state: 'attached' });
  const { items } = await api<{ readonly items: readonly { readonly id: string; readonly name: string }[] }>('member.list');
  await api('member.edit', { memberId: items.find(({ name }) => name === guest.name)?.id, role: 'viewer' });
  // What is asked after that is seen after that.
  const { id } = await api<{ readonly id: string }>('question.ask', { itemId: 'STORY-1', text: 'Who pays for it?' });
  await finders.nth(1).waitFor();
  assert.deepEqual(await finders.nth(1).locator('option').allTextContents(), ['Nobody yet', owner.name, colleague.name]);
  assert.equal(await finders.nth(0).locator('option:checked').textContent(), guest.name);
  await api('question.remove', { questionId: id });
  await finders.nth(1).waitFor({ state: 'detached' });
}

step('only a colleague can be the second reader, by one key, and a later change of words is said', async () => {
  await page.getByText('Have it read by another member').waitFor();
  assert.equal(await page.getByRole('button', { name: 'I have read it' }).count(), 0);
  await other.getByRole('button', { name: 'I have read it' }).waitFor();
  await other.getByRole('heading', { level: 1 }).click();
  await other.keyboard.press('Shift+R');
  for (const visitor of [page, other]) await visitor.getByRole('paragraph').filter({ hasText: 'Ready to commit' }).waitFor();
  const need = page.getByLabel('is trying to', { exact: true });
  await need.fill('see at once who has arrived');
  await need.press('Enter');
  for (const visitor of [page, other]) await visitor.getByText('its words changed since').waitFor();
});

step('settings say what ready means, and the story asks for that at once', async () => {
  await other.getByRole('paragraph').filter({ hasText: 'Ready to commit' }).waitFor();
  await page.goto(`${product.url}/settings/teams/HARB`);
  await page.getByLabel('A design read').check();
  await other.getByRole('button', { name: 'I have read its design' }).click();
  await other.getByRole('paragraph').filter({ hasText: 'Ready to commit' }).waitFor();
});
