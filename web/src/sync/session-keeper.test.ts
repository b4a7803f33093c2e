import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ModelServer, syncOn } from './model-server-for-test.ts';
import type { Sync } from './sync.ts';
import { World, type Served } from './world-for-test.ts';

function problem(status: number, code: string): Served {
  return { status, body: JSON.stringify({ type: `/api#${code}`, title: code, status, code, detail: 'No.' }) };
}

function aClient(answerFirst: (server: ModelServer, path: string) => Served | null = () => null) {
  const world = new World(1);
  const server = new ModelServer(world, ['ada']);
  const asked: string[] = [];
  const sync = syncOn(
    world.transport('ada', {
      answer: (who, path, init) => {
        asked.push(path);
        return answerFirst(server, path) ?? server.answer(who, path, init);
      },
      admit: (who, path, socket) => server.admit(who, path, socket),
    }),
  );
  return { world, server, sync, asked };
}

function roleOn(sync: Sync): string | null {
  const session = sync.session.current();
  return session.state === 'signed_in' ? session.member.role : null;
}

test('nobody is asked who is signed in before a screen looks', async () => {
  const { world, sync, asked } = aClient();
  assert.equal(await world.step(), false);
  assert.deepEqual([asked, sync.session.current().state], [[], 'loading']);
});

test('nobody signed in: no snapshot is asked for, and no guess is made', async () => {
  const { world, server, sync, asked } = aClient();
  server.signedOut.add('ada');
  sync.session.subscribe(() => undefined);
  await world.until(() => sync.session.current().state === 'signed_out', 'signed out');
  void sync.commands.send('idea.capture', { problem: 'x' });
  assert.equal(sync.store.guessCount, 0);
  assert.deepEqual(asked, ['/api/v1/session.current']);
});

test('a server that does not answer is unreachable, not signed out, and asked until it does', async () => {
  let silent = 3;
  const { world, sync } = aClient((_server, path) =>
    path.endsWith('session.current') && (silent -= 1) >= 0 ? { status: 502, body: '' } : null,
  );
  const states: string[] = [];
  sync.session.subscribe(() => states.push(sync.session.current().state));
  await world.until(() => sync.session.current().state === 'signed_in', 'signed in');
  assert.deepEqual([...new Set(states)], ['unreachable', 'signed_in']);
});

test('signing in answers null and begins to follow; wrong words are answered and change nothing', async () => {
  let isWrong = true;
  const { world, server, sync } = aClient((its, path) => {
    if (path !== '/api/v1/session.start') return null;
    if (isWrong) return problem(401, 'wrong_credentials');
    its.signedOut.clear();
    return its.answer('ada', '/api/v1/session.current', {});
  });
  server.signedOut.add('ada');
  sync.session.subscribe(() => undefined);
  await world.until(() => sync.session.current().state === 'signed_out', 'signed out');
  const words = { email: 'ada@example.org', password: 'wrong' };
  let answer: unknown = 'none yet';
  void sync.session.enter('session.start', words).then((given) => (answer = given));
  await world.until(() => answer !== 'none yet', 'answered');
  assert.deepEqual(answer, { refused: true, code: 'wrong_credentials', message: 'No.', details: {} });
  assert.equal(sync.session.current().state, 'signed_out');
  isWrong = false;
  void sync.session.enter('session.start', words).then((given) => (answer = given));
  await world.until(() => sync.connection.current().state === 'live', 'live');
  assert.equal(answer, null);
  assert.equal(sync.session.actor()?.memberId, 'mem_ada');
});

test('a changed name or role of the signed-in member arrives by the feed', async () => {
  const { world, server, sync } = aClient();
  sync.session.subscribe(() => undefined);
  await world.until(() => sync.connection.current().state === 'live', 'live');
  const ada = server.truth.get('member', 'mem_ada');
  assert.ok(ada);
  server.write(null, [
    { event: 'member.edited', entity: 'member', id: ada.id, value: { ...ada, name: 'Ada L', role: 'member' } },
  ]);
  await world.until(() => sync.session.actor()?.role === 'member', 'the role arrives');
  const session = sync.session.current();
  assert.equal(session.state === 'signed_in' && session.member.name, 'Ada L');
});

test('someone who may not read is signed in without a snapshot, a feed, or guesses that no feed would take back', async () => {
  const { world, server, sync, asked } = aClient();
  const ada = server.truth.get('member', 'mem_ada');
  assert.ok(ada);
  server.write(null, [{ event: 'member.edited', entity: 'member', id: ada.id, value: { ...ada, role: 'suggester' } }]);
  sync.session.subscribe(() => undefined);
  await world.until(() => sync.session.current().state === 'signed_in', 'signed in');
  const begun = world.now;
  while (world.now - begun < 60_000 && (await world.step()));
  assert.deepEqual(asked, ['/api/v1/session.current']);
  assert.equal(sync.connection.current().state, 'live');
  void sync.commands.send('idea.capture', { problem: 'From outside' });
  assert.equal(sync.store.guessCount, 0);
});

test('someone who may not read any more stops following, and what they saw is gone (feed 5.3)', async () => {
  let isBarred = false;
  const { world, server, sync } = aClient((_server, path) =>
    isBarred && path === '/api/v1/snapshot' ? problem(403, 'not_allowed') : null,
  );
  sync.session.subscribe(() => undefined);
  await world.until(() => sync.connection.current().state === 'live', 'live');
  const ada = server.truth.get('member', 'mem_ada');
  assert.ok(ada);
  const admit = server.admit;
  server.admit = (who, path, socket) => (isBarred ? socket.close() : admit(who, path, socket));
  isBarred = true;
  server.restart();
  server.write(null, [{ event: 'member.edited', entity: 'member', id: ada.id, value: { ...ada, role: 'suggester' } }]);
  await world.until(() => sync.store.all('team').length === 0, 'nothing is left');
  const session = sync.session.current();
  assert.equal(session.state === 'signed_in' && session.member.role, 'suggester');
});

test('signing out leaves nothing behind, at once', async () => {
  const { world, sync, asked } = aClient();
  sync.session.subscribe(() => undefined);
  await world.until(() => sync.connection.current().state === 'live', 'live');
  void sync.session.leave();
  assert.equal(sync.session.current().state, 'signed_out');
  assert.deepEqual(sync.store.all('member'), []);
  const begun = world.now;
  while (world.now - begun < 100_000 && (await world.step()));
  assert.equal(asked.at(-1), '/api/v1/session.end');
});

test('signing out while a snapshot is on its way leaves nothing of it', async () => {
  const { world, sync, asked } = aClient();
  sync.session.subscribe(() => undefined);
  await world.until(() => asked.includes('/api/v1/snapshot'), 'the snapshot is asked for');
  void sync.session.leave();
  const begun = world.now;
  while (world.now - begun < 100_000 && (await world.step()));
  assert.deepEqual(sync.store.all('member'), []);
  assert.equal(sync.session.current().state, 'signed_out');
});

test('a snapshot that is denied asks who one is, instead of asking for it for ever (feed 5.1)', async () => {
  const { world, server, sync, asked } = aClient((its, path) => {
    if (path !== '/api/v1/snapshot') return null;
    const ada = its.truth.get('member', 'mem_ada');
    assert.ok(ada);
    its.write(null, [{ event: 'member.edited', entity: 'member', id: ada.id, value: { ...ada, role: 'suggester' } }]);
    return problem(403, 'not_allowed');
  });
  sync.session.subscribe(() => undefined);
  await world.until(() => roleOn(sync) === 'suggester', 'the role is known');
  const begun = world.now;
  while (world.now - begun < 100_000 && (await world.step()));
  assert.equal(server.truth.get('member', 'mem_ada')?.role, 'suggester');
  assert.deepEqual(asked, ['/api/v1/session.current', '/api/v1/snapshot', '/api/v1/session.current']);
});

test('an early question that is answered late does not undo signing in', async () => {
  const world = new World(1);
  const server = new ModelServer(world, ['ada']);
  const transport = world.transport('ada', server);
  const answers: ((response: Response) => void)[] = [];
  const sync = syncOn({
    ...transport,
    fetch: (path, init) => {
      if (path === '/api/v1/session.current') return new Promise((resolve) => answers.push(resolve));
      if (path !== '/api/v1/session.start') return transport.fetch(path, init);
      const { status, body } = server.answer('ada', '/api/v1/session.current', {});
      return Promise.resolve(new Response(body, { status }));
    },
  });
  sync.session.subscribe(() => undefined);
  assert.equal(await sync.session.enter('session.start', { email: 'ada@example.org', password: 'right' }), null);
  const { status, body } = problem(401, 'not_signed_in');
  for (const answer of answers) answer(new Response(body, { status }));
  await world.until(() => sync.connection.current().state === 'live', 'live');
  assert.equal(sync.session.current().state, 'signed_in');
});

test('a server that answers sooner than the disk does not have the disk read twice (feed 9.1)', async () => {
  const world = new World(1);
  const server = new ModelServer(world, ['ada']);
  const browser = world.browser();
  const before = browser.openTab();
  const first = syncOn(world.transport('ada', server, before));
  first.session.subscribe(() => undefined);
  const isKept = async () => (await browser.disk.read('lines'))[0]?.length !== 0;
  await world.until(() => first.connection.current().state === 'live', 'live');
  for (let steps = 0; !(await isKept()); steps += 1) assert.ok(steps < 1_000 && (await world.step()));
  before.close();
  const tab = browser.openTab();
  const events: string[] = [];
  const transport = world.transport('ada', server, tab);
  const sync = syncOn({
    ...transport,
    disk: {
      ...transport.disk,
      read: async (...from) => {
        if (from.includes('lines')) events.push('read');
        await new Promise<void>((resolve) => transport.after(60_000, resolve));
        return await tab.disk.read(...from);
      },
    },
    fetch: async (path, init) => {
      const response = await transport.fetch(path, init);
      events.push(path);
      return response;
    },
  });
  sync.session.subscribe(() => undefined);
  await world.until(() => sync.connection.current().state === 'live', 'live');
  assert.deepEqual(events, ['read', '/api/v1/session.current']);
});
