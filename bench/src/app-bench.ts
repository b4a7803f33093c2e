// The app as somebody in front of it meets it, in Chromium against a real server: opening at 1,000, 10,000 and 50,000 items, from a key press to changed
// pixels at 5,000, filtering, sorting and scrolling 10,000, the palette, a change seen in a second browser, memory, and what has to be fetched.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { newVisitor, openBrowser } from '@shortlist/e2e/browser.ts';
import { handlingRows, keyRows, loadRows, openingRows, paletteRows, propagationRows, type Visitors } from './app-measures.ts';
import { installProbe } from './app-page.ts';
import { importRecords, openRecords } from './bench-items.ts';
import { clientOf, newFolder, setUp, startBenchServer } from './bench-server.ts';
import type { Row } from './row.ts';

/** Of the first records, as many are work on the backlog; the rest are ideas. */
const inFlight = 300;
/** Everything is over by then, or something is broken. */
const longestMs = 15 * 60_000;

interface Part {
  /** How many items there are when it is measured; the parts are in the order of their sizes. */
  readonly size: number;
  /** What the names of its rows begin with. */
  readonly names: readonly string[];
  readonly measure: (size: number, visitors: Visitors) => Promise<Row[]>;
}

const parts: readonly Part[] = [
  { size: 1_000, names: ['app.firstLoad', 'app.later', 'app.chunk'], measure: async (_, visitors) => await loadRows(visitors) },
  opening(1_000),
  { size: 5_000, names: ['app.keyToPixels', 'app.interaction'], measure: async (_, visitors) => await keyRows(visitors) },
  { size: 5_000, names: ['app.toAnother'], measure: async (_, visitors) => await propagationRows(visitors) },
  opening(10_000),
  handling(10_000),
  { size: 10_000, names: ['app.palette.openMs', 'app.palette.rankMs'], measure: paletteRows },
  opening(50_000),
  handling(50_000),
  { size: 50_000, names: ['app.palette.items50000'], measure: paletteRows },
];

function opening(size: number): Part {
  return { size, names: [`app.cold.items${size}`, `app.warm.items${size}`, `app.memory.items${size}`], measure: openingRows };
}

function handling(size: number): Part {
  return { size, names: [`app.sort.items${size}`, `app.filter.items${size}`, `app.scroll.items${size}`], measure: handlingRows };
}

/** `only` keeps the rows whose name begins with one of the given texts, and measures no more than they need. */
export async function run({ only }: { only?: string[] }): Promise<Row[]> {
  execFileSync(process.execPath, [join(import.meta.dirname, '..', '..', 'scripts', 'build-if-newer.mjs')], { stdio: 'inherit' });
  const { folder, remove } = await newFolder();
  const server = await startBenchServer(folder);
  let browser: Browser | null = null;
  // Closing the browser makes whatever waits for it fail, and so ends the bench.
  const overdue = setTimeout(() => void browser?.close(), longestMs);
  try {
    const secret = await setUp(server);
    browser = await openBrowser();
    const visitors = visitorsOf(browser, server.url, secret);
    const rows: Row[] = [];
    let made = 0;
    for (const { size, measure } of parts.filter(({ names }) => isWanted(names, only))) {
      await importRecords(clientOf(server, secret), openRecords(size).slice(made), inFlight);
      made = size;
      rows.push(...(await measure(size, visitors)));
    }
    if (only === undefined) rows.push(...growthOf(rows));
    return only ? rows.filter(({ name }) => only.some((wanted) => name.startsWith(wanted))) : rows;
  } finally {
    clearTimeout(overdue);
    await browser?.close();
    await server.stop();
    await remove();
  }
}

function isWanted(names: readonly string[], only: readonly string[] | undefined): boolean {
  return only === undefined || names.some((name) => only.some((wanted) => name.startsWith(wanted) || wanted.startsWith(name)));
}

/** Signed-in browsers that never were here, each with the probe in its pages. */
function visitorsOf(browser: Browser, url: string, secret: string): Visitors {
  return {
    url,
    enter: async () => {
      const context = await newVisitor(browser, { keepsApp: true });
      await context.addCookies([{ name: 'shortlist_session', value: secret, url, httpOnly: true, sameSite: 'Lax' }]);
      await context.addInitScript(installProbe);
      return context;
    },
  };
}

/** Opening should cost no more than in proportion: how many times as long it takes at ten and at fifty times the items. */
function growthOf(rows: readonly Row[]): Row[] {
  const at = (name: string) => rows.find((row) => row.name === name)?.value ?? 0;
  return ['cold', 'warm'].flatMap((way) =>
    [10_000, 50_000].map((size) => {
      const growth = Math.round((at(`app.${way}.items${size}Ms`) / at(`app.${way}.items1000Ms`)) * 10) / 10;
      const times = size / 1_000;
      return {
        name: `app.${way}.growth${times}`,
        value: growth,
        unit: `× the time at ${times} × the items`,
        bar: `≤ ${times}`,
        met: growth <= times,
      };
    }),
  );
}
