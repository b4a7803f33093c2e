/** Flags with a browser key: answers for one context, and the ways to ask them in pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeature, OpenFeatureProvider, useBooleanFlagDetails, type Provider } from '@openfeature/react-sdk';
import { createElement, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { createFlags, type FlagStorage } from './flags.ts';
import { ShortlistWebProvider } from './openfeature-web.ts';
import { makeKey, until, withServer } from './test-flags.ts';

const key = 'new-checkout';
const ada = { user: { key: 'ada' }, customer: { key: 'ähre' } };
const bob = { user: { key: 'bob' }, customer: { key: 'bakery' } };

function memory(): FlagStorage {
  let kept: string | null = null;
  return { read: () => kept, write: (text) => void (kept = text) };
}

test('a browser key gets answers for one context, follows a climb, and starts from what it kept for this context alone', async () => {
  const storage = memory();
  await withServer(async (server) => {
    await server.value('flag.create', { key, clientSide: true });
    await server.value('flag.create', { key: 'server-only' });
    const secret = await makeKey(server, 'production', 'browser');
    // No look beside the stream may come to its aid.
    const flags = createFlags({ url: server.url, key: secret, context: ada, storage, pollMs: 3_600_000 });
    await until(flags, () => flags.status().state === 'ready');
    assert.equal(flags.isOn(key), false);
    await server.value('ladder.climb', { flagKey: key, rung: 'beta', customers: ['ähre'] });
    await until(flags, () => flags.isOn(key));
    const { reason, variant, ruleId, flagVersion } = flags.details(key);
    assert.deepEqual([reason, variant, typeof ruleId, typeof flagVersion], ['TARGETING_MATCH', 'on', 'string', 'number']);
    assert.equal(flags.details('server-only').errorCode, 'FLAG_NOT_FOUND');
    await flags.setContext(bob);
    assert.equal(flags.isOn(key), false);
    await flags.setContext(ada);
    assert.equal(flags.isOn(key), true);
    await flags.close();
  });
  const away = { url: 'http://127.0.0.1:9', key: 'sl_brw_none', storage };
  const offline = createFlags({ ...away, context: ada });
  assert.deepEqual([offline.isOn(key), offline.status()], [true, { state: 'stale', since: null }]);
  const other = createFlags({ ...away, context: bob });
  assert.equal(other.details(key).errorCode, 'FLAG_NOT_FOUND');
  await assert.rejects(offline.setContext(bob));
  assert.equal(offline.isOn(key, {}, true), true);
  assert.equal(offline.details(key).value, undefined);
  await Promise.all([offline.close(), other.close()]);
});

test('what a page was shown and what was done in it is told when it closes', async () => {
  await withServer(async (server) => {
    await server.value('flag.create', { key, clientSide: true });
    await server.value('ladder.climb', { flagKey: key, rung: 'beta', customers: ['ähre'] });
    const sent: string[] = [];
    const spy: typeof fetch = async (input, init) => {
      if (typeof init?.body === 'string' && init.keepalive === true) sent.push(init.body);
      return await fetch(input, init);
    };
    const secret = await makeKey(server, 'production', 'browser');
    const flags = createFlags({ url: server.url, key: secret, context: ada, fetch: spy });
    await flags.ready;
    for (let turn = 0; turn < 3; turn += 1) assert.equal(flags.isOn(key), true);
    flags.track('paid', ada, 5);
    await flags.close();
    const [told] = sent.map((text) => JSON.parse(text) as { readonly evaluations: unknown; readonly outcomes: unknown });
    assert.deepEqual(told?.evaluations, [{ flag: key, variant: 'on', rule: 'beta', count: 3, exposures: 1 }]);
    assert.deepEqual(told?.outcomes, [{ event: 'paid', flag: key, variant: 'on', count: 1, sum: 5, sumOfSquares: 25 }]);
  });
});

/** A page of a product, as its people write it. */
function Checkout(): ReactElement {
  const { value, variant, reason } = useBooleanFlagDetails(key, false);
  return createElement('p', null, `${String(value)} ${String(variant)} ${String(reason)}`);
}

async function rendered(provider: Provider): Promise<string> {
  await OpenFeature.setContext({ targetingKey: 'ada', customer: { key: 'ähre' } });
  await OpenFeature.setProviderAndWait(provider);
  return renderToString(createElement(OpenFeatureProvider, null, createElement(Checkout)));
}

test('OpenFeature’s React SDK shows the same by our provider and by its own for OFREP', async () => {
  await withServer(async (server) => {
    await server.value('flag.create', { key, clientSide: true });
    await server.value('ladder.climb', { flagKey: key, rung: 'beta', customers: ['ähre'] });
    const secret = await makeKey(server, 'production', 'browser');
    const flags = createFlags({ url: server.url, key: secret });
    assert.equal(await rendered(new ShortlistWebProvider(flags)), '<p>true on TARGETING_MATCH</p>');
    const ofrep = new OFREPWebProvider({
      baseUrl: server.url,
      pollInterval: 0,
      headers: [['authorization', `Bearer ${secret}`]],
    });
    // Their own types do not fit each other under exactOptionalPropertyTypes.
    assert.equal(await rendered(ofrep as Provider), '<p>true on TARGETING_MATCH</p>');
    await OpenFeature.close();
    await flags.close();
  });
});

test('a provider without a server and without a copy says so, and becomes ready when there is one', async () => {
  const nobody = createFlags({ url: 'http://127.0.0.1:9', key: 'sl_brw_none' });
  await assert.rejects(new ShortlistWebProvider(nobody).initialize({}), /No server answers/);
  await nobody.close();
});
