// What is measured of the app, one function for each question of quality.md 1.
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { bundleRows } from './app-bundle.ts';
import { cpuSeconds, heapMb, keptForNextTime, pixelsAfter, rowsAfter, scriptMs, settled, toolsOf } from './app-page.ts';
import type { Row } from './row.ts';

export interface Visitors {
  readonly url: string;
  /** A browser that never was here, signed in. */
  readonly enter: () => Promise<BrowserContext>;
}

const openings = 5;
const itemsOfTheBar = 10_000;
/** What a press that changed nothing counts as. */
const notSeenMs = 2_000;

/** What a browser that never was here fetches until it has painted the first list, and what may come later. */
export async function loadRows({ url, enter }: Visitors): Promise<Row[]> {
  const context = await enter();
  const page = await context.newPage();
  await rowsAfter(page, () => page.goto(`${url}/parking-lot`));
  const files = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\.(js|css)$/.test(name) && startTime < (window.probe.rowsAt ?? 0))
      .map(({ name }) => new URL(name).pathname.slice(1)),
  );
  await context.close();
  return await bundleRows(new Set(files));
}

/** Opening the parking lot: in a browser that was never here, and again in the same one. */
export async function openingRows(size: number, { url, enter }: Visitors): Promise<Row[]> {
  const cold: Opened[] = [];
  const warm: Opened[] = [];
  let heap = 0;
  for (let opening = 0; opening < openings; opening += 1) {
    const context = await enter();
    const page = await context.newPage();
    const tools = await toolsOf(page);
    cold.push(await opened(page, tools, () => page.goto(`${url}/parking-lot`)));
    await settled(page);
    if (opening === 0) heap = await heapMb(tools);
    await keptForNextTime(page, tools);
    warm.push(await opened(page, tools, () => page.reload()));
    await context.close();
  }
  const isBar = size === itemsOfTheBar;
  const peer = 'Planka 2,300 + 8,000 at 4,000 cards';
  return [
    row(`app.cold.items${size}Ms`, median(cold.map(({ ms }) => ms)), 'ms to rows', isBar ? 1_200 : undefined, peer),
    row(`app.cold.items${size}.cpuMs`, median(cold.map(({ cpuMs }) => cpuMs)), 'ms CPU of the page'),
    row(`app.warm.items${size}Ms`, median(warm.map(({ ms }) => ms)), 'ms to rows', isBar ? 300 : undefined),
    row(`app.warm.items${size}.cpuMs`, median(warm.map(({ cpuMs }) => cpuMs)), 'ms CPU of the page'),
    row(`app.memory.items${size}Mb`, heap, 'MB of JavaScript'),
  ];
}

interface Opened {
  readonly ms: number;
  readonly cpuMs: number;
}

async function opened(page: Page, tools: CDPSession, go: () => Promise<unknown>): Promise<Opened> {
  const before = await cpuSeconds(tools, 'TaskDuration');
  const ms = await rowsAfter(page, go);
  const now = await cpuSeconds(tools, 'TaskDuration');
  // A page begun anew may count from nothing.
  return { ms, cpuMs: (now >= before ? now - before : now) * 1000 };
}

/** Walking a list, opening beside it, capturing and typing: from each key press to the frame that shows it. */
export async function keyRows({ url, enter }: Visitors): Promise<Row[]> {
  const context = await enter();
  const page = await context.newPage();
  await rowsAfter(page, () => page.goto(`${url}/parking-lot`));
  await page.waitForLoadState('networkidle');
  const panel = page.getByRole('complementary');
  const capture = page.getByRole('dialog', { name: 'Capture' });
  const took: number[] = [];
  const press = async (key: string, until?: () => Promise<unknown>): Promise<void> => {
    took.push((await pixelsAfter(page, key)) ?? notSeenMs);
    await until?.();
    await settled(page);
  };
  const openAndClose = async (): Promise<void> => {
    await press('Enter', () => panel.getByRole('heading', { name: 'Activity' }).waitFor());
    await press('Escape', () => panel.waitFor({ state: 'hidden' }));
    await press('c', () => capture.waitFor());
    await press('Escape', () => capture.waitFor({ state: 'hidden' }));
  };
  // The parts that come later are there after the first use.
  await press('j');
  await openAndClose();
  took.length = 0;
  await page.evaluate(() => window.probe.interactions.splice(0));
  for (let times = 0; times < 60; times += 1) await press('j');
  for (let times = 0; times < 10; times += 1) await openAndClose();
  await fieldOf(page).focus();
  for (const letter of 'invoice') await press(letter);
  const interactions = await page.evaluate(() => window.probe.interactions);
  await context.close();
  // Shorter ones than 16 ms are not told by the browser.
  const toPaint = [...took.map(() => 16), ...interactions].toSorted((a, b) => a - b);
  return [
    row('app.keyToPixels.p50Ms', quantile(took, 0.5), 'ms at 5,000 items'),
    row('app.keyToPixels.p95Ms', quantile(took, 0.95), 'ms at 5,000 items', 50, 'GitHub calls < 200 ms instant'),
    row('app.interactionToNextPaint.p98Ms', quantile(toPaint, 0.98), 'ms', 100),
  ];
}

const toldTimes = 60;

/** Capturing in one browser: from the press that sends it until another browser has painted the row. */
export async function propagationRows({ url, enter }: Visitors): Promise<Row[]> {
  const [from, to] = [await enter(), await enter()];
  const [one, other] = [await from.newPage(), await to.newPage()];
  for (const page of [one, other]) {
    await rowsAfter(page, () => page.goto(`${url}/parking-lot`));
    await page.waitForLoadState('networkidle');
  }
  const took: number[] = [];
  for (let times = 0; times < toldTimes; times += 1) {
    const text = `told ${times} by the bench`;
    await one.keyboard.press('c');
    await one.getByRole('dialog', { name: 'Capture' }).getByLabel('Problem').fill(text);
    await one.keyboard.press('Control+Enter');
    await other.waitForFunction((waited) => (window.probe.seenAt[waited] ?? Infinity) < Infinity, text);
    const sent = await one.evaluate(() => window.probe.ctrlAt);
    took.push((await other.evaluate((waited) => window.probe.seenAt[waited] ?? 0, text)) - sent);
  }
  await Promise.all([from.close(), to.close()]);
  return [
    row('app.toAnotherBrowser.p50Ms', quantile(took, 0.5), 'ms from press to row', 60),
    row('app.toAnotherBrowser.p99Ms', quantile(took, 0.99), 'ms from press to row', 200),
  ];
}

/** Filtering and sorting everything, and scrolling it: script time for each letter, sort and frame. */
export async function handlingRows(size: number, { url, enter }: Visitors): Promise<Row[]> {
  const context = await enter();
  const page = await context.newPage();
  const tools = await toolsOf(page);
  await rowsAfter(page, () => page.goto(`${url}/everything`));
  await page.waitForLoadState('networkidle');
  const sorted: number[] = [];
  // Each column that can be sorted by, whatever their titles are; the words of the title last, both ways.
  const heads = page.getByRole('columnheader').getByRole('button');
  const titles = [...(await heads.allTextContents()).map((text) => text.replace(/[↑↓]/, '')), 'Title', 'Title'];
  for (const title of titles) {
    const box = await page.getByRole('columnheader', { name: title }).getByRole('button').boundingBox();
    if (box === null) throw new Error(`The column ${title} cannot be seen.`);
    // By its place: a click by its name would have the finding of it, which is script in the page too, counted with it.
    sorted.push(await scriptMs(page, tools, () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)));
  }
  const scrolled = await scrollScriptMs(page, () => scriptMs(page, tools, () => scrollDown(page)));
  await fieldOf(page).focus();
  const typed: number[] = [];
  for (const letter of 'invoice guest')
    typed.push(await scriptMs(page, tools, () => page.keyboard.press(letter === ' ' ? 'Space' : letter)));
  await context.close();
  const isBar = size === itemsOfTheBar;
  return [
    row(`app.sort.items${size}.scriptMs`, median(sorted), 'ms script a sort', isBar ? 16 : undefined),
    row(`app.sort.items${size}.titleMs`, Math.max(...sorted.slice(-2)), 'ms script by title', isBar ? 16 : undefined),
    row(`app.filter.items${size}.scriptMs`, median(typed), 'ms script a letter', isBar ? 16 : undefined),
    row(`app.scroll.items${size}.scriptMs`, scrolled, 'ms script a frame', isBar ? 8 : undefined),
  ];
}

const paletteOpenings = 15;

/** Opening the palette, and looking for something in it: script time of each opening and of each letter. */
export async function paletteRows(size: number, { url, enter }: Visitors): Promise<Row[]> {
  const context = await enter();
  const page = await context.newPage();
  const tools = await toolsOf(page);
  await rowsAfter(page, () => page.goto(`${url}/everything`));
  await page.waitForLoadState('networkidle');
  const palette = page.getByRole('dialog', { name: 'Find and do' });
  const shown: number[] = [];
  const typed: number[] = [];
  const look = async (words: string): Promise<void> => {
    shown.push(await scriptMs(page, tools, () => page.keyboard.press('Control+k')));
    for (const letter of words) {
      typed.push(await scriptMs(page, tools, () => page.keyboard.press(letter === ' ' ? 'Space' : letter)));
    }
    // The first press may only empty the field.
    while (await palette.isVisible()) {
      await page.keyboard.press('Escape');
      await settled(page);
    }
  };
  // The part that draws it is there after the first use.
  await look('in');
  shown.length = 0;
  typed.length = 0;
  for (let times = 0; times < paletteOpenings; times += 1) await look(['invoice guest', 'idea-12', 'size'][times % 3] ?? '');
  await context.close();
  const isBar = size === itemsOfTheBar;
  const name = isBar ? 'app.palette' : `app.palette.items${size}`;
  return [
    row(`${name}.openMs`, quantile(shown, 0.95), `ms script, p95, ${size} items`, isBar ? 50 : undefined),
    row(`${name}.rankMs`, quantile(typed, 0.95), `ms script a key, p95, ${size} items`, isBar ? 16 : undefined),
  ];
}

/** Script time of `scroll` by the frames that were drawn meanwhile. */
async function scrollScriptMs(page: Page, scroll: () => Promise<number>): Promise<number> {
  const before = await page.evaluate(() => window.probe.frames);
  const script = await scroll();
  return script / Math.max(1, (await page.evaluate(() => window.probe.frames)) - before);
}

async function scrollDown(page: Page): Promise<void> {
  await page.mouse.move(640, 500);
  for (let step = 0; step < 120; step += 1) {
    await page.mouse.wheel(0, 700);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

/** The field that narrows what a place shows. */
function fieldOf(page: Page) {
  return page.getByRole('main').locator('input').first();
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function row(name: string, value: number, unit: string, atMost?: number, peer?: string): Row {
  const shown = Math.round(value * 10) / 10;
  return {
    name,
    value: shown,
    unit,
    ...(atMost !== undefined && { bar: `≤ ${atMost}`, met: shown <= atMost }),
    ...(peer !== undefined && { peer: `${peer} (as published in the design)` }),
  };
}
