// The rules are those of docs/feed-spec.md; each test names the ones it shows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { presenceLimits, sayPlace, type Present } from '@shortlist/domain/presence/place.ts';
import { openSocket, type TestSocket } from '../test-feed.ts';
import { joinAs, startAnother, startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
let viewer = '';
before(async () => {
  server = await startTestServer();
  viewer = await joinAs(server, 'viewer');
});
after(async () => {
  await server.end();
});

const story = (field: string | null = null) => ({ subjectId: 'sto_1', field });
const open = async (secret: string, url = server.url): Promise<TestSocket> => await openSocket(url, null, { secret });
const meOf = async (secret: string): Promise<string> => {
  const { member } = await server.value('session.current', {}, { as: secret });
  return member.id;
};

/** What a socket was told last of who is there, without one's own place. */
function seen(socket: TestSocket): readonly Present[] | undefined {
  const last = socket.messages.findLast(({ type }) => type === 'people');
  return (last as { readonly people?: readonly Present[] } | undefined)?.people;
}

const isSeen = (memberId: string, field: string | null) => (socket: TestSocket) =>
  seen(socket)?.some((one) => one.memberId === memberId && one.field === field) === true;
const isGone = (memberId: string) => (socket: TestSocket) => seen(socket)?.every((one) => one.memberId !== memberId) === true;

test('two at one story see each other and the field, and that one closed (13.1, 13.2, 13.3)', async () => {
  const [owner, other] = await Promise.all([open(server.owner), open(viewer)]);
  const otherId = await meOf(viewer);
  owner.socket.send(sayPlace(story()));
  other.socket.send(sayPlace(story('need')));
  await owner.until(isSeen(otherId, 'need'));
  await other.until(isSeen(await meOf(server.owner), null));
  assert.ok(
    owner.messages.every(({ type }) => type !== 'changes'),
    'nothing of it is a change',
  );
  other.socket.terminate();
  await owner.until(isGone(otherId));
  owner.socket.close();
});

test('of a burst the last word counts (13.8)', async () => {
  const [owner, other] = await Promise.all([open(server.owner), open(viewer)]);
  const otherId = await meOf(viewer);
  owner.socket.send(sayPlace(story()));
  for (let at = 0; at < presenceLimits.perSecond / 2; at += 1) other.socket.send(sayPlace(story('problem')));
  other.socket.send(sayPlace(story('benefit')));
  await owner.until(isSeen(otherId, 'benefit'));
  const told = owner.messages.filter(({ type }) => type === 'people').length;
  assert.ok(told <= 4, `told ${told} times`);
  owner.socket.close();
  other.socket.close();
});

test('what cannot be read is answered in words and changes nothing; too much closes the socket (13.8)', async () => {
  const owner = await open(server.owner);
  const me = await meOf(server.owner);
  owner.socket.send(sayPlace(story('need')));
  await owner.until(isSeen(me, 'need'));
  owner.socket.send('{"type":"here","subjectId":"mem_1"}');
  await owner.until(({ messages }) => messages.some(({ type }) => type === 'refused'));
  assert.match(JSON.stringify(owner.messages.find(({ type }) => type === 'refused')), /the id of an idea, a story or a task/);
  assert.ok(isSeen(me, 'need')(owner));
  owner.socket.send('x'.repeat(presenceLimits.message + 1));
  await owner.until(({ messages }) => messages.filter(({ type }) => type === 'refused').length === 2);
  for (let at = 0; at <= presenceLimits.perSecond * 2; at += 1) owner.socket.send(sayPlace(story()));
  assert.equal(await owner.closed, 1008);
});

test('who may no longer follow has left (13.6)', async () => {
  const member = await joinAs(server, 'member');
  const otherId = await meOf(member);
  const [owner, other] = await Promise.all([open(server.owner), open(member)]);
  owner.socket.send(sayPlace(story()));
  other.socket.send(sayPlace(story()));
  await owner.until(isSeen(otherId, null));
  await server.value('member.remove', { memberId: otherId });
  assert.equal(await other.closed, 4401);
  await owner.until(isGone(otherId));
  owner.socket.close();
});

test('two server processes on one database show their people to each other (13.7)', async () => {
  const second = await startAnother(server);
  let again: NodeJS.Timeout | undefined;
  try {
    const [owner, other] = await Promise.all([open(server.owner), open(viewer, second.url)]);
    const otherId = await meOf(viewer);
    owner.socket.send(sayPlace(story()));
    other.socket.send(sayPlace(story('need')));
    // As clients do, until it has come through: the second process may not be listening yet.
    again = setInterval(() => {
      owner.socket.send(sayPlace(story()));
      other.socket.send(sayPlace(story('need')));
    }, presenceLimits.sayAgainMs);
    await owner.until(isSeen(otherId, 'need'));
    await other.until(isSeen(await meOf(server.owner), null));
    other.socket.close();
    await owner.until(isGone(otherId));
    owner.socket.close();
  } finally {
    clearInterval(again);
    await second.close();
  }
});
