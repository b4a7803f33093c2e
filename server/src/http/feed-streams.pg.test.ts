// The rules are those of docs/feed-spec.md; each test names the ones it shows.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { feedSchema } from '../changes/feed-schema.ts';
import { eventsOf, openSocket, type ServerSentEvent, type TestSocket } from '../test-feed.ts';
import { connected, joinAs, startAnother, startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => {
  await server.end();
});

const capture = async (problem = 'Something'): Promise<number> => (await server.post('idea.capture', { problem })).body.seq;
const stream = (headers: Record<string, string> = {}, as: string | null = server.owner, query = '') =>
  server.fetch(`/api/v1/feed${query}`, { as, headers: { accept: 'text/event-stream', ...headers } });
const lastSeqOf = (socket: TestSocket): number => socket.changes().at(-1)?.seq ?? 0;

test('a socket is greeted, caught up and kept up, without a gap (3.1, 3.3, 7.1)', async () => {
  const seen = await capture();
  const socket = await openSocket(server.url, 0, { secret: server.owner });
  await socket.until(() => lastSeqOf(socket) === seen);
  const last = await capture();
  await socket.until(() => lastSeqOf(socket) === last);
  const { version } = await (await server.fetch('/healthz')).json().then((body) => body as { version: string });
  const { now, ...hello } = { now: null, ...socket.messages[0] };
  assert.deepEqual(hello, { type: 'hello', seq: seen, schema: feedSchema, version });
  assert.match(String(now), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.deepEqual(
    socket.changes().map(({ seq }) => seq),
    Array.from({ length: last }, (_, index) => index + 1),
  );
  assert.deepEqual(socket.changes(), (await server.value('feed.read', { after: 0, limit: 1000 })).items);
  socket.socket.close();
});

test('a number that the workspace has not reached is answered with reset (3.4)', async () => {
  const socket = await openSocket(server.url, 1_000_000, { secret: server.owner });
  assert.equal(await socket.closed, 1000);
  const told = socket.messages.map(({ type }) => type);
  assert.deepEqual(
    // Word of a notice comes when it comes.
    told.filter((type) => type !== 'notices'),
    ['hello', 'reset'],
  );
});

test('who may not read may not follow, by socket or by events (5.1)', async () => {
  const suggester = await joinAs(server, 'suggester');
  const viewer = await joinAs(server, 'viewer');
  const { tokenSecret } = await server.value('token.create', { name: 'capture', scope: 'capture' });
  const refused = async (secret: string | undefined, status: number): Promise<void> => {
    const options = secret === undefined ? {} : { secret };
    await assert.rejects(openSocket(server.url, 0, options), new Error(`refused with ${status}`));
    assert.equal((await stream({}, secret ?? null)).status, status);
    assert.equal((await server.fetch('/api/v1/snapshot', { as: secret ?? null })).status, status);
  };
  await refused(suggester, 403);
  await refused(tokenSecret, 403);
  await refused('sl_ses_unknown', 401);
  await refused(undefined, 401);
  const socket = await openSocket(server.url, 0, { secret: viewer });
  socket.socket.close();
});

test('a socket with a cookie is opened for pages of this host only (5.2)', async () => {
  const cookie = `shortlist_session=${server.owner}`;
  const foreign = openSocket(server.url, 0, { headers: { cookie, origin: 'https://evil.example' } });
  await assert.rejects(foreign, /refused with 403/);
  const own = await openSocket(server.url, 0, { headers: { cookie, origin: server.url } });
  own.socket.close();
});

test('other upgrades and a malformed place are refused', async () => {
  const status = async (path: string): Promise<number | undefined> => {
    const headers = { connection: 'upgrade', upgrade: 'websocket', authorization: `Bearer ${server.owner}` };
    const [response] = await once(request(new URL(path, server.url), { headers }).end(), 'response');
    response.resume();
    return response.statusCode;
  };
  assert.equal(await status('/api/v1/other'), 404);
  assert.equal(await status('/api/v1/feed?after=-1'), 400);
  assert.equal((await stream({}, server.owner, '?after=soon')).status, 400);
});

test('events carry the number as their id, begin after Last-Event-ID, and prefer it to after (7.2)', async () => {
  const first = await capture();
  const response = await stream({ 'last-event-id': String(first - 1) }, server.owner, '?after=0');
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  const events = eventsOf(response);
  const read: ServerSentEvent[] = [];
  const second = await capture();
  for await (const event of events) {
    if (event.event === 'change') read.push(event);
    if (event.id === String(second)) break;
  }
  assert.deepEqual(
    read.map(({ id }) => Number(id)),
    [first, second],
  );
  const { items } = await server.value('feed.read', { after: first - 1 });
  assert.deepEqual(
    read.map(({ data }) => JSON.parse(data ?? '')),
    items,
  );
});

test('events are answered with reset where a snapshot is needed (3.4, 7.2)', async () => {
  const told = [];
  for await (const event of eventsOf(await stream({}, server.owner, '?after=999999'))) told.push(event.event);
  assert.deepEqual(told, [undefined, 'reset']);
});

test('a stream gets signs of life, and a socket that answers none is cut off (4.4)', async () => {
  // Long enough for a busy machine to get round to an answer.
  const other = await startAnother(server, { heartbeatMs: 400 });
  const alive = await openSocket(other.url, null, { secret: server.owner });
  const dead = await openSocket(other.url, null, { secret: server.owner });
  // A program that hangs: its system takes what comes and nobody answers.
  dead.socket.pong = () => undefined;
  assert.equal(await dead.closed, 1006);
  await alive.until(() => alive.messages.filter(({ type }) => type === 'ping').length >= 3);
  const events = eventsOf(
    await connected(other, server.owner).fetch('/api/v1/feed', { headers: { accept: 'text/event-stream' } }),
  );
  for await (const event of events) if (event.comment === 'still here') break;
  alive.socket.close();
  await other.close();
});

test('a session that is ended, and a token that is revoked, lose their streams at once (5.3)', async () => {
  const member = await joinAs(server, 'member');
  const { token, tokenSecret } = await server.value('token.create', { name: 'follows', scope: 'read' });
  const bySession = await openSocket(server.url, null, { secret: member });
  const byToken = await openSocket(server.url, null, { secret: tokenSecret });
  const events = eventsOf(await stream({}, member));
  await server.value('session.end', {}, { as: member });
  assert.equal(await bySession.closed, 4401);
  assert.deepEqual(bySession.messages.at(-1), { type: 'bye', reason: 'signed_out' });
  let last: ServerSentEvent = {};
  for await (const event of events) last = event;
  assert.deepEqual(last, { event: 'bye', data: '{"reason":"signed_out"}' });
  assert.equal(byToken.socket.readyState, byToken.socket.OPEN);
  await server.value('token.revoke', { tokenId: token.id });
  assert.equal(await byToken.closed, 4401);
});

test('what was revoked through another process ends here too, within one look (5.3)', async () => {
  const other = await startAnother(server, { recheckMs: 30 });
  const { token, tokenSecret } = await server.value('token.create', { name: 'elsewhere', scope: 'read' });
  const socket = await openSocket(other.url, null, { secret: tokenSecret });
  await server.value('token.revoke', { tokenId: token.id });
  assert.equal(await socket.closed, 4401);
  await other.close();
});

test('two servers on one database tell the same changes in the same order (3.8)', async () => {
  const other = await startAnother(server);
  const callHere = connected(server, server.owner);
  const callThere = connected(other, server.owner);
  const start = await capture();
  const here = await openSocket(server.url, start, { secret: server.owner });
  const there = await openSocket(other.url, start, { secret: server.owner });
  const answers = await Promise.all(
    Array.from({ length: 60 }, async (_, index) =>
      (index % 2 === 0 ? callHere : callThere).post('idea.capture', { problem: `Idea ${index}` }),
    ),
  );
  const seqs = answers.map((answer) => answer.body.seq).toSorted((one, another) => one - another);
  const last = start + 60;
  await Promise.all([here.until(() => lastSeqOf(here) === last), there.until(() => lastSeqOf(there) === last)]);
  assert.deepEqual(
    here.changes().map(({ seq }) => seq),
    seqs,
  );
  assert.deepEqual(there.changes(), here.changes());
  here.socket.close();
  there.socket.close();
  await other.close();
});

test('a server that stops lets running commands finish, says goodbye, and refuses what comes (6.1)', async () => {
  const other = await startAnother(server);
  const socket = await openSocket(other.url, null, { secret: server.owner });
  const response = await connected(other, server.owner).fetch('/api/v1/feed', { headers: { accept: 'text/event-stream' } });
  // A command that waits for a lock which this test holds, so that it surely runs while the server stops.
  const release = await lock('idea');
  const command = connected(other, server.owner).post('idea.capture', { problem: 'Just before the end' });
  await untilBlocked('idea');
  const closing = other.close();
  const lastOfSocket = socket.closed.then((code) => [code, socket.messages.at(-1)]);
  let last: ServerSentEvent = {};
  for await (const event of eventsOf(response)) last = event;
  const late = await fetch(`${other.url}/healthz`).then(
    ({ status }) => status,
    () => 503,
  );
  await release();
  const { status, body } = await command;
  await closing;
  assert.deepEqual(await lastOfSocket, [1001, { type: 'bye', reason: 'stopping' }]);
  assert.deepEqual(last, { event: 'bye', data: '{"reason":"stopping"}' });
  assert.equal(late, 503);
  assert.equal(status, 200);
  const { items } = await server.value('feed.read', { after: body.seq - 1 });
  assert.equal(items[0]?.id, body.value.id);
});

async function lock(table: 'idea' | 'workspace_seq'): Promise<() => Promise<void>> {
  const session = await server.road.database.pool.connect();
  await session.query(`begin; lock table ${table} in access exclusive mode`);
  return async () => {
    await session.query('commit');
    session.release();
  };
}

async function untilBlocked(table: 'idea' | 'workspace_seq'): Promise<void> {
  // Tables of other databases have the same number.
  const question = `select from pg_locks join pg_database on pg_database.oid = database
    where datname = current_database() and relation = '${table}'::regclass and not granted`;
  for (;;) if ((await server.road.database.pool.query(question)).rowCount !== 0) return;
}

test('hello comes first, whatever there is to tell meanwhile (3.3)', async () => {
  const { member } = await server.value('session.current', {});
  const greeted = await openSocket(server.url, null, { secret: server.owner });
  await greeted.until(({ messages }) => messages.length > 0);
  const release = await lock('workspace_seq');
  const socket = await openSocket(server.url, null, { secret: server.owner });
  await untilBlocked('workspace_seq');
  await server.road.database.pool.query(`select pg_notify('shortlist_feed', 'member ${member.id}')`);
  const hasWord = ({ messages }: TestSocket) => messages.some(({ type }) => type === 'notices');
  await greeted.until(hasWord);
  await release();
  await socket.until(hasWord);
  assert.equal(socket.messages[0]?.type, 'hello');
  socket.socket.close();
  greeted.socket.close();
});

test('what is a member’s own is told to that member’s sockets alone, on every server (feed 7.1)', async () => {
  const other = await startAnother(server);
  try {
    const mira = await joinAs(server, 'admin');
    const { member } = await server.value('session.current', {}, { as: mira });
    const sockets: TestSocket[] = [];
    for (const { url } of [server, other]) sockets.push(await openSocket(url, null, { secret: mira }));
    const owners = await openSocket(server.url, null, { secret: server.owner });
    const { id: subjectId } = await server.value('idea.capture', { problem: 'The pier is dark' });
    await server.value('comment.add', { subjectId, text: `@${member.name} look` });
    const isTold = ({ messages }: TestSocket) => messages.some(({ type }) => type === 'notices');
    for (const socket of sockets) await socket.until(isTold);
    assert.equal((await server.value('notice.count', {}, { as: mira })).unread, 1);
    assert.equal((await server.value('notice.count', {})).unread, 0);
    for (const { socket } of [...sockets, owners]) socket.close();
  } finally {
    await other.close();
  }
});
