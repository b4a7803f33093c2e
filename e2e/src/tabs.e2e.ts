// Eight tabs of one browser, and a server that is stopped and started again under them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newVisitor, openBrowser, untilRight } from './browser.ts';
import { owner, signIn } from './entrance.ts';
import { callApi, startProduct, type Product } from './product.ts';
import { setUpByCommand } from './seed-workspace.ts';

let product: Product;
let browser: Browser;
let visitor: BrowserContext;
let token = '';
const tabs: Page[] = [];

const idea = (on: Page, problem: string) => on.getByRole('grid', { name: 'Ideas' }).getByText(problem);
const everywhere = async (problem: string) => await Promise.all(tabs.map(async (tab) => await idea(tab, problem).waitFor()));

async function capture(on: Page, problem: string): Promise<void> {
  await on.bringToFront();
  await on.keyboard.press('c');
  const dialog = on.getByRole('dialog', { name: 'Capture' });
  await dialog.getByLabel('Problem').fill(problem);
  await dialog.getByRole('button', { name: 'Capture' }).click();
  await idea(on, problem).waitFor();
}

/** The tabs that hold one of the app's locks, by what the browser says. */
async function holders(name: string): Promise<readonly string[]> {
  const query = `navigator.locks.query().then(({ held }) =>
    held.filter((lock) => lock.name === 'shortlist-${name}').map((lock) => lock.clientId))`;
  return (await tabs[0]?.evaluate(query)) as readonly string[];
}

/** The number that the disk goes to. */
async function seqOnDisk(on: Page): Promise<number> {
  const read = `new Promise((done) => {
    const opening = indexedDB.open('shortlist');
    opening.onsuccess = () => {
      const looked = opening.result.transaction('visit').objectStore('visit').get('last');
      looked.onsuccess = () => {
        opening.result.close();
        done(looked.result?.head?.seq ?? 0);
      };
    };
  })`;
  return Number(await on.evaluate(read));
}

/** What the server has, in order. */
async function problems(): Promise<readonly string[]> {
  const { items } = (await callApi(product.url, token, 'idea.list', { limit: 1000 })) as {
    readonly items: readonly { readonly problem: string }[];
  };
  return items.map(({ problem }) => problem).toSorted();
}

async function untilDiskHolds(on: Page): Promise<void> {
  const { seq } = await callApi(product.url, token, 'feed.read', { after: 0, limit: 1000 }).then((page) => {
    const { items } = page as { readonly items: readonly { readonly seq: number }[] };
    return { seq: items.at(-1)?.seq ?? 0 };
  });
  await untilRight(
    on,
    async () => await seqOnDisk(on),
    (kept) => kept >= seq,
  );
}

before(async () => {
  product = await startProduct({ isEmbedded: true });
  browser = await openBrowser();
  visitor = await newVisitor(browser, { keepsApp: true });
  token = await setUpByCommand(product);
  const first = await visitor.newPage();
  await signIn(first, product.url, owner);
  await first.goto(`${product.url}/parking-lot`);
  tabs.push(first);
  // It asks for the disk once its list is shown; on a busy machine a second tab could ask before.
  await untilRight(
    first,
    async () => await holders('keeper'),
    (held) => held.length === 1,
  );
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

test('eight tabs of one browser are all live, and what is done in one is seen in the others (feed 10.1)', async () => {
  for (let more = 1; more < 8; more += 1) {
    const tab = await visitor.newPage();
    await tab.goto(`${product.url}/parking-lot`);
    await tab.getByRole('heading', { name: 'Parking lot' }).waitFor();
    tabs.push(tab);
  }
  await callApi(product.url, token, 'idea.capture', { problem: 'Said from outside' });
  await everywhere('Said from outside');
  await capture(tabs[7] ?? assert.fail(), 'Said in the eighth');
  await everywhere('Said in the eighth');
});

test('one tab keeps the disk; when it is closed another takes over (feed 10.1)', async () => {
  const [first] = tabs;
  assert.ok(first);
  await untilDiskHolds(first);
  assert.equal((await holders('keeper')).length, 1);
  const [holder] = await holders('keeper');
  // The first tab was the first to ask.
  await first.close();
  tabs.shift();
  const [second] = tabs;
  assert.ok(second);
  await untilRight(
    second,
    async () => await holders('keeper'),
    (now) => now.length === 1 && now[0] !== holder,
  );
  await capture(second, 'Kept by another');
  await untilDiskHolds(second);
});

test('while the server is stopped all tabs say so and go on; when it is back everything is there once (feed 6.2, 11.1)', async () => {
  const [first, second] = tabs;
  assert.ok(first);
  assert.ok(second);
  // The app's files are kept a while after the first list is shown; without them nothing starts while the server is away.
  await first.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  const start = await product.halt();
  for (const tab of tabs) await tab.getByRole('status').getByText('Offline').first().waitFor();
  await capture(first, 'Said while it was away');
  // The other tabs show what waits, though nobody has told them but the first.
  await everywhere('Said while it was away');
  await second.getByRole('status').getByText('1 waiting to be sent').first().waitFor();
  await first.reload();
  await idea(first, 'Said while it was away').waitFor();
  await start();
  for (const tab of tabs) await tab.getByRole('status').getByText('Offline').first().waitFor({ state: 'detached' });
  await untilRight(first, problems, (found) => found.length >= 4);
  assert.deepEqual(await problems(), ['Kept by another', 'Said from outside', 'Said in the eighth', 'Said while it was away']);
});
