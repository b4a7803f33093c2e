// The SDK as somebody installs it: packed, installed without a network, asked in Node and in a page of another site.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { newVisitor, openBrowser } from './browser.ts';
import { runModule } from './bundle.ts';
import { callApi, type Product } from './product.ts';
import { startWithOwner } from './seed-workspace.ts';

const run = promisify(execFile);
const sdk = join(import.meta.dirname, '..', '..', 'sdk');

let product: Product;
let token = '';
/** A folder with nothing in it but the installed package. */
let shop = '';

before(async () => {
  ({ product, token } = await startWithOwner());
  await callApi(product.url, token, 'flag.create', { key: 'new-checkout', title: 'New checkout', clientSide: true });
  await callApi(product.url, token, 'flag.create', { key: 'server-only', title: 'Not for pages' });
  await callApi(product.url, token, 'ladder.climb', { flagKey: 'new-checkout', rung: 'beta', customers: ['ähre'] });
  shop = product.folder;
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', shop], { cwd: sdk });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as { readonly filename: string }[];
  await writeFile(join(shop, 'package.json'), '{"type":"module"}');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed?.filename ?? ''}`], { cwd: shop });
});

after(async () => await product?.stop());

async function makeKey(kind: 'server' | 'browser'): Promise<string> {
  const made = await callApi(product.url, token, 'environment.createKey', { environment: 'production', kind });
  return String(Reflect.get(Object(made), 'keySecret'));
}

test('Node asks the installed package, which brought nothing else along', async () => {
  const lock = JSON.parse(await readFile(join(shop, 'package-lock.json'), 'utf8')) as { readonly packages: object };
  assert.deepEqual(Object.keys(lock.packages), ['', 'node_modules/@shortlist/sdk']);
  const options = JSON.stringify({ url: product.url, key: await makeKey('server') });
  const code = `
    import { createFlags } from '@shortlist/sdk';
    import { fileFlagStorage } from '@shortlist/sdk/file-storage';
    const flags = createFlags({ ...${options}, storage: fileFlagStorage('flags.json') });
    await flags.ready;
    const on = flags.isOn('new-checkout', { customer: { key: 'ähre' } });
    const off = flags.isOn('new-checkout', { customer: { key: 'other' } });
    await flags.close();
    process.stdout.write(JSON.stringify([on, off]));`;
  assert.equal(await runModule(code, shop), '[true,false]');
  assert.match(await readFile(join(shop, 'flags.json'), 'utf8'), /"server-only"/);
});

test('a page of another site asks with a browser key, sees a climb, and starts from what it kept without a server', async () => {
  const site = await serveShop();
  const browser = await openBrowser();
  try {
    const page = await (await newVisitor(browser)).newPage();
    const options = JSON.stringify({ url: product.url, key: await makeKey('browser'), context: { customer: { key: 'ähre' } } });
    // The address of a server that listens on a port.
    await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
    const begin = `import('/flags.js').then(async ({ createFlags }) => {
      window.flags = createFlags(${options});
      await flags.ready;
      return [flags.isOn('new-checkout'), flags.details('server-only').errorCode];
    })`;
    assert.deepEqual(await page.evaluate(begin), [true, 'FLAG_NOT_FOUND']);
    await callApi(product.url, token, 'flag.kill', { key: 'new-checkout', environment: 'production' });
    await page.waitForFunction(`!flags.isOn('new-checkout')`);
    await callApi(product.url, token, 'ladder.climb', { flagKey: 'new-checkout', rung: 'everyone' });
    await page.waitForFunction(`flags.isOn('new-checkout')`);
    const start = await product.halt();
    await page.reload();
    assert.deepEqual(await page.evaluate(begin), [true, 'FLAG_NOT_FOUND']);
    await page.waitForFunction(`flags.status().state === 'stale'`);
    await start();
    await page.waitForFunction(`flags.status().state === 'ready'`);
  } finally {
    await browser.close();
    site.close();
  }
});

/** The installed package's modules, and a page with nothing in it. */
async function serveShop(): Promise<Server> {
  const server = createServer((request, response) => {
    const name = /^\/([\w-]+\.js)$/.exec(request.url ?? '')?.[1];
    response.setHeader('content-type', name === undefined ? 'text/html' : 'text/javascript');
    if (name === undefined) response.end('<!doctype html><title>Shop</title>');
    else {
      void readFile(join(shop, 'node_modules', '@shortlist', 'sdk', 'dist', name)).then((text) => response.end(text));
    }
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return server;
}
