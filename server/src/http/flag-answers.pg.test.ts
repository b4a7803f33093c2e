/** Answers in the words of OFREP, how they are told to change, and how they are counted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../db/connect.ts';
import { eventsOf } from '../test-feed.ts';
import { jsonOf } from '../test-server.ts';
import { ask, flagKey, makeKey, nextOf, withFlags } from './test-flags.ts';

test('bulk answers are tagged by what they answer to whom, and their stream says when to ask again', async () => {
  await withFlags(async (server) => {
    const secret = await makeKey(server, 'development', 'browser');
    const first = await ask(server, secret, '', { targetingKey: 'a' });
    const { eventStreams, flags } = await jsonOf(first);
    assert.deepEqual(flags[0], { key: flagKey, reason: 'DISABLED', variant: 'off', value: false, metadata: { version: 0 } });
    const etag = first.headers.get('etag') ?? '';
    assert.equal((await ask(server, secret, '', { targetingKey: 'a' }, { 'if-none-match': etag })).status, 304);
    assert.equal((await ask(server, secret, '', { targetingKey: 'b' }, { 'if-none-match': etag })).status, 200);
    const url = new URL(eventStreams[0].url);
    assert.ok(!url.href.includes(secret));
    const events = eventsOf(await fetch(url));
    await events.next();
    await server.value('flag.edit', { key: 'server-only', title: 'Nothing for browsers' });
    await server.value('ladder.climb', { flagKey, rung: 'development' });
    const told = JSON.parse((await nextOf(events, 'message')).data ?? '');
    assert.deepEqual([told.type, typeof told.lastModified], ['refetchEvaluation', 'number']);
    const again = await ask(server, secret, `?flagConfigEtag=${told.etag}`, { targetingKey: 'a' }, { 'if-none-match': etag });
    assert.equal((await jsonOf(again)).flags[0].value, true);
    url.searchParams.set('token', `${url.searchParams.get('token') ?? ''}x`);
    assert.equal((await fetch(url)).status, 401);
  });
});

test('what does not fit is answered in the protocol’s words, to any site', async () => {
  await withFlags(async (server) => {
    const secret = await makeKey(server, 'development', 'browser');
    const post = (body: string) =>
      server.fetch(`/ofrep/v1/evaluate/flags/${flagKey}`, {
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
    assert.equal((await ask(server, secret, `/${flagKey}`, {}, { 'shortlist-reasons': 'strict' })).status, 200);
  });
});

test('what changed before an event stream was open, or while it was torn, is told when it opens', async () => {
  await withFlags(async (server) => {
    const secret = await makeKey(server, 'development', 'browser');
    const { eventStreams } = await jsonOf(await ask(server, secret, '', { targetingKey: 'u' }));
    await server.value('ladder.climb', { flagKey, rung: 'development' });
    const told = JSON.parse((await nextOf(eventsOf(await fetch(eventStreams[0].url)), 'message')).data ?? '');
    const answer = await ask(server, secret, `?flagConfigEtag=${told.etag}`, { targetingKey: 'u' });
    assert.equal((await jsonOf(answer)).flags[0].value, true);
    assert.equal((await fetch(`${eventStreams[0].url}x`)).status, 400);
  });
});

test('addresses of flags say what they take', async () => {
  await withFlags(async (server) => {
    const secret = await makeKey(server, 'development', 'server');
    const get = await server.fetch(`/ofrep/v1/evaluate/flags/${flagKey}`, { as: secret });
    assert.deepEqual([get.status, get.headers.get('allow')], [405, 'POST, OPTIONS']);
    assert.equal((await server.fetch('/flags/v1/set', { as: secret, method: 'POST' })).status, 405);
    assert.equal((await server.fetch('/flags/v1/nothing', { as: secret })).status, 404);
    assert.equal((await ask(server, secret, '/%E0%A4%A', {})).status, 400);
    const large = await ask(server, secret, `/${flagKey}`, { text: 'x'.repeat(300_000) });
    assert.deepEqual([large.status, (await jsonOf(large)).errorCode], [413, 'PARSE_ERROR']);
  });
});

test('what is asked is counted by variant and rule, without the workspace’s counter; bulk answers are not', async () => {
  await withFlags(async (server) => {
    const secret = await makeKey(server, 'production', 'server');
    const ofPages = await makeKey(server, 'production', 'browser');
    await server.value('segment.edit', { key: 'ourselves', included: ['u1'] });
    await server.value('ladder.climb', { flagKey, rung: 'internal' });
    const { seq } = (await server.post('environment.list', {})).body;
    for (const user of ['u1', 'u1', 'u2']) await ask(server, secret, `/${flagKey}`, { targetingKey: user });
    await ask(server, secret, '', { targetingKey: 'u1' });
    const told = {
      evaluations: [{ flag: flagKey, variant: 'on', rule: 'ourselves', count: 10, exposures: 2 }],
      outcomes: [{ event: 'paid', flag: flagKey, variant: 'on', count: 1, sum: 5, sumOfSquares: 25 }],
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
    assert.deepEqual(seen, [{ environment: 'production', flagKey }]);
    await database.close();
  });
});
