// Run by hand: `npm run size-pictures -w e2e`. Photographs the places with nothing, with five items and with ten thousand in
// them, in light, dark and at 360 pixels, and lays each look out on one sheet, to be looked at side by side.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser, type Visit } from './browser.ts';
import { owner, signIn } from './entrance.ts';
import { manyIssues } from './invented-issues.ts';
import { startProduct, type Product } from './product.ts';

const looks: Readonly<Record<string, Visit>> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  phone: { theme: 'light', width: 360, height: 740, phone: true },
};
const places: Readonly<Record<string, string>> = {
  home: '/',
  'parking-lot': '/parking-lot',
  refinement: '/refinement/HARB',
  backlog: '/backlog/HARB',
  board: '/backlog/HARB?layout=board',
  flags: '/flags',
  notices: '/notices',
  everything: '/everything',
  search: '/search?q=boat',
  'idea-panel': '/parking-lot?open=IDEA-3',
  settings: '/settings/teams',
};
const wanted = process.argv.slice(2).map(Number);
const sizes = wanted.length > 0 ? wanted : [0, 5, 10_000];

const folder = await mkdtemp(join(tmpdir(), 'shortlist-sizes-'));
const browser = await openBrowser();
try {
  for (const size of sizes) await photographSize(browser, size);
} finally {
  await browser.close();
}
process.stdout.write(`Sheets and pictures: ${folder}\n`);

async function photographSize(chromium: Browser, size: number): Promise<void> {
  const product = await startProduct();
  try {
    await fill(product, size);
    for (const [look, visit] of Object.entries(looks)) {
      const context = await newVisitor(chromium, visit);
      const page = await context.newPage();
      await signIn(page, product.url, owner);
      const names: string[] = [];
      for (const [name, path] of Object.entries(places)) {
        await page.goto(product.url + path);
        // What is photographed has nothing more to fetch; a place that has nothing to show has no row to wait for.
        await page.waitForLoadState('networkidle');
        await page.evaluate('document.fonts.ready.then(() => undefined)');
        names.push(`${name}-${look}-${size}.png`);
        await page.screenshot({ path: join(folder, names.at(-1) ?? '') });
      }
      await layOut(page, names, `sheet-${look}-${size}.png`);
      await context.close();
    }
  } finally {
    await product.stop();
  }
}

async function fill(product: Product, size: number): Promise<void> {
  const setUp = ['setup', '--url', product.url, '--setup-token-file', product.setupTokenFile, '--email', owner.email];
  const words = ['--name', owner.name, '--password-stdin', '--workspace', 'Tideline', '--team', 'HARB:Harbour'];
  const token = (await product.run([...setUp, ...words, '--time-zone', 'Europe/Berlin'], { input: owner.password })).trim();
  if (size === 0) return;
  const file = join(product.folder, 'issues.json');
  await writeFile(file, manyIssues(size, new Date()));
  await product.run(['import', 'github', file, '--team', 'HARB'], { token });
}

/** One picture of many, four in a row, each with its name. */
async function layOut(page: Page, names: readonly string[], sheet: string): Promise<void> {
  const figures = await Promise.all(
    names.map(async (name) => {
      const picture = (await readFile(join(folder, name))).toString('base64');
      return `<figure><img src="data:image/png;base64,${picture}"><figcaption>${name}</figcaption></figure>`;
    }),
  );
  const style =
    'body{margin:8px;display:grid;grid-template-columns:repeat(4,1fr);gap:8px;font:12px sans-serif}figure{margin:0}img{width:100%}';
  await page.goto('about:blank');
  await page.setViewportSize({ width: 1920, height: 700 });
  await page.setContent(`<style>${style}</style>${figures.join('')}`);
  await page.screenshot({ path: join(folder, sheet), fullPage: true });
}
