// Every place, light and dark: nothing that axe can find fault with, nothing to scroll sideways at 320 px, no text too small.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser } from './browser.ts';
import { owner, signIn } from './entrance.ts';
import { entrances, places, type Place } from './places.ts';
import { startProduct, type Product } from './product.ts';
import { seedWorkspace, type Seeded } from './seed-workspace.ts';

const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };

let product: Product;
let seeded: Seeded;
let browser: Browser;
let stranger: Page;
let member: Page;

before(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  seeded = await seedWorkspace(product);
  stranger = await (await newVisitor(browser, wide)).newPage();
  member = await (await newVisitor(browser, wide)).newPage();
  await signIn(member, product.url, owner);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

for (const place of entrances) test(`${place.name} is for everyone`, async () => await lookAt(stranger, place));
for (const place of places) test(`${place.name} is for everyone`, async () => await lookAt(member, place));

async function lookAt(page: Page, { path, open }: Place): Promise<void> {
  await page.setViewportSize(wide);
  await page.goto(product.url + path(seeded));
  await open(page);
  const found: Record<string, readonly string[]> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found[`axe, ${colorScheme}`] = await violations(page);
  }
  found['smaller than 12 px'] = await smallText(page);
  await page.setViewportSize(narrow);
  found['scrolls sideways at 320 px'] = await tooWide(page);
  assert.deepEqual(found, { 'axe, light': [], 'axe, dark': [], 'smaller than 12 px': [], 'scrolls sideways at 320 px': [] });
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<readonly string[]> {
  // There are no frames; without the mode that looks into them, no second page is opened for each look.
  const result = await new AxeBuilder({ page }).withTags(standards).setLegacyMode().analyze();
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

async function smallText(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''))
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 12)
      .map((element) => `${element.textContent} (${getComputedStyle(element).fontSize})`),
  );
}

/** The page and each part of it that would have to be scrolled sideways or is cut off at its right edge. */
async function tooWide(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [document.documentElement, ...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        const scrolls = element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
        const isCutOff =
          element.matches('button, input, select, textarea') && element.getBoundingClientRect().right > innerWidth + 1;
        return isCutOff || (scrolls && element.scrollWidth > element.clientWidth + 1);
      })
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.slice(0, 40)}`),
  );
}
