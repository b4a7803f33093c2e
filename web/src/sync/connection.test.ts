import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ModelServer, schema, shownBy, syncOn } from './model-server-for-test.ts';
import type { Sync } from './sync.ts';
import type { Transport } from './transport.ts';
import { World } from './world-for-test.ts';

/** A client that is level with its server, and the paths it asks for from then on. */
async function connected(seed = 1) {
  const world = new World(seed);
  const server = new ModelServer(world, ['ada']);
  const asked: string[] = [];
  const transport = listened(world.transport('ada', server), asked);
  const sync = syncOn(transport);
  sync.session.subscribe(() => undefined);
  await world.until(() => isLive(sync), 'live');
  asked.length = 0;
  return { world, server, sync, asked };
}

function listened(transport: Transport, asked: string[]): Transport {
  return {
    ...transport,
    fetch: (path, init) => {
      asked.push(path);
      return transport.fetch(path, init);
    },
    openSocket: (path, events) => {
      asked.push(path);
      return transport.openSocket(path, events);
    },
  };
}

function isLive(sync: Sync): boolean {
  return sync.connection.current().state === 'live';
}

/** Somebody without a browser writes. */
function rename(server: ModelServer, name: string): number {
  const workspace = server.truth.get('workspace', 'wsp_1');
  assert.ok(workspace);
  return server.write(null, [{ event: 'workspace.edited', entity: 'workspace', id: 'wsp_1', value: { ...workspace, name } }]);
}

test('a page loads a snapshot, follows the feed from its number, and is live (feed 3.1)', async () => {
  const { world, server, sync } = await connected();
  assert.deepEqual(shownBy(sync.store), shownBy(server.truth));
  rename(server, 'Acme and sons');
  await world.until(() => sync.store.seq === server.seq, 'the change arrives');
  assert.equal(sync.store.get('workspace', 'wsp_1')?.name, 'Acme and sons');
});

test('a snapshot without its end, or with another count, is never followed from: it is loaded again (feed 2.3)', async () => {
  const world = new World(1);
  const server = new ModelServer(world, ['ada']);
  const whole = server.answer;
  const spoils = [
    (body: string) => body.slice(0, body.lastIndexOf('{"end"')),
    (body: string) => body.replace('"count":', '"count":1'),
  ];
  const spoiled: typeof whole = (who, path, init) => {
    const served = whole(who, path, init);
    const spoil = path === '/api/v1/snapshot' ? spoils.shift() : undefined;
    return spoil === undefined ? served : { ...served, body: spoil(served.body) };
  };
  const asked: string[] = [];
  const sync = syncOn(listened(world.transport('ada', { answer: spoiled, admit: server.admit }), asked));
  sync.session.subscribe(() => undefined);
  await world.until(() => isLive(sync), 'live');
  assert.deepEqual(
    asked.filter((path) => path !== '/api/v1/session.current'),
    ['/api/v1/snapshot', '/api/v1/snapshot', '/api/v1/snapshot', `/api/v1/feed?after=${server.seq}`],
  );
  assert.deepEqual(shownBy(sync.store), shownBy(server.truth));
});

test('rows are shown before the snapshot’s last line has come, and it is not live before', async () => {
  const world = new World(1);
  const server = new ModelServer(world, ['ada']);
  const body = server.answer('ada', '/api/v1/snapshot', {}).body;
  const cut = body.indexOf('{"entity":"team"');
  let release = (): void => undefined;
  const transport = world.transport('ada', server);
  const sync = syncOn({
    ...transport,
    fetch: (path, init) => {
      if (path !== '/api/v1/snapshot') return transport.fetch(path, init);
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode(body.slice(0, cut + 5)));
          release = () => {
            controller.enqueue(new TextEncoder().encode(body.slice(cut + 5)));
            controller.close();
          };
        },
      });
      return Promise.resolve(new Response(stream));
    },
  });
  sync.session.subscribe(() => undefined);
  await world.until(() => sync.store.get('workspace', 'wsp_1') !== undefined, 'the first rows');
  assert.equal(sync.store.get('team', 'team_1'), undefined);
  assert.equal(sync.connection.current().state, 'loading');
  release();
  await world.until(() => isLive(sync), 'live');
  assert.notEqual(sync.store.get('team', 'team_1'), undefined);
});

test('what is shown already changes only with a snapshot that is whole (feed 2.3)', async () => {
  const { world, server, sync } = await connected();
  const whole = server.answer;
  let cuts = 1;
  server.answer = (who, path, init) => {
    const served = whole(who, path, init);
    if (path !== '/api/v1/snapshot' || cuts === 0) return served;
    cuts -= 1;
    return { ...served, body: served.body.slice(0, served.body.lastIndexOf('{"end"')) };
  };
  server.restart();
  rename(server, 'Renamed');
  server.forgotten = server.seq;
  await world.until(() => cuts === 0, 'the broken snapshot is served');
  for (let steps = 0; steps < 3; steps += 1) await world.step();
  assert.equal(sync.store.get('workspace', 'wsp_1')?.name, 'Acme');
  server.forgotten = 0;
  await world.until(() => isLive(sync) && sync.store.seq === server.seq, 'level');
  assert.equal(sync.store.get('workspace', 'wsp_1')?.name, 'Renamed');
});

test('reset is answered by a snapshot, followed from its number (feed 3.4)', async () => {
  const { world, server, sync, asked } = await connected();
  server.restart();
  rename(server, 'While away');
  server.forgotten = server.seq;
  await world.until(() => sync.store.seq === server.seq && isLive(sync), 'level');
  assert.deepEqual(asked.slice(-2), ['/api/v1/snapshot', `/api/v1/feed?after=${server.seq}`]);
  assert.equal(sync.store.get('workspace', 'wsp_1')?.name, 'While away');
});

test('after bye it is offline, pauses, and asks from the last number it applied (feed 6.2)', async () => {
  const { world, server, sync, asked } = await connected();
  const seq = sync.store.seq;
  const left = world.now;
  server.restart();
  await world.until(() => sync.connection.current().state === 'offline', 'offline');
  await world.until(() => asked.length > 0, 'it asks again');
  assert.deepEqual(asked, [`/api/v1/feed?after=${seq}`]);
  assert.ok(world.now - left >= 250);
  await world.until(() => isLive(sync), 'live again');
});

test('pauses grow while the server stays away, and shrink again once it was there', async () => {
  const { world, server, sync, asked } = await connected();
  const admit = server.admit;
  server.admit = (_who, _path, socket) => socket.close();
  server.restart();
  const times: number[] = [];
  for (let tries = 1; tries <= 9; tries += 1) {
    await world.until(() => asked.filter((path) => path.startsWith('/api/v1/feed')).length >= tries, 'the next try');
    times.push(world.now);
  }
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  assert.ok((pauses.at(-1) ?? 0) >= 15_000 && Math.max(...pauses) <= 31_000, String(pauses));
  server.admit = admit;
  await world.until(() => isLive(sync), 'live again');
  const left = world.now;
  server.restart();
  await world.until(() => !isLive(sync), 'offline');
  await world.until(() => isLive(sync), 'live again');
  assert.ok(world.now - left < 2_000);
});

test('a socket that says nothing for 45 seconds is given up and asked anew (feed 4.5)', async () => {
  const { world, server, sync, asked } = await connected();
  const heard = world.now;
  // Nothing is told and nothing closed, as when a laptop has changed its network.
  server.sockets.clear();
  await world.until(() => asked.length > 0, 'it asks again');
  assert.equal(asked[0], `/api/v1/feed?after=${sync.store.seq}`);
  assert.ok(world.now - heard >= 45_000 && world.now - heard < 70_000, String(world.now - heard));
});

test('pings keep a quiet socket', async () => {
  const { world, asked } = await connected();
  const begun = world.now;
  await world.until(() => world.now - begun > 600_000, 'ten minutes');
  assert.deepEqual(asked, []);
});

test('a message that cannot be read makes it ask again from where it was', async () => {
  for (const text of ['{"type":', 'null', '{"type":"changes","changes":7}', '{"type":"changes"}']) {
    const { world, server, sync, asked } = await connected();
    for (const socket of server.sockets) socket.send(text);
    await world.until(() => asked.length > 0, `it asks again after ${text}`);
    assert.deepEqual(asked, [`/api/v1/feed?after=${sync.store.seq}`]);
  }
});

test('a message of a kind this page does not know is passed over', async () => {
  const { world, server, sync, asked } = await connected();
  for (const socket of server.sockets) socket.send('{"type":"presence","who":[]}');
  rename(server, 'Still here');
  await world.until(() => sync.store.seq === server.seq, 'the change arrives');
  assert.deepEqual(asked, []);
});

test('another schema loads a new snapshot and says that the page is old (feed 2.5)', async () => {
  const { world, server, sync, asked } = await connected();
  assert.equal(sync.connection.current().reloadNeeded, false);
  server.schema = `${schema}2`;
  server.restart();
  await world.until(() => sync.connection.current().reloadNeeded && isLive(sync), 'live with a new schema');
  assert.equal(asked.includes('/api/v1/snapshot'), true);
});

test('another version says that the page is old, and what is shown stays (feed 12.3)', async () => {
  const { world, server, sync, asked } = await connected();
  server.restart();
  await world.until(() => asked.length > 0 && isLive(sync), 'live again');
  assert.equal(sync.connection.current().reloadNeeded, false);
  server.version = '0.2.0';
  server.restart();
  await world.until(() => sync.connection.current().reloadNeeded && isLive(sync), 'live with a new version');
  assert.equal(asked.includes('/api/v1/snapshot'), false);
});

test('the server’s clock holds: its greeting says how far this machine’s is off (feed 3.3)', async () => {
  const { server, sync, world, asked } = await connected();
  assert.ok(Math.abs(sync.connection.serverAhead()) < 1000);
  server.clockAhead = 3 * 86_400_000;
  server.restart();
  await world.until(() => asked.length > 0 && isLive(sync), 'live again');
  assert.ok(Math.abs(sync.connection.serverAhead() - server.clockAhead) < 1000);
});

test('a session that is over ends on the page: signed out, and nothing left of what was shown (feed 6.3)', async () => {
  const { world, server, sync, asked } = await connected();
  server.signedOut.add('ada');
  for (const socket of server.sockets) socket.send('{"type":"bye","reason":"signed_out"}');
  await world.until(() => sync.session.current().state === 'signed_out', 'signed out');
  assert.deepEqual(sync.store.all('workspace'), []);
  assert.deepEqual(asked, ['/api/v1/session.current']);
});

test('a socket refused because the session is over ends the session too', async () => {
  const { world, server, sync } = await connected();
  server.signedOut.add('ada');
  server.restart();
  await world.until(() => sync.session.current().state === 'signed_out', 'signed out');
});

test('a change that never came is noticed at the next one, and asked for (feed 3.1)', async () => {
  const { world, server, sync, asked } = await connected();
  const seq = sync.store.seq;
  const sockets = [...server.sockets];
  server.sockets.clear();
  rename(server, 'Nobody was told');
  for (const socket of sockets) server.sockets.add(socket);
  rename(server, 'Somebody was told');
  await world.until(() => asked.length > 0, 'it asks again');
  assert.deepEqual(asked, [`/api/v1/feed?after=${seq}`]);
  assert.equal(sync.store.get('workspace', 'wsp_1')?.name, 'Acme');
  await world.until(() => sync.store.seq === server.seq, 'level');
  assert.equal(sync.store.get('workspace', 'wsp_1')?.name, 'Somebody was told');
});

test('a socket that does not greet first is given up (feed 3.3)', async () => {
  const { world, server, sync, asked } = await connected();
  const admit = server.admit;
  let rude = 1;
  server.admit = (who, path, socket) => {
    rude -= 1;
    if (rude >= 0) socket.send('{"type":"ping"}');
    else admit(who, path, socket);
  };
  server.restart();
  const left = world.now;
  await world.until(() => isLive(sync) && asked.length >= 2, 'live again');
  assert.deepEqual(asked, [`/api/v1/feed?after=${sync.store.seq}`, `/api/v1/feed?after=${sync.store.seq}`]);
  assert.ok(world.now - left < 5_000, 'not only when it is silent');
});
