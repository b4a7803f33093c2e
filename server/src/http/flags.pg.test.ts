/** Asking flags over HTTP: sets, streams, OFREP, keys, counting. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../db/connect.ts';
import { eventsOf, type ServerSentEvent } from '../test-feed.ts';
import { jsonOf, startTestServer, type TestServer } from '../test-server.ts';

const key = 'new-checkout';

async function makeKey(server: TestServer, environment: string, kind: 'server' | 'browser'): Promise<string> {
  return (await server.value('environment.createKey', { environment, kind })).keySecret;
}

async function withServer(body: (server: TestServer) => Promise<void>, options = {}): Promise<void> {
  const server = await startTestServer(options);
  try {
    await server.value('flag.create', { key, clientSide: true });
    await server.value('flag.create', { key: 'server-only' });
    await body(server);
  } finally {
    await server.end();
  }
}

const ask = (server: TestServer, as: string, path: string, context: unknown, headers: Record<string, string> = {}) =>
  server.fetch(`/ofrep/v1/evaluate/flags${path}`, {
    as,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ context }),
  });

async function nextOf(events: AsyncGenerator<ServerSentEvent, void>, name: string): Promise<ServerSentEvent> {
  for (;;) {
    const { value, done } = await events.next();
    if (done === true) throw new Error(`the stream ended before ${name}`);
    if (value?.event === name) return value;
  }
}

test('a set is served whole, and not again to those who have it', async () => {
  await withServer(async (server) => {
    const secret = await makeKey(server, 'development', 'server');
    const first = await server.fetch('/flags/v1/set', { as: secret });
    const document = await jsonOf(first);
    assert.deepEqual(
      [first.status, document.environment, Object.keys(document.flags).toSorted()],
      [200, 'development', [key, 'server-only']],
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
  await withServer(async (server) => {
    const secret = await makeKey(server, 'development', 'server');
    const stream = await server.fetch('/flags/v1/stream', { as: secret });
    const events = eventsOf(stream);
    const whole = await nextOf(events, 'set');
    await server.value('ladder.climb', { flagKey: key, rung: 'development' });
    const delta = JSON.parse((await nextOf(events, 'delta')).data ?? '');
    assert.deepEqual([String(delta.after), delta.flags[key].enabled], [whole.id, true]);
    await server.value('flag.kill', { key, environment: 'development' });
    const kill = JSON.parse((await nextOf(events, 'delta')).data ?? '');
    assert.deepEqual([kill.after, kill.flags[key].enabled], [delta.version, false]);
    const late = eventsOf(await server.fetch('/flags/v1/stream', { as: secret, headers: { 'last-event-id': whole.id ?? '' } }));
    const caughtUp = JSON.parse((await nextOf(late, 'delta')).data ?? '');
    assert.deepEqual([caughtUp.version, Object.keys(caughtUp.flags)], [kill.version, [key]]);
    const none = await server.fetch(`/flags/v1/stream?after=${kill.version}`, { as: secret });
    await nextOf(eventsOf(none), 'ready');
    assert.equal((await server.fetch('/flags/v1/stream?after=x', { as: secret })).status, 400);
  });
});

test('a key opens its own environment only, is told apart from others, and a revoked one opens nothing from that moment', async () => {
  await withServer(async (server) => {
    const made = await server.value('environment.createKey', { environment: 'development', kind: 'server' });
    const production = await makeKey(server, 'production', 'server');
    await server.value('ladder.climb', { flagKey: key, rung: 'development' });
    assert.equal((await jsonOf(await ask(server, made.keySecret, `/${key}`, { targetingKey: 'u' }))).value, true);
    assert.equal((await jsonOf(await ask(server, production, `/${key}`, { targetingKey: 'u' }))).value, false);
    const stream = eventsOf(await server.fetch('/flags/v1/stream', { as: made.keySecret }));
    await nextOf(stream, 'set');
    await server.value('environment.revokeKey', { environmentKeyId: made.environmentKey.id });
    assert.equal((await ask(server, made.keySecret, `/${key}`, { targetingKey: 'u' })).status, 401);
    assert.equal((await nextOf(stream, 'bye')).data, '{"reason":"key_revoked"}');
    assert.equal((await server.fetch('/flags/v1/set', { as: server.owner })).status, 401);
    assert.equal((await server.fetch('/flags/v1/set', { as: null })).status, 401);
  });
});

test('a browser key reads no rules and no flag that browsers may not see', async () => {
  await withServer(async (server) => {
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
      [key],
    );
  });
});

test('bulk answers are tagged by what they answer to whom, and their stream says when to ask again', async () => {
  await withServer(async (server) => {
    const secret = await makeKey(server, 'development', 'browser');
    const first = await ask(server, secret, '', { targetingKey: 'a' });
    const { eventStreams, flags } = await jsonOf(first);
    assert.deepEqual(flags[0], { key, reason: 'DISABLED', variant: 'off', value: false, metadata: { version: 0 } });
    const etag = first.headers.get('etag') ?? '';
    assert.equal((await ask(server, secret, '', { targetingKey: 'a' }, { 'if-none-match': etag })).status, 304);
    assert.equal((await ask(server, secret, '', { targetingKey: 'b' }, { 'if-none-match': etag })).status, 200);
    const url = new URL(eventStreams[0].url);
    assert.ok(!url.href.includes(secret));
    const events = eventsOf(await fetch(url));
    await events.next();
    await server.value('flag.edit', { key: 'server-only', title: 'Nothing for browsers' });
    await server.value('ladder.climb', { flagKey: key, rung: 'development' });
    const told = JSON.parse((await nextOf(events, 'message')).data ?? '');
    assert.deepEqual([told.type, typeof told.lastModified], ['refetchEvaluation', 'number']);
    const again = await ask(server, secret, `?flagConfigEtag=${told.etag}`, { targetingKey: 'a' }, { 'if-none-match': etag });
    assert.equal((await jsonOf(again)).flags[0].value, true);
    url.searchParams.set('token', `${url.searchParams.get('token') ?? ''}x`);
    assert.equal((await fetch(url)).status, 401);
  });
});

test('what does not fit is answered in the protocol’s words, to any site', async () => {
  await withServer(async (server) => {
    const secret = await makeKey(server, 'development', 'browser');
    const post = (body: string) =>
      server.fetch(`/ofrep/v1/evaluate/flags/${key}`, {
        as: null,
        method: 'POST',
        body,
        headers: { 'x-api-key': secret, 'content-type': 'application/json' },
      });
    const code = async (body: string) => (await jsonOf(await post(body))).errorCode;
    assert.equal(await code('{'), 'PARSE_ERROR');
    assert.equal(await code('{}'), 'INVALID_CONTEXT');
    assert.equal(await code('{"context": []}'), 'INVALID_CONTEXT');
    assert.equal((await post('{"context":{}}')).headers.get('access-control-allow-origin'), '*');
    const { headers } = await ask(server, secret, '', {});
    assert.deepEqual(
      [headers.get('access-control-allow-origin'), headers.get('access-control-expose-headers')],
      ['*', 'ETag, Retry-After'],
    );
    const preflight = await server.fetch('/ofrep/v1/evaluate/flags', {
      as: null,
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example' },
    });
    assert.equal(preflight.status, 204);
    assert.equal((await ask(server, secret, `/${key}`, {}, { 'shortlist-reasons': 'strict' })).status, 200);
  });
});

test('changes that come close together are one version, and a kill waits for nothing', async () => {
  await withServer(
    async (server) => {
      const secret = await makeKey(server, 'development', 'server');
      const events = eventsOf(await server.fetch('/flags/v1/stream', { as: secret }));
      const whole = await nextOf(events, 'set');
      const environment = 'development';
      await server.value('flag.setRules', { key, environment, enabled: true, fallthrough: { variant: 'on' } });
      // It is decided, and stays with those that come after it.
      assert.equal((await jsonOf(await server.fetch('/flags/v1/set', { as: secret }))).flags[key].enabled, false);
      await server.value('flag.kill', { key: 'server-only', environment });
      const delta = JSON.parse((await nextOf(events, 'delta')).data ?? '');
      assert.deepEqual([String(delta.after), delta.flags[key].enabled], [whole.id, true]);
      assert.equal(delta.flags['server-only'].enabled, false);
    },
    { flagGapMs: 2 ** 31 - 1 },
  );
});

test('a server key that a page sends is refused there, and goes on to open everything elsewhere', async () => {
  await withServer(async (server) => {
    const secret = await makeKey(server, 'development', 'server');
    for (const headers of [{ origin: 'https://shop.example' }, { 'sec-fetch-site': 'same-origin' }]) {
      const refused = await ask(server, secret, `/${key}`, {}, headers);
      assert.equal(refused.status, 403);
      assert.match((await jsonOf(refused)).errorDetails, /Revoke it, and use a browser key/);
    }
    assert.equal((await ask(server, secret, `/${key}`, {})).status, 200);
    const forPages = await makeKey(server, 'development', 'browser');
    assert.equal((await ask(server, forPages, `/${key}`, {}, { origin: 'https://shop.example' })).status, 200);
  });
});

test('a stream that is opened while its key is revoked ends as one that was open', async () => {
  await withServer(async (server) => {
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

test('what changed before an event stream was open, or while it was torn, is told when it opens', async () => {
  await withServer(async (server) => {
    const secret = await makeKey(server, 'development', 'browser');
    const { eventStreams } = await jsonOf(await ask(server, secret, '', { targetingKey: 'u' }));
    await server.value('ladder.climb', { flagKey: key, rung: 'development' });
    const told = JSON.parse((await nextOf(eventsOf(await fetch(eventStreams[0].url)), 'message')).data ?? '');
    const answer = await ask(server, secret, `?flagConfigEtag=${told.etag}`, { targetingKey: 'u' });
    assert.equal((await jsonOf(answer)).flags[0].value, true);
    assert.equal((await fetch(`${eventStreams[0].url}x`)).status, 400);
  });
});

test('addresses of flags say what they take', async () => {
  await withServer(async (server) => {
    const secret = await makeKey(server, 'development', 'server');
    const get = await server.fetch(`/ofrep/v1/evaluate/flags/${key}`, { as: secret });
    assert.deepEqual([get.status, get.headers.get('allow')], [405, 'POST, OPTIONS']);
    assert.equal((await server.fetch('/flags/v1/set', { as: secret, method: 'POST' })).status, 405);
    assert.equal((await server.fetch('/flags/v1/nothing', { as: secret })).status, 404);
    assert.equal((await ask(server, secret, '/%E0%A4%A', {})).status, 400);
    const large = await ask(server, secret, `/${key}`, { text: 'x'.repeat(300_000) });
    assert.deepEqual([large.status, (await jsonOf(large)).errorCode], [413, 'PARSE_ERROR']);
  });
});

test('who asks too often is told when to come back', async () => {
  const limits = { server: 3, browser: 2, wrongKey: 2, windowSeconds: 60 };
  await withServer(
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

test('what is asked is counted by variant and rule, without the workspace’s counter; bulk answers are not', async () => {
  await withServer(async (server) => {
    const secret = await makeKey(server, 'production', 'server');
    const ofPages = await makeKey(server, 'production', 'browser');
    await server.value('segment.edit', { key: 'ourselves', included: ['u1'] });
    await server.value('ladder.climb', { flagKey: key, rung: 'internal' });
    const { seq } = (await server.post('environment.list', {})).body;
    for (const user of ['u1', 'u1', 'u2']) await ask(server, secret, `/${key}`, { targetingKey: user });
    await ask(server, secret, '', { targetingKey: 'u1' });
    const told = {
      evaluations: [{ flag: key, variant: 'on', rule: 'ourselves', count: 10, exposures: 2 }],
      outcomes: [{ event: 'paid', flag: key, variant: 'on', count: 1, sum: 5, sumOfSquares: 25 }],
    };
    const tell = (body: unknown, as = secret) =>
      server.fetch('/flags/v1/telemetry', {
        as,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    assert.equal((await tell(told)).status, 204);
    assert.equal((await tell({ evaluations: [{}] })).status, 400);
    // A page counts for what pages may see, and for nothing else.
    const hidden = { flag: 'server-only', variant: 'on', rule: '', count: 1_000, exposures: 0 };
    assert.equal((await tell({ evaluations: [hidden] }, ofPages)).status, 204);
    assert.equal((await server.post('environment.list', {})).body.seq, seq);
    await server.close();
    const { databaseUrl } = server;
    const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const database = await openDatabase({ databaseUrl, log: silent });
    const { rows } = await sql`select variant, "ruleId", evaluations, exposures from flag_count order by variant`.execute(
      database.db,
    );
    assert.deepEqual(rows, [
      { variant: 'off', ruleId: '', evaluations: 1, exposures: 0 },
      { variant: 'on', ruleId: 'ourselves', evaluations: 12, exposures: 3 },
    ]);
    const { rows: seen } = await sql`select environment, "flagKey" from flag_seen`.execute(database.db);
    assert.deepEqual(seen, [{ environment: 'production', flagKey: key }]);
    await database.close();
  });
});
