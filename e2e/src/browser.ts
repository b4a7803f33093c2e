// A Chromium for journeys: the system's own, headless, with a profile that is thrown away.
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a journey waits for something to be seen, in milliseconds. Generous: machines of CI are slow. */
const patience = 120_000;

/**
 * The Chromium that a run of tests shares, by the address in `SHORTLIST_TEST_BROWSER`; else one of one's own. Visitors of different
 * journeys know nothing of each other there, and closing it closes one's own visitors only.
 */
export async function openBrowser(): Promise<Browser> {
  const address = process.env['SHORTLIST_TEST_BROWSER'] ?? '';
  // One that has crashed under another journey takes nobody along.
  const shared = address === '' ? null : await chromium.connect(address).catch(() => null);
  return shared ?? (await chromium.launch(launchOptions()));
}

/** Starts a Chromium for several processes. The first page costs a fresh browser seconds that it saves all others. */
export async function startSharedBrowser(): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const server = await chromium.launchServer({ ...launchOptions(), host: '127.0.0.1' });
  return { address: server.wsEndpoint(), stop: async () => await server.close() };
}

/** From `CHROMIUM_PATH`, else `/usr/bin/chromium`. Throws a sentence that says what to do where there is none. */
function launchOptions(): { readonly executablePath: string; readonly headless: true; readonly args: string[] } {
  const executablePath = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `No browser at ${executablePath}: install it (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.`,
    );
  }
  return { executablePath, headless: true, args: flags };
}

export interface Visit {
  readonly theme?: 'light' | 'dark';
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** A telephone: touched, not pointed at. */
  readonly phone?: boolean;
  /**
   * Lets the app keep its files, as everybody's browser does. It is asked for where a journey would end differently without:
   * fetching two hundred files once more for each visitor costs a test run minutes.
   */
  readonly keepsApp?: boolean;
}

/** A browser of its own, as far as the product can tell: own cookies, own storage. */
export async function newVisitor(browser: Browser, visit: Visit = {}): Promise<BrowserContext> {
  const { theme = 'light', width = 1280, height = 800, phone = false, keepsApp = false } = visit;
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width, height },
    hasTouch: phone,
    isMobile: phone,
    serviceWorkers: keepsApp ? 'allow' : 'block',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  context.setDefaultTimeout(patience);
  return context;
}

/**
 * Waits until what `read` answers in Node satisfies `isRight`, asking again after each frame of the page. Throws with the
 * last answer when it never does.
 */
export async function untilRight<Value>(
  page: Page,
  read: () => Promise<Value>,
  isRight: (value: Value) => boolean,
): Promise<Value> {
  const end = performance.now() + patience;
  for (;;) {
    const value = await read();
    if (isRight(value)) return value;
    if (performance.now() > end) throw new Error(`It stayed ${JSON.stringify(value)}.`);
    await nextFrame(page);
  }
}

/** Waits until the page has drawn what there is to draw. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** Waits until there are so many of them. */
export async function untilCount(of: Locator, count: number): Promise<void> {
  await untilRight(
    of.page(),
    async () => await of.count(),
    (found) => found === count,
  );
}

/** Waits until a field holds these words. */
export async function untilHolds(field: Locator, words: string): Promise<void> {
  await untilRight(
    field.page(),
    async () => await field.inputValue(),
    (held) => held === words,
  );
}
