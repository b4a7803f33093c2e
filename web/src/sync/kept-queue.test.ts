import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '@shortlist/domain/decision.ts';
import { Place, type Page } from './place-for-test.ts';

const problems = (place: Place) => place.server.truth.all('idea').map((idea) => idea.problem);
const shown = ({ sync }: Page) => sync.store.all('idea').map((idea) => idea.problem);

/** A page that was live, on a browser whose network is gone now. */
async function cutOff(): Promise<{ place: Place; page: Page }> {
  const place = new Place();
  const page = await place.openLive();
  await place.settle();
  place.isDown = true;
  return { place, page };
}

test('what was done without a network is shown and sent by the next page, once and in order (feed 11.1)', async () => {
  const { place, page } = await cutOff();
  const kept: string[] = [];
  const said = (problem: string) => ({ onKept: () => kept.push(problem) });
  for (const problem of ['one', 'two', 'three']) void page.sync.commands.send('idea.capture', { problem }, said(problem));
  const first = page.sync.store.all('idea')[0];
  assert.ok(first);
  void page.sync.commands.send('idea.edit', { ideaId: first.id, problem: 'one, in other words' }, said('edit'));
  await place.world.until(() => kept.length === 4, 'kept');
  page.tab.close();
  const next = place.open();
  await place.world.until(() => next.sync.commands.pending() === 4, 'shown again');
  assert.deepEqual(shown(next), ['one, in other words', 'two', 'three']);
  assert.deepEqual(problems(place), []);
  place.isDown = false;
  await place.world.until(() => next.sync.commands.pending() === 0, 'sent');
  assert.deepEqual(problems(place), ['one, in other words', 'two', 'three']);
  assert.equal(place.server.truth.all('idea')[0]?.id, first.id);
  await place.settle();
  assert.deepEqual(shown(next), ['one, in other words', 'two', 'three']);
});

test('what an earlier page left goes before what the next page is told in its first moments (feed 11.1)', async () => {
  const { place, page } = await cutOff();
  const kept: string[] = [];
  void page.sync.commands.send('idea.capture', { problem: 'first' }, { onKept: () => kept.push('first') });
  await place.world.until(() => kept.length === 1, 'kept');
  page.tab.close();
  place.isDown = false;
  const next = place.open();
  const stop = next.sync.session.subscribe(() => {
    if (next.sync.session.current().state !== 'signed_in') return;
    stop();
    void next.sync.commands.send('idea.capture', { problem: 'second' });
  });
  await place.world.until(() => problems(place).length === 2, 'sent');
  assert.deepEqual(problems(place), ['first', 'second']);
});

test('a tab that was closed between the server’s doing and its answer leaves nothing to be done twice (feed 11.3)', async () => {
  const place = new Place();
  const page = await place.openLive();
  void page.sync.commands.send('idea.capture', { problem: 'once' });
  await place.world.until(() => problems(place).length === 1, 'done');
  page.tab.close();
  const next = await place.openLive();
  await place.settle(60_000);
  assert.deepEqual([problems(place), shown(next), next.sync.commands.pending()], [['once'], ['once'], 0]);
});

test('another tab shows what waits, and sends it when the tab that gave it is closed (feed 11.2)', async () => {
  const place = new Place();
  const [first, second] = [await place.openLive(), await place.openLive()];
  place.isDown = true;
  void first.sync.commands.send('idea.capture', { problem: 'from the first' });
  await place.world.until(() => shown(second).length === 1, 'shown in the second');
  assert.equal(second.sync.commands.pending(), 1);
  first.tab.close();
  place.isDown = false;
  await place.world.until(() => second.sync.commands.pending() === 0, 'sent');
  assert.deepEqual(problems(place), ['from the first']);
});

test('what was given in the moment of leaving is sent by the next page, in order and once (feed 11.7)', async () => {
  const place = new Place();
  const page = await place.openLive();
  place.isDown = true;
  for (const problem of ['first', 'second']) void page.sync.commands.send('idea.capture', { problem });
  page.tab.leave();
  place.isDown = false;
  const next = await place.openLive();
  await place.world.until(() => problems(place).length === 2, 'sent');
  await place.settle(60_000);
  assert.deepEqual(problems(place), ['first', 'second']);
  assert.deepEqual([shown(next), next.sync.commands.pending(), place.browser.noted], [['first', 'second'], 0, null]);
});

test('what was given in the moment of leaving is sent at once by a tab that stays (feed 11.7)', async () => {
  const place = new Place();
  const page = await place.openLive();
  const other = await place.openLive();
  await place.settle();
  place.isDown = true;
  void page.sync.commands.send('idea.capture', { problem: 'as it goes' });
  page.tab.leave();
  place.isDown = false;
  const left = place.world.now;
  await place.world.until(() => problems(place).length === 1, 'sent');
  // Long before the tab that stays looks by itself.
  assert.ok(place.world.now - left < 5_000, `${place.world.now - left} ms`);
  await place.settle();
  assert.deepEqual([shown(other), other.sync.commands.pending(), place.browser.noted], [['as it goes'], 0, null]);
});

test('what was given before the queue was loaded is not lost with the page, and what may not wait is not sent later (feed 11.7)', async () => {
  const place = new Place();
  const before = await place.openLive();
  await place.settle();
  before.tab.close();
  place.isDown = true;
  place.whenLoaded = new Promise(() => undefined);
  const page = place.open();
  await place.world.until(() => page.sync.session.person() !== null, 'known from the disk');
  assert.equal(page.sync.commands.opened(), null);
  void page.sync.commands.send('idea.capture', { problem: 'in the first moment' });
  void page.sync.commands.send('workspace.edit', { name: 'Not guessed' });
  page.tab.leave();
  assert.match(place.browser.noted ?? '', /in the first moment.*Not guessed/);
  place.isDown = false;
  place.whenLoaded = Promise.resolve();
  const next = await place.openLive();
  await place.settle(60_000);
  assert.deepEqual([problems(place), shown(next)], [['in the first moment'], ['in the first moment']]);
  assert.deepEqual([next.sync.commands.pending(), place.browser.noted], [0, null]);
  assert.deepEqual(
    next.asked.filter((path) => path.includes('workspace.edit')),
    [],
  );
});

test('what was noted in the moment of leaving is gone from there once the disk has it, and when its member signs out', async () => {
  const place = new Place();
  const page = await place.openLive();
  place.isDown = true;
  void page.sync.commands.send('idea.capture', { problem: 'given up' });
  page.tab.leave();
  assert.match(place.browser.noted ?? '', /given up/);
  const next = place.open();
  await place.world.until(() => next.sync.session.person() !== null, 'known from the disk');
  await next.sync.commands.open();
  await next.sync.session.leave();
  await place.settle();
  assert.equal(place.browser.noted, null);
  place.isDown = false;
  await place.settle(60_000);
  assert.deepEqual(problems(place), []);
});

test('whichever tab sends, the one that gave the command gets its answer (feed 11.2)', async () => {
  const place = new Place();
  const pages = [await place.openLive(), await place.openLive(), await place.openLive()];
  const sent = pages.map(({ sync }, at) => sync.commands.send('idea.capture', { problem: `tab ${at}` }));
  await place.world.until(() => pages.every(({ sync }) => sync.commands.pending() === 0), 'answered');
  const answers = await Promise.all(sent);
  assert.ok(answers.every((answer) => !('refused' in answer)));
  assert.deepEqual(problems(place).toSorted(), ['tab 0', 'tab 1', 'tab 2']);
});

test('a refusal of what an earlier page did is told once, by name, and its guess is gone (feed 11.4)', async () => {
  const place = new Place();
  const page = await place.openLive();
  void page.sync.commands.send('idea.capture', { problem: 'will be rejected' });
  await place.world.until(() => page.sync.commands.pending() === 0, 'there');
  await place.settle();
  place.isDown = true;
  const idea = page.sync.store.all('idea')[0];
  assert.ok(idea);
  void page.sync.commands.send('idea.edit', { ideaId: idea.id, problem: 'too late' });
  await place.settle();
  page.tab.close();
  // Decided by somebody else meanwhile, so that its words cannot be changed any more.
  const decision = { kind: 'reject', by: 'mem_ben', reason: 'no_room', sentence: 'Not now' };
  place.server.write('mem_ben', [
    { event: 'idea.rejected', entity: 'idea', id: idea.id, value: { ...idea, decision, handle: 'IDEA-1' } } as unknown as Change,
  ]);
  place.isDown = false;
  const told: unknown[] = [];
  const pages = [place.open(), place.open()];
  for (const { sync } of pages)
    sync.commands.onToldLater((refusal, { name, handle }) => told.push([refusal.message, name, handle]));
  await place.world.until(() => told.length > 0, 'told');
  await place.settle(60_000);
  assert.deepEqual(told, [['Not so.', 'idea.edit', 'IDEA-1']]);
  for (const next of pages) assert.deepEqual([shown(next), next.sync.commands.pending()], [['will be rejected'], 0]);
});

test('a refusal is told to the caller in the tab that gave the command, though another tab sent it (feed 11.4)', async () => {
  const place = new Place();
  const [first, second] = [await place.openLive(), await place.openLive()];
  const told: unknown[] = [];
  second.sync.commands.onToldLater((refusal) => told.push(refusal));
  place.isDown = true;
  // The second begins to send, and so has the place.
  void second.sync.commands.send('idea.capture', { problem: 'waits' });
  await place.settle(5_000);
  const sending = first.sync.commands.send('idea.edit', { ideaId: 'idea_none', problem: 'x' });
  await place.settle(5_000);
  place.isDown = false;
  await place.world.until(() => first.sync.commands.pending() === 0, 'answered');
  const answer = await sending;
  assert.equal('refused' in answer && answer.code, 'conflict');
  await place.settle(60_000);
  assert.deepEqual(told, []);
  assert.deepEqual(await place.browser.disk.read('queue'), [[]]);
});

test('what waits when a session ends is sent when the same person is back, and never for anybody else (feed 11.5)', async () => {
  const { place, page } = await cutOff();
  void page.sync.commands.send('idea.capture', { problem: 'Ada’s' });
  await place.settle();
  place.server.signedOut.add('ada');
  place.isDown = false;
  await place.world.until(() => page.sync.session.current().state === 'signed_out', 'signed out');
  assert.deepEqual(shown(page), []);
  place.who = 'ben';
  const bens = await place.openLive();
  await place.settle(60_000);
  assert.deepEqual([problems(place), shown(bens), bens.sync.commands.pending()], [[], [], 0]);
  bens.tab.close();
  place.who = 'ada';
  place.server.signedOut.clear();
  await place.openLive();
  await place.world.until(() => problems(place).length > 0, 'sent');
  assert.deepEqual(
    place.server.truth.all('idea').map(({ problem, suggesterId }) => [problem, suggesterId]),
    [['Ada’s', 'mem_ada']],
  );
});

test('signing out gives up what waits, on the disk too (feed 11.5)', async () => {
  const { place, page } = await cutOff();
  const sending = page.sync.commands.send('idea.capture', { problem: 'given up' });
  await place.settle();
  void page.sync.session.leave();
  const answer = await sending;
  assert.equal('refused' in answer && answer.code, 'not_signed_in');
  await place.settle();
  assert.deepEqual(await place.browser.disk.read('queue'), [[]]);
  place.isDown = false;
  await place.openLive();
  await place.settle();
  assert.deepEqual(problems(place), []);
});

test('a tab that does not know yet that somebody else signed in does nothing in their name (feed 11.5)', async () => {
  const place = new Place();
  const page = await place.openLive();
  place.who = 'ben';
  void page.sync.commands.send('idea.capture', { problem: 'Ada’s' });
  await place.world.until(() => page.sync.session.actor()?.memberId === 'mem_ben', 'Ben is known');
  await place.settle(60_000);
  assert.deepEqual(problems(place), []);
});

test('a command whose place on the disk cannot be written is sent all the same (feed 9.7)', async () => {
  const place = new Place();
  const page = await place.openLive();
  const { disk } = page.tab;
  Object.assign(disk, { write: () => Promise.reject(new Error('the disk is full')) });
  const answer = await Promise.race([
    page.sync.commands.send('idea.capture', { problem: 'All the same' }),
    place.world.until(() => problems(place).length === 1, 'sent').then(async () => await place.settle()),
  ]);
  assert.deepEqual(problems(place), ['All the same']);
  assert.equal(answer !== undefined && 'refused' in answer, false);
});

test('what a suggester captures without a network is kept and sent too (feed 11.1)', async () => {
  const place = new Place();
  const ada = place.server.truth.get('member', 'mem_ada');
  assert.ok(ada);
  place.server.write(null, [{ event: 'member.edited', entity: 'member', id: ada.id, value: { ...ada, role: 'suggester' } }]);
  const page = await place.openLive();
  place.isDown = true;
  void page.sync.commands.send('idea.capture', { problem: 'From outside' });
  await place.settle();
  page.tab.close();
  place.isDown = false;
  const next = await place.openLive();
  await place.world.until(() => problems(place).length === 1, 'sent');
  await place.settle();
  assert.equal(next.sync.commands.pending(), 0);
});
