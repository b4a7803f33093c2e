import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ModelServer, syncOn } from './model-server-for-test.ts';
import { World, type Served } from './world-for-test.ts';

/** A live client whose queries answer how often they were asked. */
async function askingClient() {
  const world = new World(1);
  const server = new ModelServer(world, ['ada']);
  const asked: { path: string; body: unknown }[] = [];
  const refused = { status: 0 };
  const answer = (who: string, path: string, init: RequestInit): Served => {
    if (!path.endsWith('.list')) return server.answer(who, path, init);
    asked.push({ path, body: JSON.parse(typeof init.body === 'string' ? init.body : '') });
    if (refused.status === 502) return { status: 502, body: 'Bad gateway' };
    if (refused.status === 404) return { status: 404, body: JSON.stringify({ code: 'not_found', detail: 'Not there.' }) };
    return { status: 200, body: JSON.stringify({ value: { items: [], next: String(asked.length) }, seq: server.seq }) };
  };
  const sync = syncOn(world.transport('ada', { answer, admit: server.admit }));
  sync.session.subscribe(() => undefined);
  await world.until(() => sync.connection.current().state === 'live', 'live');
  const entry = sync.queries.entry('evidence.list', { subjectId: 'idea_1' });
  const change = (entity: 'idea' | 'evidence', id: string) => server.write(null, [{ event: 'x', entity, id, value: null }]);
  const pass = async (ms: number) => {
    const begun = world.now;
    while (world.now - begun < ms && (await world.step()));
  };
  return { world, server, sync, asked, refused, entry, change, pass };
}

const noChange = { seq: 1, event: 'evidence.added', entity: 'evidence', id: 'evd_1', value: null, at: '', by: null, via: 'api' };

test('nothing is asked until somebody looks, and the same question is one entry', async () => {
  const { sync, asked, entry, pass } = await askingClient();
  assert.equal(sync.queries.entry('evidence.list', { subjectId: 'idea_1' }), entry);
  assert.notEqual(sync.queries.entry('evidence.list', { subjectId: 'idea_2' }), entry);
  await pass(1_000);
  assert.deepEqual([asked.length, entry.current().value], [0, undefined]);
  entry.subscribe(() => undefined);
  assert.deepEqual([asked.length, entry.current().isFetching], [0, true], 'after the next picture');
  await pass(1_000);
  assert.deepEqual(asked, [{ path: '/api/v1/evidence.list', body: { subjectId: 'idea_1' } }]);
  assert.deepEqual([entry.current().value?.next, entry.current().isFetching], ['1', false]);
});

test('the last answer stays while a newer one is on its way', async () => {
  const { entry, pass } = await askingClient();
  entry.subscribe(() => undefined);
  await pass(1_000);
  entry.refetch();
  assert.deepEqual([entry.current().isFetching, entry.current().value?.next], [true, '1']);
  await pass(1_000);
  assert.deepEqual([entry.current().isFetching, entry.current().value?.next], [false, '2']);
});

test('changes that bear on it are answered by one question, others by none', async () => {
  const { entry, asked, change, pass } = await askingClient();
  entry.setRefreshOn(['evidence']);
  entry.subscribe(() => undefined);
  await pass(1_000);
  change('idea', 'idea_1');
  await pass(1_000);
  assert.equal(asked.length, 1);
  for (let many = 0; many < 5; many += 1) change('evidence', 'evd_1');
  await pass(1_000);
  const questions = asked.length - 1;
  // They may arrive further apart than is waited for, but never one question for each.
  assert.ok(questions >= 1 && questions <= 2, `${questions} questions`);
});

test('a function picks the changes that bear on it', async () => {
  const { entry, asked, change, pass } = await askingClient();
  entry.setRefreshOn((one) => one.id === 'evd_2');
  entry.subscribe(() => undefined);
  await pass(1_000);
  change('evidence', 'evd_1');
  await pass(1_000);
  assert.equal(asked.length, 1);
  change('evidence', 'evd_2');
  await pass(1_000);
  assert.equal(asked.length, 2);
});

test('what comes while an answer is on its way is asked for once, after it', async () => {
  const { sync, entry, asked, pass } = await askingClient();
  entry.setRefreshOn(['evidence']);
  entry.subscribe(() => undefined);
  entry.refetch();
  assert.equal(entry.current().isFetching, true);
  for (const seq of [1, 2]) sync.queries.entry('evidence.list', { subjectId: 'idea_1' }).hear([{ ...noChange, seq }]);
  entry.refetch();
  await pass(30);
  assert.ok(asked.length <= 1);
  await pass(2_000);
  assert.equal(asked.length, 2);
});

test('an answer that is looked at again is there at once, and asked for again only when it may be old', async () => {
  const { entry, asked, change, pass } = await askingClient();
  const look = async () => {
    const stop = entry.subscribe(() => undefined);
    await pass(1_000);
    stop();
  };
  entry.setRefreshOn(['evidence']);
  entry.subscribe(() => undefined)();
  await pass(1_000);
  assert.equal(asked.length, 0, 'whoever looks away at once asks nothing');
  await look();
  await look();
  assert.deepEqual([asked.length, entry.current().value?.next], [1, '1']);
  change('evidence', 'evd_1');
  await pass(1_000);
  assert.equal(asked.length, 1);
  await look();
  assert.equal(asked.length, 2);
  await pass(61_000);
  await look();
  assert.equal(asked.length, 3);
});

test('a snapshot makes every answer old', async () => {
  const { world, server, sync, entry, asked, pass } = await askingClient();
  entry.subscribe(() => undefined);
  await pass(1_000);
  server.restart();
  server.write(null, [{ event: 'x', entity: 'idea', id: 'idea_1', value: null }]);
  server.forgotten = server.seq;
  await world.until(() => sync.store.seq === server.seq, 'level');
  await pass(1_000);
  assert.equal(asked.length, 2);
});

test('without a server the last answer stays and it is asked again until it is there', async () => {
  const { world, entry, asked, refused, pass } = await askingClient();
  entry.subscribe(() => undefined);
  await pass(1_000);
  refused.status = 502;
  entry.refetch();
  await world.until(() => asked.length >= 4, 'tried again');
  await pass(100);
  assert.deepEqual([entry.current().refusal?.code, entry.current().value?.next], ['offline', '1']);
  refused.status = 0;
  await world.until(() => entry.current().refusal === null && !entry.current().isFetching, 'answered');
});

test('a refusal is told and not asked again by itself', async () => {
  const { entry, asked, refused, pass } = await askingClient();
  refused.status = 404;
  entry.subscribe(() => undefined);
  await pass(120_000);
  assert.deepEqual([asked.length, entry.current().refusal?.code], [1, 'not_found']);
});

test('when the server is there again it is asked at once, not when the pause is over', async () => {
  const { world, server, entry, asked, refused } = await askingClient();
  refused.status = 502;
  entry.subscribe(() => undefined);
  await world.until(() => asked.length >= 9, 'pauses have grown');
  refused.status = 0;
  const back = world.now;
  server.restart();
  await world.until(() => entry.current().value !== undefined, 'answered');
  assert.ok(world.now - back < 5_000, `${world.now - back} ms`);
});

test('of many questions those that nobody looks at are forgotten', async () => {
  const { sync } = await askingClient();
  const looked = sync.queries.entry('evidence.list', { subjectId: 'looked' });
  looked.subscribe(() => undefined);
  const left = sync.queries.entry('evidence.list', { subjectId: 'left' });
  for (let many = 0; many < 250; many += 1) sync.queries.entry('evidence.list', { subjectId: `idea_${many}` });
  assert.equal(sync.queries.entry('evidence.list', { subjectId: 'looked' }), looked);
  assert.notEqual(sync.queries.entry('evidence.list', { subjectId: 'left' }), left);
});
