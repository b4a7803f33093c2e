/** Sets and streams of flags, for the SDK. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventsOf } from '../test-feed.ts';
import { jsonOf } from '../test-server.ts';
import { flagKey, makeKey, nextOf, withFlags } from './test-flags.ts';

test('a set is served whole, and not again to those who have it', async () => {
  await withFlags(async (server) => {
    const secret = await makeKey(server, 'development', 'server');
    const first = await server.fetch('/flags/v1/set', { as: secret });
    const document = await jsonOf(first);
    assert.deepEqual(
      [first.status, document.environment, Object.keys(document.flags).toSorted()],
      [200, 'development', [flagKey, 'server-only']],
    );
    const etag = first.headers.get('etag') ?? '';
    const same = await server.fetch('/flags/v1/set', { as: secret, headers: { 'if-none-match': etag } });
    assert.equal(same.status, 304);
    await server.value('flag.create', { key: 'third' });
    const stream = await server.fetch(`/flags/v1/stream?after=${document.version}`, { as: secret });
    const delta = await nextOf(eventsOf(stream), 'delta');
    assert.deepEqual(Object.keys(JSON.parse(delta.data ?? '').flags), ['third']);
    assert.equal((await server.fetch('/flags/v1/set', { as: secret, headers: { 'if-none-match': etag } })).status, 200);
  });
});

test('a climb comes over the stream as one numbered delta, and a client that was away gets what it lacks', async () => {
  await withFlags(async (server) => {
    const secret = await makeKey(server, 'development', 'server');
    const stream = await server.fetch('/flags/v1/stream', { as: secret });
    const events = eventsOf(stream);
    const whole = await nextOf(events, 'set');
    await server.value('ladder.climb', { flagKey, rung: 'development' });
    const delta = JSON.parse((await nextOf(events, 'delta')).data ?? '');
    assert.deepEqual([String(delta.after), delta.flags[flagKey].enabled], [whole.id, true]);
    await server.value('flag.kill', { key: flagKey, environment: 'development' });
    const kill = JSON.parse((await nextOf(events, 'delta')).data ?? '');
    assert.deepEqual([kill.after, kill.flags[flagKey].enabled], [delta.version, false]);
    const late = eventsOf(await server.fetch('/flags/v1/stream', { as: secret, headers: { 'last-event-id': whole.id ?? '' } }));
    const caughtUp = JSON.parse((await nextOf(late, 'delta')).data ?? '');
    assert.deepEqual([caughtUp.version, Object.keys(caughtUp.flags)], [kill.version, [flagKey]]);
    const none = await server.fetch(`/flags/v1/stream?after=${kill.version}`, { as: secret });
    await nextOf(eventsOf(none), 'ready');
    assert.equal((await server.fetch('/flags/v1/stream?after=x', { as: secret })).status, 400);
  });
});

test('changes that come close together are one version, and a kill waits for nothing', async () => {
  await withFlags(
    async (server) => {
      const secret = await makeKey(server, 'development', 'server');
      const events = eventsOf(await server.fetch('/flags/v1/stream', { as: secret }));
      const whole = await nextOf(events, 'set');
      const environment = 'development';
      await server.value('flag.setRules', { key: flagKey, environment, enabled: true, fallthrough: { variant: 'on' } });
      // It is decided, and stays with those that come after it.
      assert.equal((await jsonOf(await server.fetch('/flags/v1/set', { as: secret }))).flags[flagKey].enabled, false);
      await server.value('flag.kill', { key: 'server-only', environment });
      const delta = JSON.parse((await nextOf(events, 'delta')).data ?? '');
      assert.deepEqual([String(delta.after), delta.flags[flagKey].enabled], [whole.id, true]);
      assert.equal(delta.flags['server-only'].enabled, false);
    },
    { flagGapMs: 2 ** 31 - 1 },
  );
});
