// Files on an item: chosen and pasted, seen by a colleague at once, refused in words, taken away and brought back.
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilCount } from './browser.ts';
import { haveSession, owner } from './entrance.ts';
import type { Product } from './product.ts';
import { startSeeded, type Seeded } from './seed-workspace.ts';

let product: Product;
let browser: Browser;
let seeded: Seeded;
let page: Page;
let other: Page;

const files = (on: Page) => on.getByRole('region', { name: 'Files' });

before(async () => {
  [{ product, seeded }, browser] = await Promise.all([startSeeded(), openBrowser()]);
  page = await (await newVisitor(browser)).newPage();
  other = await (await newVisitor(browser)).newPage();
  for (const visitor of [page, other]) {
    await haveSession(visitor, product.url, owner);
    await visitor.goto(`${product.url}/item/${seeded.handles.shaped}`);
    await files(visitor).waitFor();
  }
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

test('a file that is chosen is attached, and a colleague sees it without loading the page', async () => {
  const file = { name: 'Notes of Saturday.txt', mimeType: 'text/plain', buffer: Buffer.from('Eighty boats.') };
  await page.getByLabel('Files to attach').setInputFiles(file);
  for (const visitor of [page, other])
    await files(visitor)
      .getByRole('link', { name: /^Notes of Saturday\.txt/ })
      .waitFor();
});

test('a picture that is pasted is shown as itself', async () => {
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(8, 8);
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
    const clipboard = new DataTransfer();
    clipboard.items.add(new File([await canvas.convertToBlob()], 'pier.png', { type: 'image/png' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
  });
  for (const visitor of [page, other]) {
    const picture = files(visitor)
      .getByRole('link', { name: /^pier\.png/ })
      .locator('img');
    await picture.waitFor();
    await visitor.waitForFunction(
      (image) => image instanceof HTMLImageElement && image.naturalWidth === 8,
      await picture.elementHandle(),
    );
  }
});

test('a file that is not taken says why, where it happened', async () => {
  const disguised = { name: 'pier.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') };
  await page.getByLabel('Files to attach').setInputFiles(disguised);
  await files(page)
    .getByText(/^pier\.jpg: This is not the picture it says it is/)
    .waitFor();
  await files(page).getByRole('button', { name: 'Dismiss pier.jpg' }).click();
  await untilCount(files(page).getByRole('listitem'), 2);
});

test('a file that is removed is gone for everyone, and undo brings it back', async () => {
  await files(page).getByRole('button', { name: 'Remove pier.png' }).click();
  await files(other)
    .getByRole('link', { name: /^pier\.png/ })
    .waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  for (const visitor of [page, other])
    await files(visitor)
      .getByRole('link', { name: /^pier\.png/ })
      .waitFor();
});
