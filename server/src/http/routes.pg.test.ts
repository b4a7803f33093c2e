import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { joinAs, jsonOf, startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => {
  await server.end();
});

const json = { 'content-type': 'application/json' };

interface Expected {
  readonly status: number;
  readonly code: string;
}

/** Every refusal has one shape; answers its body. */
async function assertProblem(response: Response, { status, code }: Expected) {
  const body = await jsonOf(response);
  assert.equal(response.status, status, JSON.stringify(body));
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(body.status, status);
  assert.equal(body.code, code);
  assert.equal(body.type, `/api#${code}`);
  assert.match(body.title, /^[A-Z]/);
  assert.match(body.detail, /\.$/);
  return body;
}

test('a command answers its value and the seq of its change, which the feed then has', async () => {
  const { status, headers, body } = await server.post('idea.capture', { problem: 'Exports are slow' });
  assert.equal(status, 200);
  assert.equal(body.value.problem, 'Exports are slow');
  assert.equal(headers.get('etag'), `"${body.seq}"`);
  const feed = await server.value('feed.read', { after: body.seq - 1 });
  assert.deepEqual(feed.items[0]?.value, body.value);
});

test('a query is asked with POST, with parameters, or with one parameter of JSON, and answers the same', async () => {
  const { ideaId } = { ideaId: (await server.value('idea.capture', { problem: 'Asked in three ways' })).id };
  const posted = await server.value('idea.get', { ideaId });
  const byField = await jsonOf(await server.fetch(`/api/v1/idea.get?ideaId=${ideaId}`));
  const byInput = await jsonOf(await server.fetch(`/api/v1/idea.get?input=${encodeURIComponent(JSON.stringify({ ideaId }))}`));
  assert.deepEqual(byField.value, posted);
  assert.deepEqual(byInput.value, posted);
});

test('a parameter is read as its field is declared: numbers as numbers, texts as texts', async () => {
  const page = await jsonOf(await server.fetch('/api/v1/idea.list?limit=1&state=all'));
  assert.equal(page.value.items.length, 1);
  assert.equal((await server.fetch(`/api/v1/idea.list?limit=1&after=${encodeURIComponent(page.value.next)}`)).status, 200);
  await assertProblem(await server.fetch('/api/v1/idea.list?limit=one'), { status: 400, code: 'invalid_input' });
  await assertProblem(await server.fetch('/api/v1/activity.list?subjectId=1&subjectId=2'), {
    status: 400,
    code: 'invalid_input',
  });
});

test('invalid input names every wrong path', async () => {
  const { status, body } = await server.post('team.create', { key: 'x', name: '', windowDays: 3 });
  assert.equal(status, 400);
  const paths = body.errors.map((error: { path: string }) => error.path);
  assert.deepEqual(paths.toSorted(), ['key', 'name', 'windowDays']);
});

test('a body that is not JSON is refused with the place where it breaks', async () => {
  const send = (body: string | Uint8Array<ArrayBuffer>) =>
    server.fetch('/api/v1/idea.capture', { method: 'POST', headers: json, body });
  const cut = await assertProblem(await send('{"problem":\n"cut'), { status: 400, code: 'invalid_input' });
  assert.match(cut.detail, /\(line 2, column \d+\)/);
  const wrong = await assertProblem(await send('{"problem": nope}'), { status: 400, code: 'invalid_input' });
  assert.match(wrong.detail, /\(line 1, column \d+\)/);
  for (const text of ['[]', '"text"', '3', 'null']) {
    assert.match((await assertProblem(await send(text), { status: 400, code: 'invalid_input' })).detail, /must be a JSON object/);
  }
  const bytes = new Uint8Array([0x7b, 0xff, 0x7d]);
  assert.match((await assertProblem(await send(bytes), { status: 400, code: 'invalid_input' })).detail, /not UTF-8/);
});

test('text that the database cannot keep, and input without a bottom, are invalid input', async () => {
  for (const problem of ['nul \u0000', '\ud800 half']) {
    const { status, body } = await server.post('activity.list', { subjectId: problem });
    assert.equal(status, 400);
    assert.equal(body.errors[0].path, 'subjectId');
  }
  const deep = `{"problem":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
  const response = await server.fetch('/api/v1/idea.capture', { method: 'POST', headers: json, body: deep });
  assert.match((await assertProblem(response, { status: 400, code: 'invalid_input' })).detail, /nested more than/);
});

test('a body over the bound is refused, whether its length is declared or not; imports may be larger', async () => {
  const large = JSON.stringify({ problem: 'x'.repeat(2_200_000) });
  await assertProblem(await server.fetch('/api/v1/idea.capture', { method: 'POST', headers: json, body: large }), {
    status: 413,
    code: 'too_large',
  });
  const parts = (async function* () {
    for (let index = 0; index < 40; index += 1) yield new Uint8Array(65_536).fill(0x20);
  })();
  // `duplex` is what makes fetch send a stream, without a length.
  const init = { method: 'POST', headers: json, body: ReadableStream.from(parts), duplex: 'half' } as const;
  await assertProblem(await server.fetch('/api/v1/idea.capture', init), { status: 413, code: 'too_large' });
  const imported = await server.fetch('/api/v1/import.add', { method: 'POST', headers: json, body: large });
  await assertProblem(imported, { status: 400, code: 'invalid_input' });
});

test('a body of another type is refused', async () => {
  const response = await server.fetch('/api/v1/idea.capture', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '{"problem":"x"}',
  });
  await assertProblem(response, { status: 415, code: 'unsupported_media_type' });
});

test('unknown operations and addresses, and wrong methods, are told apart', async () => {
  await assertProblem(await server.fetch('/api/v1/no.such'), { status: 404, code: 'unknown_operation' });
  await assertProblem(await server.fetch('/api/v1/constructor'), { status: 404, code: 'unknown_operation' });
  await assertProblem(await server.fetch('/api/v1/a/b/c'), { status: 404, code: 'no_such_address' });
  const get = await server.fetch('/api/v1/idea.capture?problem=x');
  assert.equal(get.headers.get('allow'), 'POST');
  await assertProblem(get, { status: 405, code: 'method_not_allowed' });
  await assertProblem(await server.fetch('/api/v1/idea.list', { method: 'DELETE' }), { status: 405, code: 'method_not_allowed' });
  await assertProblem(await server.fetch('/', { method: 'POST' }), { status: 405, code: 'method_not_allowed' });
  await assertProblem(await server.fetch('/api/v1/feed'), { status: 426, code: 'upgrade_required' });
});

test('what an unknown id, a wrong role and nobody get are 404, 403 and 401', async () => {
  await assertProblem(await server.fetch('/api/v1/idea.get?ideaId=IDEA-999'), { status: 404, code: 'not_found' });
  await assertProblem(await server.fetch('/api/v1/team.list', { as: null }), { status: 401, code: 'not_signed_in' });
  await assertProblem(await server.fetch('/api/v1/team.list', { as: 'sl_ses_unknown' }), { status: 401, code: 'not_signed_in' });
  const viewer = await joinAs(server, 'viewer');
  const { status, body } = await server.post('idea.capture', { problem: 'x' }, { as: viewer });
  assert.deepEqual([status, body.code], [403, 'not_allowed']);
});

test('a command repeated with its idempotency key is answered as the first time and done once', async () => {
  const headers = { 'idempotency-key': '0190d3f0-0000-7000-8000-00000000abcd' };
  const first = await server.post('idea.capture', { problem: 'Sent twice' }, { headers });
  const second = await server.post('idea.capture', { problem: 'Sent twice' }, { headers });
  assert.deepEqual(second.body, first.body);
  const quoted = { 'idempotency-key': `"${headers['idempotency-key']}"` };
  assert.deepEqual((await server.post('idea.capture', { problem: 'Sent twice' }, { headers: quoted })).body, first.body);
  const other = await server.post('idea.capture', { problem: 'Another' }, { headers });
  assert.deepEqual([other.status, other.body.code], [409, 'conflict']);
  const wrong = await server.post('idea.capture', { problem: 'x' }, { headers: { 'idempotency-key': 'a b' } });
  assert.deepEqual([wrong.status, wrong.body.code], [400, 'invalid_input']);
});

test('what names another member than the one who sends it is refused, and not done (feed 11.5)', async () => {
  const meId = (await server.value('session.current', {})).member.id;
  const send = async (member: string) =>
    await server.fetch('/api/v1/idea.capture', {
      method: 'POST',
      headers: { ...json, 'shortlist-member': member },
      body: JSON.stringify({ problem: 'Whose is this?' }),
    });
  await assertProblem(await send('mem_somebody'), { status: 401, code: 'not_signed_in' });
  assert.equal((await send(meId)).status, 200);
  const { items } = await server.value('idea.list', { limit: 1000 });
  assert.equal(items.filter((idea: { problem: string }) => idea.problem === 'Whose is this?').length, 1);
});

test('an edit with If-Match is refused when somebody changed it since, and a malformed one says what it should be', async () => {
  const { value: idea, seq } = (await server.post('idea.capture', { problem: 'To be edited' })).body;
  const edit = (problem: string, ifMatch: string) =>
    server.post('idea.edit', { ideaId: idea.id, problem }, { headers: { 'if-match': ifMatch } });
  assert.equal((await edit('Edited', `"${seq}"`)).status, 200);
  const stale = await edit('Edited again', `"${seq}"`);
  assert.deepEqual([stale.status, stale.body.code], [412, 'stale']);
  assert.ok(stale.body.seq > seq);
  assert.equal((await edit('Whatever it is', '*')).status, 200);
  for (const malformed of ['W/"3"', '"abc"', '"1", "2"', '-1']) {
    const { status, body } = await edit('x', malformed);
    assert.deepEqual([status, body.code], [400, 'invalid_input'], malformed);
    assert.match(body.detail, /If-Match/);
  }
});

test('HEAD answers as GET does, without a body', async () => {
  for (const path of ['/healthz', '/api', '/api/v1/openapi.json', '/api/v1/snapshot', '/api/v1/team.list']) {
    const response = await server.fetch(path, { method: 'HEAD' });
    assert.equal(response.status, 200, path);
    assert.equal(await response.text(), '');
  }
  const stream = await server.fetch('/api/v1/feed', { method: 'HEAD', headers: { accept: 'text/event-stream' } });
  assert.equal(stream.status, 200);
});

test('every kind of answer tells the browser to trust it no further', async () => {
  for (const path of ['/healthz', '/api', '/api/v1/team.list', '/api/v1/snapshot', '/no-such.js', '/api/v1/none']) {
    const { headers } = await server.fetch(path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path);
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/, path);
    assert.equal(headers.get('referrer-policy'), 'same-origin', path);
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', path);
  }
});

test('metrics count operations by outcome, for this machine and for admins only', async () => {
  await server.post('idea.capture', { problem: 'Counted' });
  const text = await (await server.fetch('/metrics', { as: null })).text();
  assert.match(text, /shortlist_operations_total\{operation="idea.capture",kind="command",outcome="ok"\} \d+/);
  assert.match(text, /shortlist_operation_seconds_bucket\{le="0.01",kind="command"\}/);
  assert.match(text, /process_cpu_seconds_total/);
  const proxied = { 'x-forwarded-for': '203.0.113.9' };
  await assertProblem(await server.fetch('/metrics', { as: null, headers: proxied }), { status: 401, code: 'not_signed_in' });
  assert.equal((await server.fetch('/metrics', { headers: proxied })).status, 200);
  const { tokenSecret } = await server.value('token.create', { name: 'reads', scope: 'read' });
  await assertProblem(await server.fetch('/metrics', { as: tokenSecret, headers: proxied }), {
    status: 403,
    code: 'not_allowed',
  });
});

test('an error that nobody expected tells nothing of the inside, and its request id is in the log', async () => {
  const { database } = server.road;
  await database.pool.query('alter table idea rename to idea_away');
  const response = await server.fetch('/api/v1/idea.list');
  await database.pool.query('alter table idea_away rename to idea');
  const body = await assertProblem(response, { status: 500, code: 'internal' });
  assert.doesNotMatch(JSON.stringify(body), /relation|idea_away|select|\.ts/);
  assert.match(body.requestId, /^[0-9a-f-]{36}$/);
});
