// The rules are those of docs/feed-spec.md; each test names the ones it shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presenceLimits, sayPlace } from '@shortlist/domain/presence/place.ts';
import { Place } from './place-for-test.ts';

const need = { subjectId: 'sto_1', field: 'need' };
const there = { subjectId: 'sto_1', field: null };

async function opened() {
  const place = new Place();
  const page = await place.openLive();
  const { presence } = page.sync;
  const people = (subjectId: string, names: readonly string[]) => {
    const message = { type: 'people', subjectId, people: names.map((memberId) => ({ memberId, field: null })) };
    for (const socket of place.server.sockets) socket.send(JSON.stringify(message));
  };
  const names = () => presence.current().map(({ memberId }) => memberId);
  return { ...place, place, page, presence, people, names, heard: place.server.heard };
}

test('a page says where it is, and again every three seconds (13.1, 13.5)', async () => {
  const { place, presence, heard } = await opened();
  presence.moveTo(need);
  await place.settle(10_000);
  assert.ok(heard.length >= 3 && heard.length <= 5, `${heard.length} times`);
  assert.deepEqual([...new Set(heard)], [sayPlace(need)]);
  presence.moveTo(null);
  await place.settle(10_000);
  assert.equal(heard.at(-1), sayPlace(null));
  assert.equal(heard.filter((text) => text === sayPlace(null)).length, 1, 'that one has left is said once');
});

test('who walks through the fields says the last one, and not more often than is heard (13.8)', async () => {
  const { place, presence, heard } = await opened();
  for (let at = 0; at < 50; at += 1) presence.moveTo({ subjectId: 'sto_1', field: `f${'x'.repeat(at % 20)}` });
  presence.moveTo(need);
  await place.settle(presenceLimits.gapMs * 2);
  assert.ok(heard.length <= 3, `${heard.length} messages`);
  assert.equal(heard.at(-1), sayPlace(need));
});

test('who is there is kept for the place that is shown, and forgotten with it (13.3)', async () => {
  const { place, presence, people, names } = await opened();
  presence.moveTo(there);
  people('sto_1', ['ada', 'ben']);
  await place.settle(500);
  assert.deepEqual(names(), ['ada', 'ben']);
  presence.moveTo({ subjectId: 'sto_2', field: null });
  assert.deepEqual(names(), []);
  people('sto_1', ['ben']);
  await place.settle(500);
  assert.deepEqual(names(), [], 'what comes late of another place is not of this one');
});

test('without the server nobody is shown, and the place is said anew when it is back (13.5)', async () => {
  const { place, page, presence, people, names, heard } = await opened();
  presence.moveTo(there);
  people('sto_1', ['ben']);
  await place.settle(500);
  assert.deepEqual(names(), ['ben']);
  place.isDown = true;
  place.server.restart();
  await place.world.until(() => page.sync.connection.current().state === 'offline', 'offline');
  assert.deepEqual(names(), []);
  const before = heard.length;
  place.isDown = false;
  await place.world.until(() => heard.length > before, 'the place is said again');
  assert.equal(heard.at(-1), sayPlace(there));
});
