// An opened story: who else is there and in which field, and a key for every field.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilCount, untilRight } from './browser.ts';
import { colleague, haveSession, owner } from './entrance.ts';
import { tooWide, violations } from './for-everyone.ts';
import { callApi, type Product } from './product.ts';
import { startWithAStory, type Api } from './story-workspace.ts';

let product: Product;
let browser: Browser;
let page: Page;
let other: Page;
let api: Api;

const problem = (on: Page) => on.getByRole('region', { name: 'Problem', exact: true });
const alsoHere = (on: Page) => on.getByRole('group', { name: 'Also here' });
const marks = (on: Page) => on.locator('[data-present]');

before(async () => {
  [{ product, api }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  page = await (await newVisitor(browser)).newPage();
  other = await (await newVisitor(browser)).newPage();
  await haveSession(page, product.url, owner);
  await haveSession(other, product.url, colleague);
  for (const visitor of [page, other]) {
    await visitor.goto(`${product.url}/item/STORY-1`);
    await problem(visitor).getByRole('button', { name: 'Edit problem' }).waitFor();
  }
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

test('who else is on the story stands at its head, and at the field they write in', async () => {
  await alsoHere(page).getByRole('img', { name: 'Tomas Lind' }).waitFor();
  await alsoHere(other).getByRole('img', { name: 'Ines Vogt' }).waitFor();
  assert.equal(await marks(page).count(), 0, 'who only reads is at no field');
  await other.getByRole('button', { name: 'Edit problem' }).click();
  await problem(page).getByText('Tomas Lind is in this field').waitFor();
  await other.getByRole('textbox', { name: 'is trying to' }).click();
  const story = page.getByRole('region', { name: 'Story', exact: true });
  await story.getByText('Tomas Lind is in this field').waitFor();
  // And not at the one they left.
  await untilCount(problem(page).getByText('Tomas Lind'), 0);
  await untilCount(marks(page), 1);
  assert.deepEqual(await violations(page), []);
  await page.setViewportSize({ width: 360, height: 720 });
  assert.deepEqual(await tooWide(page), []);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('a second tab of one’s own is nobody else, and closing it takes nobody away', async () => {
  const second = await other.context().newPage();
  await second.goto(`${product.url}/item/STORY-1`);
  await alsoHere(second).getByRole('img', { name: 'Ines Vogt' }).waitFor();
  await untilCount(alsoHere(second).getByRole('img'), 1);
  await second.getByRole('textbox', { name: 'so that' }).click();
  await untilCount(marks(page), 2);
  assert.equal(await alsoHere(page).getByRole('img').count(), 1, 'one person, however many tabs');
  await second.close();
  await untilCount(marks(page), 1);
  assert.equal(await alsoHere(page).getByRole('img').count(), 1);
});

test('who goes elsewhere is gone, and so is who closes the machine in the midst of a field', async () => {
  await other.goto(`${product.url}/`);
  await alsoHere(page).waitFor({ state: 'detached' });
  await other.goto(`${product.url}/item/STORY-1`);
  await other.getByRole('textbox', { name: 'is trying to' }).click();
  await marks(page).waitFor();
  // The page stands still as it does in a machine that sleeps, and its connection stays.
  const tools = await other.context().newCDPSession(other);
  const broken: unknown[] = [];
  tools.on('Network.webSocketClosed', (event) => broken.push(event));
  await tools.send('Network.enable');
  await tools.send('Debugger.enable');
  await tools.send('Debugger.pause');
  await alsoHere(page).waitFor({ state: 'detached' });
  await untilCount(marks(page), 0);
  await tools.send('Debugger.resume');
  await alsoHere(page).waitFor();
  assert.deepEqual(broken, [], 'its connection broke instead of falling silent');
  await tools.detach();
});

test('every field is reached by e and a letter, and the palette and the sheet of keys know them', async () => {
  const goInto = async (key: string) => {
    await page.getByRole('heading', { name: 'STORY-1' }).click();
    await page.evaluate('document.activeElement?.blur()');
    await page.keyboard.press('e');
    await page.keyboard.press(key);
  };
  const named = async () =>
    await page.evaluate('document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.ariaLabel');
  const fields = {
    t: 'Title',
    w: 'Who',
    n: 'is trying to',
    b: 'so that',
    c: 'Add a criterion',
    q: 'Ask a question',
    m: 'Add a comment',
  };
  for (const [key, label] of Object.entries(fields)) {
    await goInto(key);
    await untilRight(page, named, (name) => name === label);
  }
  const texts = { p: 'Problem', x: 'Out of scope', a: 'Approach' };
  for (const [key, label] of Object.entries(texts)) {
    await goInto(key);
    await page.getByRole('textbox', { name: label, exact: true }).and(page.locator('.cm-content:focus')).waitFor();
    await page.keyboard.press('Escape');
  }
  await goInto('o');
  await page.getByRole('region', { name: 'Outcome' }).getByRole('button', { name: 'Cancel' }).click();
  await goInto('v');
  await page.getByRole('region', { name: 'Evidence' }).getByRole('button', { name: 'Cancel' }).click();
  await goInto('k');
  await page
    .getByRole('dialog')
    .getByText(/blocked by/)
    .waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('heading', { name: 'STORY-1' }).click();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Edit out of scope').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('out of scope');
  await page.getByRole('option', { name: /Edit out of scope/ }).click();
  await page.getByRole('textbox', { name: 'Out of scope', exact: true }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Approach' }).getByText('Approach', { exact: true }).hover();
  await page.locator('[popover]').filter({ hasText: 'Edit approach' }).waitFor();
});

test('a box of a checklist is ticked where it is read, among what others write; viewers only look', async () => {
  const works = await api<{ readonly items: readonly { readonly item: { readonly id: string } }[] }>('item.list');
  const subjectId = works.items[0]?.item.id ?? '';
  const stored = async () =>
    (await api<{ readonly text: { readonly text: string } | null }>('text.get', { subjectId, field: 'approach' })).text?.text;
  const isStored = async (text: string) => await untilRight(page, stored, (now) => now === text);
  await api('text.edit', { subjectId, field: 'approach', baseSeq: 0, text: '- [ ] ask the guard\n- [x] read the log\n' });
  const box = (on: Page, name: string) => on.getByRole('region', { name: 'Approach' }).getByRole('checkbox', { name });

  await other.getByRole('region', { name: 'Approach' }).getByRole('checkbox').first().waitFor();
  await other.getByRole('button', { name: 'Edit approach' }).click();
  await other.locator('.cm-content:focus').waitFor();
  await other.keyboard.press('Control+End');
  await other.keyboard.type('Both before noon.');
  await box(page, 'ask the guard').click();
  await isStored('- [x] ask the guard\n- [x] read the log\n');
  await other.keyboard.press('Escape');
  await isStored('- [x] ask the guard\n- [x] read the log\nBoth before noon.');

  await page.getByText('Both before noon.').waitFor();
  await box(page, 'read the log').focus();
  await page.keyboard.press('Space');
  await isStored('- [x] ask the guard\n- [ ] read the log\nBoth before noon.');
  await untilRight(
    page,
    async () => await page.evaluate('document.activeElement?.ariaLabel'),
    (name) => String(name).startsWith('read the log'),
  );

  const { invitationSecret } = await api<{ readonly invitationSecret: string }>('member.invite', { role: 'viewer' });
  const guest = { name: 'Sanna Ek', email: 'sanna@harbour.test', password: 'lamps along the pier' };
  await callApi(product.url, '', 'member.join', { invitationSecret, ...guest });
  const reader = await (await newVisitor(browser)).newPage();
  await haveSession(reader, product.url, guest);
  await reader.goto(`${product.url}/item/STORY-1`);
  await box(reader, 'ask the guard').waitFor();
  assert.ok(await box(reader, 'ask the guard').isDisabled());
  assert.ok(await box(reader, 'ask the guard').isChecked());
});

test('who else is there and what they change is read out, once somebody asked for it', async () => {
  await page.goto(`${product.url}/settings/account`);
  await page.getByLabel('Announce other people’s changes').check();
  await page.goto(`${product.url}/item/STORY-1`);
  await page.getByText('Also here: Sanna Ek, Tomas Lind.').waitFor();
  await other.getByRole('textbox', { name: 'so that' }).fill('nobody walks the pier twice');
  await other.keyboard.press('Tab');
  await page.getByText('STORY-1: Tomas Lind changed the story.').waitFor();
  await other.goto(`${product.url}/`);
  await page.getByText('Also here: Sanna Ek.').waitFor();
});
