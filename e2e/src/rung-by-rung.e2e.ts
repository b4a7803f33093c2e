// A feature from nobody to everybody and out of the code, as a product's server, its page and its React page see it: each rung within a second. How
// long each took is printed, and asserted nowhere: `npm run bench -- flags` measures it.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { newVisitor, openBrowser } from './browser.ts';
import { bundleForBrowsers } from './bundle.ts';
import { haveSession, owner } from './entrance.ts';
import type { Product } from './product.ts';
import { serveEmptySite, startShopServer, type ShopServer } from './shop-server.ts';
import { startWithAStory, type Api } from './story-workspace.ts';

const flag = 'arrivals-are-searched-for-at-night';
const customers = Array.from({ length: 40 }, (_, index) => `customer-${index}`);

let product: Product;
let browser: Browser;
let page: Page;
let api: Api;
let release: Locator;
let server: ShopServer;
let site: Awaited<ReturnType<typeof serveEmptySite>>;
/** A page without a framework, and one of React. */
let pages: readonly Page[];

before(async () => {
  [{ product, api }, browser, site] = await Promise.all([startWithAStory(), openBrowser(), serveEmptySite()]);
  page = await (await newVisitor(browser)).newPage();
  await haveSession(page, product.url, owner);
  await page.goto(`${product.url}/item/STORY-1`);
  release = page.getByRole('region', { name: 'Release' });
});

after(async () => {
  await server?.stop();
  await browser?.close();
  site?.server.close();
  await product?.stop();
});

const press = async (name: RegExp): Promise<void> => await release.getByRole('button', { name }).click();
const says = async (sentence: string): Promise<void> => await release.getByText(sentence).waitFor();
const mail = { user: { key: 'ines', email: 'ines@harbour.test' } };
const customer = (key: string) => ({ customer: { key } });

async function makeKey(environment: string, kind: 'server' | 'browser'): Promise<string> {
  return (await api<{ keySecret: string }>('environment.createKey', { environment, kind })).keySecret;
}

/** Somebody else sits in front of both pages. */
async function become(context: object): Promise<void> {
  for (const one of pages) await one.evaluate(`shop.become('production', ${JSON.stringify(context)})`);
}

/** What the act makes of the feature in an environment is seen by all three, and how soon is printed. */
async function seen(
  what: string,
  act: () => Promise<void>,
  expected: { readonly asker: string; readonly environment?: string; readonly isOn: boolean },
): Promise<void> {
  const { asker, environment = 'production', isOn } = expected;
  const began = Date.now();
  await act();
  const onPages = pages.map(async (one) => {
    await one.waitForFunction(`shop.sightIn('${environment}')?.isOn === ${isOn}`);
    return Number(await one.evaluate(`shop.sightIn('${environment}').at`));
  });
  const { at } = await server.until((asked) => asked[asker] === isOn);
  const [plain = 0, react = 0] = await Promise.all(onPages);
  // To the millisecond when the key went down, which is before anything was sent.
  process.stdout.write(`${what}: Node ${at - began} ms, OFREP page ${plain - began} ms, React page ${react - began} ms\n`);
}

test('a flag for the story is one key, and a product asks it from a server, a page and a React page', async () => {
  await release.getByRole('button', { name: /Make a flag/ }).waitFor();
  await page.keyboard.press('f');
  await says('Nobody sees it.');
  await api('flag.edit', { key: flag, clientSide: true });
  const askers = {
    developer: { environment: 'development', context: {} },
    ourselves: { environment: 'production', context: mail },
    ...Object.fromEntries(
      ['acme', 'initech', ...customers].map((key) => [key, { environment: 'production', context: customer(key) }]),
    ),
  };
  const keys = { development: await makeKey('development', 'server'), production: await makeKey('production', 'server') };
  server = startShopServer({ url: product.url, flag, keys, askers });
  await server.until((isOn) => Object.values(isOn).every((one) => !one));
  const script = await bundleForBrowsers(product.folder, join(import.meta.dirname, 'shop-page.ts'), 'page');
  const shop = {
    url: product.url,
    flag,
    keys: { development: await makeKey('development', 'browser'), production: await makeKey('production', 'browser') },
  };
  const open = async (how: 'openPlain' | 'openReact'): Promise<Page> => {
    const one = await (await newVisitor(browser)).newPage();
    await one.goto(site.url);
    await one.addScriptTag({ content: script });
    await one.evaluate(`shop.${how}(${JSON.stringify(shop)})`);
    await one.waitForFunction(`shop.sightIn('production')?.isOn === false && shop.sightIn('development')?.isOn === false`);
    return one;
  };
  pages = [await open('openPlain'), await open('openReact')];
});

test('development and ourselves: each climb is one press, and customers see nothing of it', async () => {
  await seen('off → development', () => press(/^Climb to Development/), {
    asker: 'developer',
    environment: 'development',
    isOn: true,
  });
  await says('Everybody in Development and Staging sees it, and nobody in Production.');
  await become(mail);
  await seen('development → internal', () => press(/^Climb to Internal/), { asker: 'ourselves', isOn: true });
  await says('We ourselves see it in Production, and no customer does.');
  await server.until((isOn) => isOn['acme'] === false && isOn['customer-0'] === false);
});

test('a criterion that failed stands before customers, until somebody writes why it may', async () => {
  const { id } = await api<{ id: string }>('criterion.add', { itemId: 'STORY-1', text: 'Arrivals are listed by berth' });
  await api('criterion.verify', { criterionId: id, environment: 'production', verdict: 'failed', note: 'By time' });
  await become(customer('initech'));
  await press(/^Climb to Beta/);
  const dialog = page.getByRole('dialog', { name: 'Climb to Beta' });
  await dialog.getByLabel('Customers').fill('acme\ninitech');
  await dialog.getByRole('button', { name: 'Climb' }).click();
  await dialog.getByText('1 criterion is not verified as passed in production', { exact: false }).waitFor();
  await dialog.getByLabel('Why it may climb all the same').fill('Both asked to see it as it is');
  await seen('internal → beta', () => dialog.getByRole('button', { name: 'Climb' }).click(), { asker: 'initech', isOn: true });
  await says('We ourselves and 2 chosen customers see it in Production.');
  const told = await server.until((isOn) => isOn['acme'] === true);
  assert.deepEqual(
    customers.filter((key) => told.isOn[key]),
    [],
  );
});

test('a quarter of the customers, down again by one key, and back by undo', async () => {
  await press(/^Climb to Gradual/);
  const dialog = page.getByRole('dialog', { name: 'Climb to Gradual' });
  await dialog.getByLabel('Percent').fill('25');
  await dialog.getByRole('button', { name: 'Climb' }).click();
  const sentence = 'We ourselves, 2 chosen customers and 25 % of customers see it in Production.';
  await says(sentence);
  const { isOn } = await server.until((asked) => customers.some((key) => asked[key]));
  const lucky = customers.find((key) => isOn[key]) ?? '';
  assert.ok(
    customers.some((key) => isOn[key] === false),
    'a quarter is not everybody',
  );
  await become(customer(lucky));
  for (const one of pages) await one.waitForFunction(`shop.sightIn('production').isOn`);
  await seen('gradual → beta, by d', () => page.keyboard.press('d'), { asker: lucky, isOn: false });
  await says('We ourselves and 2 chosen customers see it in Production.');
  await seen('beta → gradual, by undo', () => page.keyboard.press('Control+z'), { asker: lucky, isOn: true });
  await says(sentence);
  const again = await server.until((asked) => asked[lucky] === true);
  assert.deepEqual(again.isOn, isOn);
});

test('everyone: the flag is to be cleaned up until a scan no longer finds its key, and is gone after one more press', async () => {
  const { isOn } = await server.until(() => true);
  const unlucky = customers.find((key) => isOn[key] === false) ?? '';
  await become(customer(unlucky));
  for (const one of pages) await one.waitForFunction(`!shop.sightIn('production').isOn`);
  await seen('gradual → everyone', () => press(/^Climb to Everyone/), { asker: unlucky, isOn: true });
  await says('Everybody sees it.');
  const code = join(product.folder, 'code');
  await mkdir(code);
  await writeFile(join(code, 'arrivals.ts'), `if (flags.isOn('${flag}', who)) list();\n`);
  const { tokenSecret: token } = await api<{ tokenSecret: string }>('token.create', { name: 'CI', scope: 'scan' });
  const scan = async () => await product.run(['flags', 'scan', code, '--report', '--repository', 'tideline/harbour'], { token });
  assert.match(await scan(), new RegExp(`${flag}: live`));
  const note = page.getByRole('group', { name: 'To clean up' });
  await note.getByText('arrivals.ts:1').waitFor();
  await Promise.all([server.stop(), ...pages.map((one) => one.close())]);
  await writeFile(join(code, 'arrivals.ts'), 'list();\n');
  // Gone from the code; whether what ran a moment ago has told yet that it asked is its own affair.
  assert.match(await scan(), new RegExp(`${flag}: (removing|ready to remove)`));
  await press(/^Climb to Permanent/);
  await says('Everybody has it, and the flag is gone from the code.');
  await note.waitFor({ state: 'detached' });
  assert.match(await scan(), /Nothing is to be cleaned up\./);
});
