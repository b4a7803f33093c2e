// Talking about an item: a thread seen by both at once, a name completed by keys, a picture pasted, a thread settled.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilRight } from './browser.ts';
import { haveSession, owner } from './entrance.ts';
import { callApi, type Product } from './product.ts';
import { startSeeded, type Seeded } from './seed-workspace.ts';

let product: Product;
let seeded: Seeded;
let browser: Browser;
let page: Page;
let other: Page;

const comments = (on: Page) => on.getByRole('region', { name: 'Comments' });

before(async () => {
  [{ product, seeded }, browser] = await Promise.all([startSeeded(), openBrowser()]);
  page = await (await newVisitor(browser)).newPage();
  other = await (await newVisitor(browser)).newPage();
  for (const visitor of [page, other]) {
    await haveSession(visitor, product.url, owner);
    await visitor.goto(`${product.url}/item/${seeded.handles.waiting}`);
    await comments(visitor).waitFor();
  }
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

test('a comment with a name that keys complete is seen by the colleague at once', async () => {
  const field = comments(page).getByLabel('Add a comment');
  await field.click();
  // Names are offered by the editor, which is fetched when the field is first used.
  await field.and(page.locator('[contenteditable]')).waitFor();
  await page.keyboard.type('Why at night, @to');
  await comments(page).getByRole('option', { name: 'Tomas Lind' }).waitFor();
  await page.keyboard.press('Enter');
  await untilRight(
    page,
    async () => await field.textContent(),
    (text) => text === 'Why at night, @Tomas Lind ',
  );
  await page.keyboard.press('Control+Enter');
  for (const visitor of [page, other]) await comments(visitor).getByText('Why at night, @Tomas Lind').waitFor();
  await field.getByText('Say something.').waitFor();
});

test('an answer joins the thread, with a picture that was pasted into it', async () => {
  await comments(other).getByRole('button', { name: 'Answer' }).click();
  const field = comments(other).getByLabel('Answer', { exact: true });
  await field.and(other.locator('[contenteditable]')).waitFor();
  await other.evaluate(async () => {
    const canvas = new OffscreenCanvas(8, 8);
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
    const clipboard = new DataTransfer();
    clipboard.items.add(new File([await canvas.convertToBlob()], 'pier.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
  });
  await field.getByText('![pier.png]').waitFor();
  await field.press('Control+Enter');
  for (const visitor of [page, other]) {
    const picture = comments(visitor).getByRole('img', { name: 'pier.png' });
    await picture.waitFor();
    await visitor.waitForFunction(
      (image) => image instanceof HTMLImageElement && image.naturalWidth === 8,
      await picture.elementHandle(),
    );
  }
});

test('a reaction is counted for both, and a settled thread folds away until it is wanted', async () => {
  await comments(page).getByRole('button', { name: 'React' }).first().click();
  await page.getByRole('menuitem', { name: 'Agree', exact: true }).click();
  await comments(other)
    .getByRole('button', { name: /^Agree: / })
    .waitFor();
  await comments(page).getByRole('button', { name: 'Settle' }).click();
  for (const visitor of [page, other])
    await comments(visitor)
      .getByText(/^Settled by .*: 2 comments$/)
      .waitFor();
  await comments(other).getByRole('button', { name: 'Show' }).click();
  await comments(other).getByRole('button', { name: 'Open again' }).click();
  await comments(page).getByText('Why at night').waitFor();
});

test('what a comment names is shown as it is now, with a card by pointer and by key; what is unknown stays text', async () => {
  const field = comments(page).getByLabel('Add a comment');
  await field.fill('Like #STORY-1 does, not `STORY-1`, nor STORY-9999 or #no-such-flag');
  await page.keyboard.press('Control+Enter');
  const said = comments(page).getByRole('paragraph').filter({ hasText: 'Like ' });
  const chip = said.getByRole('link', { name: 'STORY-1' });
  await chip.getByText('STORY-1').waitFor();
  assert.equal(await said.getByRole('link').count(), 1);
  assert.match((await said.textContent()) ?? '', /not STORY-1, nor STORY-9999 or #no-such-flag$/);

  const card = page.getByRole('tooltip');
  await chip.hover();
  await card.getByText(/owns it/).waitFor();
  // It can be pointed at, and goes with Escape or when nothing of it is pointed at.
  await card.hover();
  assert.ok(await card.isVisible());
  await page.mouse.move(2, 2);
  await card.waitFor({ state: 'detached' });
  await chip.focus();
  await page.keyboard.press('Space');
  await card.waitFor();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  assert.ok(await chip.evaluate((element) => element === document.activeElement));

  // It follows its thing.
  await callApi(product.url, seeded.token, 'story.edit', { itemId: 'STORY-1', title: 'Berths by the night' });
  await said.getByRole('link', { name: 'Berths by the night' }).waitFor();
});
