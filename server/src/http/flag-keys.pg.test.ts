/** What opens flags, what it opens, and how often. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventsOf } from '../test-feed.ts';
import { jsonOf } from '../test-server.ts';
import { ask, flagKey, makeKey, nextOf, withFlags } from './test-flags.ts';

test('a key opens its own environment only, is told apart from others, and a revoked one opens nothing from that moment', async () => {
  await withFlags(async (server) => {
    const made = await server.value('environment.createKey', { environment: 'development', kind: 'server' });
    const production = await makeKey(server, 'production', 'server');
    await server.value('ladder.climb', { flagKey, rung: 'development' });
    assert.equal((await jsonOf(await ask(server, made.keySecret, `/${flagKey}`, { targetingKey: 'u' }))).value, true);
    assert.equal((await jsonOf(await ask(server, production, `/${flagKey}`, { targetingKey: 'u' }))).value, false);
    const stream = eventsOf(await server.fetch('/flags/v1/stream', { as: made.keySecret }));
    await nextOf(stream, 'set');
    await server.value('environment.revokeKey', { environmentKeyId: made.environmentKey.id });
    assert.equal((await ask(server, made.keySecret, `/${flagKey}`, { targetingKey: 'u' })).status, 401);
    assert.equal((await nextOf(stream, 'bye')).data, '{"reason":"key_revoked"}');
    assert.equal((await server.fetch('/flags/v1/set', { as: server.owner })).status, 401);
    assert.equal((await server.fetch('/flags/v1/set', { as: null })).status, 401);
  });
});

test('a browser key reads no rules and no flag that browsers may not see', async () => {
  await withFlags(async (server) => {
    const secret = await makeKey(server, 'development', 'browser');
    assert.equal((await server.fetch('/flags/v1/set', { as: secret })).status, 403);
    assert.equal((await server.fetch('/flags/v1/stream', { as: secret })).status, 403);
    const hidden = await ask(server, secret, '/server-only', { targetingKey: 'u' });
    const unknown = await ask(server, secret, '/nothing', { targetingKey: 'u' });
    assert.deepEqual([hidden.status, unknown.status], [404, 404]);
    assert.deepEqual(await jsonOf(unknown), {
      key: 'nothing',
      errorCode: 'FLAG_NOT_FOUND',
      errorDetails: 'There is no flag nothing here.',
    });
    const all = await jsonOf(await ask(server, secret, '', { targetingKey: 'u' }));
    assert.deepEqual(
      all.flags.map((flag: { key: string }) => flag.key),
      [flagKey],
    );
  });
});

test('a server key that a page sends is refused there, and goes on to open everything elsewhere', async () => {
  await withFlags(async (server) => {
    const secret = await makeKey(server, 'development', 'server');
    for (const headers of [{ origin: 'https://shop.example' }, { 'sec-fetch-site': 'same-origin' }]) {
      const refused = await ask(server, secret, `/${flagKey}`, {}, headers);
      assert.equal(refused.status, 403);
      assert.match((await jsonOf(refused)).errorDetails, /Revoke it, and use a browser key/);
    }
    assert.equal((await ask(server, secret, `/${flagKey}`, {})).status, 200);
    const forPages = await makeKey(server, 'development', 'browser');
    assert.equal((await ask(server, forPages, `/${flagKey}`, {}, { origin: 'https://shop.example' })).status, 200);
  });
});

test('a stream that is opened while its key is revoked ends as one that was open', async () => {
  await withFlags(async (server) => {
    const made = await server.value('environment.createKey', { environment: 'development', kind: 'browser' });
    const { eventStreams } = await jsonOf(await ask(server, made.keySecret, '', { targetingKey: 'u' }));
    const open = eventsOf(await fetch(eventStreams[0].url));
    const opening = fetch(eventStreams[0].url);
    await server.value('environment.revokeKey', { environmentKeyId: made.environmentKey.id });
    assert.equal((await nextOf(open, 'bye')).data, '{"reason":"key_revoked"}');
    const late = await opening;
    if (late.status === 200) assert.equal((await nextOf(eventsOf(late), 'bye')).data, '{"reason":"key_revoked"}');
    assert.equal((await fetch(eventStreams[0].url)).status, 401);
  });
});

test('who asks too often is told when to come back', async () => {
  const limits = { server: 3, browser: 2, wrongKey: 2, windowSeconds: 60 };
  await withFlags(
    async (server) => {
      const secret = await makeKey(server, 'development', 'browser');
      await ask(server, secret, '', {});
      await ask(server, secret, '', {});
      const late = await ask(server, secret, '', {});
      assert.equal(late.status, 429);
      assert.match(late.headers.get('retry-after') ?? '', /^\d+$/);
      for (const status of [401, 401, 429]) assert.equal((await ask(server, 'sl_srv_wrong', '', {})).status, status);
    },
    { flagLimits: limits },
  );
});
