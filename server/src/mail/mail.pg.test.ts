/** Mail through the road to a real small mail server: batched, retried, never twice, ended by its link. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { pino } from 'pino';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { withTestDatabase } from '../db/test-database.ts';
import { callAsSystem } from '../jobs/call-as-system.ts';
import { sendMail } from '../jobs/send-mail.ts';
import { makeTestWorkspace, type TestWorkspace } from '../test/test-workspace.ts';
import { startTestServer } from '../test-server.ts';

interface Inbox {
  readonly url: string;
  readonly mails: { readonly to: readonly string[]; readonly raw: string }[];
  /** Refuses everything while true. */
  isBusy: boolean;
  readonly close: () => Promise<void>;
}

async function openInbox(): Promise<Inbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // The library is answered by a callback.
    // oxlint-disable-next-line promise/no-callback-in-promise
    onData: (stream, session, done) => void receive(stream, session).then(done),
  });
  // What it answers is what the sender is told; null lets the mail in.
  const receive = async (stream: Readable, session: SMTPServerSession): Promise<Error | null> => {
    const raw = await text(stream);
    if (inbox.isBusy) return Object.assign(new Error('Try again'), { responseCode: 451 });
    inbox.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
    return null;
  };
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  // It listens on a port.
  const { port } = server.server.address() as AddressInfo;
  const inbox: Inbox = {
    url: `smtp://127.0.0.1:${port}`,
    mails: [],
    isBusy: false,
    close: async () => await new Promise((resolve) => server.close(() => resolve())),
  };
  return inbox;
}

async function send({ road, workspaceId }: TestWorkspace, inbox: Inbox): Promise<void> {
  await callAsSystem(road, workspaceId, 'notice.tell', {});
  const settings = { smtpUrl: inbox.url, from: 'Shortlist <shortlist@example.com>' };
  await sendMail({ road, workspaceId, settings, origin: () => 'https://s.example.com', log: pino({ level: 'silent' }) });
}

/** Lets so many minutes pass. */
function pass({ road }: TestWorkspace, minutes: number): void {
  road.now = new Date(Date.parse(road.now) + minutes * 60_000).toISOString();
}

test('what was not read goes out as one mail, waits after it, and is tried again where the mail server refused', async () => {
  const inbox = await openInbox();
  try {
    await withTestDatabase(async (database) => {
      const workspace = await makeTestWorkspace(database);
      const { owner, join } = workspace;
      const mira = await join('member', 'Mira Kay');
      await send(workspace, inbox);
      const { id: subjectId } = await owner.call('idea.capture', { problem: '<b>Dark</b> pier' });
      const say = async (words: string) => await owner.call('comment.add', { subjectId, text: `@Mira Kay ${words}` });
      await say('one');
      await say('two');
      await send(workspace, inbox);
      assert.equal(inbox.mails.at(0), undefined, 'it waits for more, and for being read');
      pass(workspace, 6);
      await Promise.all([send(workspace, inbox), send(workspace, inbox)]);
      const [first] = inbox.mails;
      assert.ok(first !== undefined && inbox.mails.length === 1);
      assert.deepEqual(first.to, ['mira.kay@example.com']);
      assert.match(first.raw, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
      assert.match(first.raw, /^List-Unsubscribe:\s+<https:\/\/s\.example\.com\/unsubscribe\/[\w-]+>\r$/m);
      assert.match(first.raw, /^Auto-Submitted: auto-generated\r$/m);
      assert.match(first.raw, /mentioned you: @Mira Kay one/);
      assert.match(first.raw, /&lt;b&gt;Dark/);

      await say('three');
      pass(workspace, 6);
      await send(workspace, inbox);
      assert.equal(inbox.mails.length, 1, 'no second mail within a quarter of an hour');
      inbox.isBusy = true;
      pass(workspace, 10);
      await send(workspace, inbox);
      inbox.isBusy = false;
      await send(workspace, inbox);
      assert.equal(inbox.mails.length, 1, 'it is not tried again at once');
      pass(workspace, 2);
      await send(workspace, inbox);
      assert.equal(inbox.mails.length, 2);

      await say('four');
      await callAsSystem(workspace.road, workspace.workspaceId, 'notice.tell', {});
      await mira.call('notice.read', {});
      pass(workspace, 20);
      await send(workspace, inbox);
      assert.equal(inbox.mails.length, 2, 'what was read in the app needs no mail');
    });
  } finally {
    await inbox.close();
  }
});

test('a server that dies between taking and settling sends the same message again, and only then', async () => {
  const inbox = await openInbox();
  try {
    await withTestDatabase(async (database) => {
      const workspace = await makeTestWorkspace(database);
      const { owner, join, road, workspaceId } = workspace;
      await join('member', 'Mira Kay');
      await send(workspace, inbox);
      const { id: subjectId } = await owner.call('idea.capture', { problem: 'The pier is dark' });
      await owner.call('comment.add', { subjectId, text: '@Mira Kay' });
      await callAsSystem(road, workspaceId, 'notice.tell', {});
      pass(workspace, 6);
      await callAsSystem(road, workspaceId, 'mail.gather', { origin: 'https://s.example.com' });
      const { items } = await callAsSystem(road, workspaceId, 'mail.take', {});
      await send(workspace, inbox);
      assert.equal(inbox.mails.length, 0, 'somebody else has it');
      pass(workspace, 11);
      await send(workspace, inbox);
      await send(workspace, inbox);
      assert.equal(inbox.mails.length, 1);
      assert.match(inbox.mails[0]?.raw ?? '', new RegExp(`^Message-ID: <${items[0]?.id}@shortlist>`, 'm'));
    });
  } finally {
    await inbox.close();
  }
});

test('the settings choose by kind, name a zone that exists, and say whether mail is sent', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join } = workspace;
    const mira = await join('member', 'Mira Kay');
    const usual = await mira.call('notice.settings', {});
    assert.deepEqual([usual.channels.mentioned, usual.channels.commented, usual.mailIsOn], ['mail', 'app', false]);
    assert.equal(usual.address, 'mira.kay@example.com');
    await mira.call('notice.set', { channels: { mentioned: 'none' } });
    await mira.call('notice.set', { quiet: { from: '22:00', to: '07:00' }, timeZone: 'Europe/Berlin' });
    const chosen = await mira.call('notice.settings', {});
    assert.deepEqual([chosen.channels.mentioned, chosen.channels.assigned, chosen.quietFrom], ['none', 'mail', '22:00']);
    assert.equal((await mira.refused('notice.set', { timeZone: 'Mars/Base' })).code, 'invalid_input');
    assert.equal((await mira.refused('notice.set', { quiet: { from: '25:00', to: '07:00' } })).code, 'invalid_input');
    await callAsSystem(workspace.road, workspace.workspaceId, 'notice.tell', {});
    const { id: subjectId } = await owner.call('idea.capture', { problem: 'The pier is dark' });
    await owner.call('comment.add', { subjectId, text: '@Mira Kay' });
    await callAsSystem(workspace.road, workspace.workspaceId, 'notice.tell', {});
    assert.equal((await mira.call('notice.count', {})).unread, 0);
    assert.equal((await mira.call('following.get', { subjectId })).state, 'following');
  });
});

test('the link of a mail works without a login, only by post, and does nothing but end mail', async () => {
  const server = await startTestServer();
  try {
    await server.value('notice.set', { channels: { ready: 'mail' } });
    const { rows } = await server.road.database.pool.query<{ token: string }>(
      'select "unsubscribeToken" as token from "noticeSettings"',
    );
    const path = `/unsubscribe/${rows[0]?.token}`;
    const asked = await server.fetch(path, { as: null });
    assert.deepEqual([asked.status, asked.headers.get('cache-control')], [200, 'no-store']);
    assert.match(await asked.text(), /<form method="post">/);
    assert.equal((await server.value('notice.settings', {})).channels.ready, 'mail', 'looking ends nothing');
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example.com' };
    const done = await server.fetch(path, { method: 'POST', as: null, headers, body: 'List-Unsubscribe=One-Click' });
    assert.equal(done.status, 200);
    const { channels } = await server.value('notice.settings', {});
    assert.ok(Object.values(channels).every((channel) => channel !== 'mail'));
    const unknown = `/unsubscribe/${'x'.repeat(32)}`;
    assert.equal((await server.fetch(unknown, { method: 'POST', as: null })).status, 404);
    assert.equal((await server.post('notice.list', {}, { as: rows[0]?.token ?? '' })).status, 401);
  } finally {
    await server.end();
  }
});
