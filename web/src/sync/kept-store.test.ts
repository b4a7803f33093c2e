import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schema, shownBy } from './model-server-for-test.ts';
import { Place, type Page } from './place-for-test.ts';

const nameOn = ({ sync }: Page) => sync.store.get('workspace', 'wsp_1')?.name;

test('a second start shows what the disk keeps before the server has answered anything, then what came since (feed 9.1)', async () => {
  const place = new Place();
  const first = await place.openLive();
  await place.settle();
  place.rename('While open');
  await place.settle();
  const shown = shownBy(first.sync.store);
  first.tab.close();
  place.rename('While closed');
  place.isDown = true;
  const second = place.open();
  await place.world.until(() => second.sync.store.seq > 0, 'filled from the disk');
  assert.deepEqual(shownBy(second.sync.store), shown);
  const session = second.sync.session.current();
  assert.equal(session.state === 'signed_in' && session.member.id, 'mem_ada');
  place.isDown = false;
  await place.world.until(() => second.sync.connection.current().state === 'live', 'live');
  await place.world.until(() => nameOn(second) === 'While closed', 'level');
  assert.equal(second.asked.includes('/api/v1/snapshot'), false);
});

test('a start can wait for the disk alone: it has settled when what was kept is there, and reading on writes nothing', async () => {
  const place = new Place();
  const first = await place.openLive();
  await place.settle();
  first.tab.close();
  place.isDown = true;
  const kept = await place.browser.disk.read('visit');
  const second = place.open(false);
  let isReady = false;
  void second.sync.session.begin().then(() => (isReady = true));
  await place.world.until(() => isReady, 'the disk has answered');
  assert.equal(nameOn(second), 'Acme');
  assert.deepEqual(await place.browser.disk.read('visit'), kept);
  // With nobody on the disk there is nothing to wait for.
  void second.sync.session.leave();
  await place.settle();
  second.tab.close();
  const third = place.open(false);
  let isEmpty = false;
  void third.sync.session.begin().then(() => (isEmpty = true));
  await place.world.until(() => isEmpty, 'there is nothing');
  assert.notEqual(third.sync.session.current().state, 'signed_in');
  assert.equal(third.sync.store.seq, 0);
});

test('what is shown from the disk is told once, whole (feed 9.1)', async () => {
  const place = new Place();
  const first = await place.openLive();
  await place.settle();
  first.tab.close();
  const second = place.open();
  const sizes = new Set<number>();
  second.sync.store.subscribeAny(() => sizes.add(second.sync.store.all('member').length));
  await place.world.until(() => second.sync.connection.current().state === 'live', 'live');
  assert.deepEqual([...sizes], [2]);
});

test('a store of another schema is rebuilt from a snapshot (feed 9.4)', async () => {
  const place = new Place();
  const first = await place.openLive();
  await place.settle();
  first.tab.close();
  place.server.schema = `${schema}2`;
  const second = await place.openLive();
  assert.equal(second.asked.includes('/api/v1/snapshot'), true);
  await place.settle();
  second.tab.close();
  const third = await place.openLive();
  assert.equal(third.asked.includes('/api/v1/snapshot'), false);
});

test('a store that is older than the feed serves is rebuilt from a snapshot (feed 9.4)', async () => {
  const place = new Place();
  const first = await place.openLive();
  await place.settle();
  first.tab.close();
  place.rename('One');
  place.rename('Two');
  place.server.forgotten = place.server.seq - 1;
  const second = place.open();
  await place.world.until(() => nameOn(second) === 'Two', 'level');
  assert.equal(second.asked.includes('/api/v1/snapshot'), true);
});

test('what lies on the disk and cannot be read is loaded anew (feed 9.4)', async () => {
  const place = new Place();
  const first = await place.openLive();
  await place.settle();
  first.tab.close();
  await place.browser.disk.write('lines', 0, () => [{ kind: 'put', drawer: 'lines', key: 0, value: '{"entity":' }]);
  const second = await place.openLive();
  assert.equal(nameOn(second), 'Acme');
  assert.equal(second.asked.includes('/api/v1/snapshot'), true);
});

test('a disk with a gap in its changes is loaded anew (feed 9.4)', async () => {
  const place = new Place();
  const first = await place.openLive();
  await place.settle();
  for (const name of ['One', 'Two', 'Three']) place.rename(name);
  await place.settle();
  first.tab.close();
  const seq = place.server.seq - 1;
  await place.browser.disk.write('changes', seq, () => [{ kind: 'remove', drawer: 'changes', key: seq }]);
  const second = await place.openLive();
  assert.equal(nameOn(second), 'Three');
  assert.equal(second.asked.includes('/api/v1/snapshot'), true);
});

test('signing out leaves nothing of the workspace on the disk, and signs the other tabs out (feed 9.5)', async () => {
  const place = new Place();
  const [first, second] = [await place.openLive(), await place.openLive()];
  await place.settle();
  void first.sync.session.leave();
  await place.world.until(() => second.sync.session.current().state === 'signed_out', 'signed out');
  place.rename('After');
  await place.settle();
  assert.deepEqual(await place.browser.disk.read('visit', 'lines', 'changes'), [[], [], []]);
  assert.deepEqual(second.sync.store.all('member'), []);
});

test('a session that ended meanwhile leaves nothing on the disk (feed 9.5)', async () => {
  const place = new Place();
  const first = await place.openLive();
  await place.settle();
  first.tab.close();
  place.server.signedOut.add('ada');
  const second = place.open();
  await place.world.until(() => second.sync.session.current().state === 'signed_out', 'signed out');
  await place.settle();
  assert.deepEqual(await place.browser.disk.read('visit', 'lines', 'changes'), [[], [], []]);
  assert.deepEqual(second.sync.store.all('member'), []);
});

test('somebody else who signs in gets nothing of who was here before, also in tabs that were open (feed 9.5)', async () => {
  const place = new Place();
  const first = await place.openLive();
  await place.settle();
  place.who = 'ben';
  const second = await place.openLive();
  await place.world.until(() => second.sync.session.actor()?.memberId === 'mem_ben', 'Ben is known');
  place.server.restart();
  await place.world.until(() => first.sync.connection.current().state === 'live', 'live again');
  await place.settle();
  const [visits = []] = await place.browser.disk.read('visit');
  assert.match(JSON.stringify(visits), /mem_ben/);
  assert.doesNotMatch(JSON.stringify(visits), /mem_ada/);
});

test('one tab keeps the disk, and another goes on when it is closed (feed 10.1)', async () => {
  const place = new Place();
  const first = await place.openLive();
  const second = await place.openLive();
  await place.settle();
  first.tab.close();
  place.rename('Kept by the second');
  await place.settle();
  second.tab.close();
  place.isDown = true;
  const third = place.open();
  await place.world.until(() => third.sync.store.seq > 0, 'filled from the disk');
  assert.equal(nameOn(third), 'Kept by the second');
});

test('many changes are gathered into one state again (feed 9.3)', async () => {
  const place = new Place();
  const first = await place.openLive();
  await place.settle();
  for (let at = 0; at < 1_200; at += 1) place.rename(`Name ${at}`);
  await place.world.until(() => first.sync.store.seq === place.server.seq, 'level');
  await place.settle();
  const [changes = []] = await place.browser.disk.read('changes');
  assert.ok(changes.length < 1_000, `${changes.length} changes`);
  first.tab.close();
  place.isDown = true;
  const second = place.open();
  await place.world.until(() => second.sync.store.seq > 0, 'filled from the disk');
  assert.equal(nameOn(second), 'Name 1199');
});
