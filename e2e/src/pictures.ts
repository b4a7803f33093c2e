// Run by hand: `npm run pictures -w e2e`. Photographs every place in light, dark and on a phone; the few that the documents
// show go to docs/pictures, all of them to the folder that is named at the end.
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { newVisitor, openBrowser, type Visit } from './browser.ts';
import { owner, signIn } from './entrance.ts';
import { entrances, places, type Place } from './places.ts';
import { startSeeded, type Seeded } from './seed-workspace.ts';

const looks: Readonly<Record<string, Visit>> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  phone: { theme: 'light', width: 360, height: 740, phone: true },
};

/** What the documents show, by the name of the picture here. */
const shown: Readonly<Record<string, string>> = {
  'backlog-light': 'backlog-light.png',
  'review-dark': 'review-dark.png',
  'refinement-light': 'refinement-light.png',
  'item-light': 'item-light.png',
  'released-light': 'flag-light.png',
  'backlog-phone': 'phone.png',
};

/** Seen from elsewhere than in the tests: a feature half way up its ladder, with something in its way. */
const more: readonly Place[] = [
  {
    name: 'released',
    path: () => '/flags/flag/night-arrivals',
    open: async (page) => await page.getByRole('region', { name: 'History' }).getByRole('list').first().waitFor(),
  },
  {
    name: 'board',
    path: () => '/backlog/HARB?layout=board',
    open: async (page) => await page.getByRole('group', { name: 'Board of Harbour' }).waitFor(),
  },
];

/** The wide pictures of the documents are low, so that they stay small. */
const low = { width: 1280, height: 640 };

const words = process.argv.slice(2);
const documents = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const folder = await mkdtemp(join(tmpdir(), 'shortlist-pictures-'));
await mkdir(documents, { recursive: true });
const [{ product, seeded: workspace }, browser] = await Promise.all([startSeeded(), openBrowser()]);
try {
  for (const [look, visit] of Object.entries(looks)) await photograph(browser, look, visit, workspace);
  process.stdout.write(`All pictures: ${folder}\n`);
} finally {
  await browser.close();
  await product.stop();
}

async function photograph(chromium: Browser, look: string, visit: Visit, seeded: Seeded): Promise<void> {
  const context = await newVisitor(chromium, visit);
  const page = await context.newPage();
  const take = async (list: readonly Place[]) => {
    for (const { name, path, open } of list) {
      const picture = `${name}-${look}`;
      if (!words.every((word) => picture.includes(word))) continue;
      await page.goto(product.url + path(seeded));
      try {
        await open(page);
      } catch (error) {
        process.stdout.write(`${picture} was not reached: ${String(error)}\n`);
      }
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      await page.screenshot({ path: join(folder, `${picture}.png`) });
      const kept = shown[picture];
      if (kept !== undefined) {
        const full = page.viewportSize();
        if (look !== 'phone') await page.setViewportSize(low);
        await page.screenshot({ path: join(documents, kept) });
        if (full !== null) await page.setViewportSize(full);
      }
      // Takes back what was typed for the picture: leaving the page would save it for the next ones. The first closes what is suggested.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
  };
  await take(entrances);
  await signIn(page, product.url, owner);
  await take([...places, ...more]);
  await context.close();
}
