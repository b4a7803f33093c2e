/** The SDK against a real server: it follows, survives, starts without one, and every other way to ask says the same. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeature as ServerFeatures } from '@openfeature/server-sdk';
import { OpenFeature as WebFeatures, ProviderEvents, type Provider as WebProvider } from '@openfeature/web-sdk';
import { fileFlagStorage } from './file-storage.ts';
import { createFlags } from './flags.ts';
import { ShortlistProvider } from './openfeature-server.ts';
import { makeKey, until, withServer } from './test-flags.ts';

const key = 'new-checkout';

test('a climb reaches the SDK, an OpenFeature server, a browser by OFREP and the plain API', async () => {
  await withServer(async (server) => {
    await server.value('flag.create', { key, clientSide: true });
    const flags = createFlags({ url: server.url, key: await makeKey(server, 'development', 'server') });
    const browserKey = await makeKey(server, 'development', 'browser');
    const provider = new OFREPWebProvider({
      baseUrl: server.url,
      pollInterval: 100,
      headers: [['authorization', `Bearer ${browserKey}`]],
    });
    await WebFeatures.setContext({ targetingKey: 'u1' });
    // Their own types do not fit each other under exactOptionalPropertyTypes.
    await WebFeatures.setProviderAndWait(provider as WebProvider);
    await ServerFeatures.setProviderAndWait(new ShortlistProvider(flags));
    const web = WebFeatures.getClient();
    const onServer = ServerFeatures.getClient();
    const changed = Promise.withResolvers<void>();
    web.addHandler(ProviderEvents.ConfigurationChanged, () => changed.resolve());
    assert.deepEqual(
      [flags.isOn(key), web.getBooleanValue(key, true), await onServer.getBooleanValue(key, true)],
      [false, false, false],
    );
    await server.value('ladder.climb', { flagKey: key, rung: 'development' });
    await until(flags, () => flags.isOn(key));
    await changed.promise;
    assert.equal(web.getBooleanValue(key, false), true);
    const details = await onServer.getBooleanDetails(key, false);
    assert.deepEqual([details.value, details.variant, details.reason], [true, 'on', 'STATIC']);
    const told = await server.value('flag.explain', { key, environment: 'development', context: {} });
    assert.equal(told.value, true);
    assert.equal((await onServer.getStringDetails(key, 'x')).errorCode, 'TYPE_MISMATCH');
    assert.equal((await onServer.getBooleanDetails('nothing', true)).errorCode, 'FLAG_NOT_FOUND');
    await Promise.all([ServerFeatures.close(), WebFeatures.close()]);
    await flags.close();
  });
});

test('without a server it starts from its file and says since when it is stale', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-flags-'));
  const storage = fileFlagStorage(join(folder, 'flags.json'));
  await withServer(async (server) => {
    await server.value('flag.create', { key });
    await server.value('ladder.climb', { flagKey: key, rung: 'development' });
    const flags = createFlags({ url: server.url, key: await makeKey(server, 'development', 'server'), storage });
    await flags.ready;
    await until(flags, () => flags.status().state === 'ready');
    await flags.close();
  });
  const away = { url: 'http://127.0.0.1:9', key: 'sl_srv_none' };
  const offline = createFlags({ ...away, storage });
  await offline.ready;
  assert.deepEqual([offline.isOn(key), offline.status()], [true, { state: 'stale', since: null }]);
  const bootstrap = (await storage.read()) ?? '';
  const booted = createFlags({ ...away, bootstrap });
  assert.equal(booted.isOn(key), true);
  const nothing = createFlags(away);
  assert.equal(nothing.isOn(key, {}, true), true);
  assert.equal(nothing.details(key).errorCode, 'FLAG_NOT_FOUND');
  nothing.override(key, true);
  assert.equal(nothing.isOn(key), true);
  await Promise.all([offline.close(), booted.close(), nothing.close()]);
  await rm(folder, { recursive: true });
});

test('a wrong key and a damaged copy are told, and the code’s default holds', async () => {
  await withServer(async (server) => {
    const told: unknown[] = [];
    const flags = createFlags({
      url: server.url,
      key: 'sl_srv_wrong',
      bootstrap: '{"version":',
      onError: (error) => told.push(error),
    });
    await until(flags, () => flags.status().state === 'error');
    assert.match(String(told[0]), /SyntaxError/);
    assert.match(String(told[1]), /refused with 401/);
    await flags.close();
  });
});

test('what the SDK counted arrives when it is closed', async () => {
  await withServer(async (server) => {
    await server.value('flag.create', { key });
    await server.value('segment.edit', { key: 'ourselves', included: ['u1'] });
    await server.value('ladder.climb', { flagKey: key, rung: 'internal' });
    const sent: string[] = [];
    const spy: typeof fetch = async (input, init) => {
      if (typeof init?.body === 'string') sent.push(init.body);
      return await fetch(input, init);
    };
    const flags = createFlags({ url: server.url, key: await makeKey(server, 'production', 'server'), fetch: spy });
    await flags.ready;
    for (const user of ['u1', 'u1', 'u2']) flags.isOn(key, { user: { key: user } });
    flags.track('paid', { user: { key: 'u1' } }, 5);
    flags.track('paid', { user: { key: 'u2' } }, 7);
    await flags.close();
    assert.deepEqual(JSON.parse(sent[0] ?? ''), {
      evaluations: [
        { flag: key, variant: 'on', rule: 'ourselves', count: 2, exposures: 1 },
        { flag: key, variant: 'off', rule: '', count: 1, exposures: 0 },
      ],
      outcomes: [{ event: 'paid', flag: key, variant: 'on', count: 1, sum: 5, sumOfSquares: 25 }],
    });
  });
});
