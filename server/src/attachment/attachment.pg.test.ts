import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { fileStore } from '../files/file-store.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';
import { receiveFile, removeUnusedFiles } from './received-files.ts';

let server: TestServer;
const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082',
  'hex',
);

before(async () => {
  server = await startTestServer();
});
after(async () => await server.end());

async function sendFile(body: Buffer | string, type = 'text/plain', as?: string | null) {
  const headers = { 'content-type': type };
  const response = await server.fetch('/api/v1/files', { method: 'POST', body, headers, ...(as !== undefined && { as }) });
  // The shape that the route answers, or a problem.
  return {
    status: response.status,
    body: (await response.json()) as { value: { fileId: string }; code?: string; detail?: string },
  };
}

async function anIdea(as?: string): Promise<string> {
  const idea = await server.value('idea.capture', { problem: 'The pier is dark' }, as === undefined ? {} : { as });
  return idea.id;
}

async function joinAs(role: 'suggester' | 'viewer', email: string): Promise<string> {
  const { invitationSecret } = await server.value('member.invite', { role });
  const joining = { invitationSecret, name: role, email, password: 'correct horse battery' };
  return (await server.value('member.join', joining, { as: null })).sessionSecret ?? '';
}

/** Every file below the data folder’s `files`. */
async function kept(): Promise<readonly string[]> {
  const entries = await readdir(join(server.dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('a picture is sent, attached, listed, shown in place and taken away; another file is given out to be saved', async () => {
  const subjectId = await anIdea();
  const picture = await sendFile(png, 'image/png');
  assert.equal(picture.status, 200);
  const { fileId } = picture.body.value;
  const name = 'Der Steg, “nachts”.png';
  await server.value('attachment.add', { fileId, subjectId, name });
  const { items } = await server.value('attachment.list', { subjectId });
  assert.deepEqual(
    items.map((one) => [one.name, one.type, one.size]),
    [[name, 'image/png', png.length]],
  );
  const shown = await server.fetch(`/api/v1/files/${fileId}`);
  assert.deepEqual(Buffer.from(await shown.arrayBuffer()), png);
  assert.equal(shown.headers.get('content-type'), 'image/png');
  assert.equal(shown.headers.get('x-content-type-options'), 'nosniff');
  assert.match(shown.headers.get('content-security-policy') ?? '', /sandbox/);
  assert.match(
    shown.headers.get('content-disposition') ?? '',
    /^inline; filename="Der Steg, _nachts_\.png"; filename\*=UTF-8''Der%20Steg/,
  );
  const again = await server.fetch(`/api/v1/files/${fileId}`, { headers: { 'if-none-match': `"${fileId}"` } });
  assert.equal(again.status, 304);

  const page = await sendFile('<script>alert(1)</script>', 'text/html');
  await server.value('attachment.add', { fileId: page.body.value.fileId, subjectId, name: 'page.html' });
  const saved = await server.fetch(`/api/v1/files/${page.body.value.fileId}`);
  assert.equal(saved.headers.get('content-type'), 'text/plain');
  assert.match(saved.headers.get('content-disposition') ?? '', /^attachment; filename="page\.html"/);

  await server.value('attachment.remove', { attachmentId: fileId });
  assert.equal((await server.fetch(`/api/v1/files/${fileId}`)).status, 404);
});

test('removing can be undone, and the bytes are still there; then adding can be too', async () => {
  const subjectId = await anIdea();
  const { fileId } = (await sendFile(png)).body.value;
  const added = await server.post('attachment.add', { fileId, subjectId, name: 'pier.png' });
  const { body } = await server.post('attachment.remove', { attachmentId: fileId });
  await server.value('change.undo', { seq: body.seq });
  assert.equal((await server.fetch(`/api/v1/files/${fileId}`)).status, 200);
  await server.value('change.undo', { seq: added.body.seq });
  assert.equal((await server.fetch(`/api/v1/files/${fileId}`)).status, 404);
});

test('a false picture, a program, an empty and a too large file are refused in words, and nothing is left', async () => {
  const earlier = await kept();
  const cases = [
    [Buffer.from('no picture'), 'image/png', 415, /not the picture/],
    [Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), 'application/octet-stream', 415, /Programs/],
    [Buffer.alloc(0), 'text/plain', 400, /empty/],
    [Buffer.alloc(25 * 1024 * 1024 + 1), 'application/octet-stream', 413, /larger than 25 MB/],
  ] as const;
  for (const [bytes, type, status, words] of cases) {
    const answer = await sendFile(Buffer.from(bytes), type);
    assert.equal(answer.status, status);
    assert.match(answer.body.detail ?? '', words);
  }
  assert.deepEqual(await kept(), earlier);
});

test('a connection that is cut leaves nothing', async () => {
  const earlier = await kept();
  const { hostname, port } = new URL(server.url);
  const headers = { authorization: `Bearer ${server.owner}`, 'content-length': '1000000', 'content-type': 'text/plain' };
  const cut = request({ hostname, port, path: '/api/v1/files', method: 'POST', headers });
  const closed = new Promise((resolve) => cut.on('error', resolve));
  cut.write(Buffer.alloc(200_000));
  // It has begun when half a file is there.
  while (!(await kept()).some((name) => name.endsWith('.part'))) await server.fetch('/healthz');
  cut.destroy();
  await closed;
  while ((await kept()).some((name) => name.endsWith('.part'))) await server.fetch('/healthz');
  assert.deepEqual(await kept(), earlier);
});

test('paths, other people’s files, files of nothing and files twice are refused', async () => {
  const subjectId = await anIdea();
  const { fileId } = (await sendFile('mine')).body.value;
  const stranger = await joinAs('suggester', 'sam@example.com');
  const own = await anIdea(stranger);
  const stolen = await server.post('attachment.add', { fileId, subjectId: own, name: 'x' }, { as: stranger });
  assert.deepEqual([stolen.status, stolen.body.code], [404, 'not_found']);
  const nowhere = await server.post('attachment.add', { fileId, subjectId: 'idea_0', name: 'x' });
  assert.equal(nowhere.status, 404);
  const named = await server.post('attachment.add', { fileId, subjectId, name: '../../etc/passwd\n' });
  assert.deepEqual(named.status, 200, 'a name is only a name');
  assert.equal(named.body.value.name, '../../etc/passwd');
  const saved = await server.fetch(`/api/v1/files/${fileId}`);
  assert.match(saved.headers.get('content-disposition') ?? '', /filename="\.\.\/\.\.\/etc\/passwd"/);
  assert.equal((await server.post('attachment.add', { fileId, subjectId, name: 'again' })).body.code, 'conflict');
  for (const path of ['..%2f..%2fsetup-token', 'att_x', '%00']) {
    assert.equal((await server.fetch(`/api/v1/files/${path}`)).status, 404, path);
  }
});

test('strangers neither send nor have files; suggesters those of their own ideas; viewers only read', async () => {
  assert.equal((await sendFile('x', 'text/plain', null)).status, 401);
  const subjectId = await anIdea();
  const { fileId } = (await sendFile('for members')).body.value;
  assert.equal((await server.fetch(`/api/v1/files/${fileId}`)).status, 404, 'not before it is attached');
  await server.value('attachment.add', { fileId, subjectId, name: 'notes.txt' });
  assert.equal((await server.fetch(`/api/v1/files/${fileId}`, { as: null })).status, 401);
  const viewer = await joinAs('viewer', 'vera@example.com');
  assert.equal((await server.fetch(`/api/v1/files/${fileId}`, { as: viewer })).status, 200);
  assert.equal((await sendFile('x', 'text/plain', viewer)).status, 403);
  const suggester = await joinAs('suggester', 'sue@example.com');
  assert.equal((await server.fetch(`/api/v1/files/${fileId}`, { as: suggester })).status, 404);
  const own = await anIdea(suggester);
  const sent = (await sendFile('mine', 'text/plain', suggester)).body.value;
  await server.value('attachment.add', { fileId: sent.fileId, subjectId: own, name: 'mine.txt' }, { as: suggester });
  assert.equal((await server.fetch(`/api/v1/files/${sent.fileId}`, { as: suggester })).status, 200);
  const { attachments } = await server.value('idea.get', { ideaId: own }, { as: suggester });
  assert.deepEqual(
    attachments.map(({ name }) => name),
    ['mine.txt'],
  );
  const foreign = await server.fetch('/api/v1/files', {
    method: 'POST',
    as: null,
    body: 'x',
    headers: { cookie: `shortlist_session=${server.owner}`, origin: 'https://elsewhere.example' },
  });
  assert.equal(foreign.status, 403);
});

test('files that nobody attached go after a day, those of a removed attachment after thirty', async () => {
  await withTestDatabase(async (database) => {
    const { owner, road, workspaceId } = await makeTestWorkspace(database);
    const files = fileStore(server.dataDir);
    const send = async () => {
      const sender = { workspaceId, memberId: owner.id, now: road.now };
      const received = await receiveFile(database.db, files, sender, { bytes: Readable.from(['x']), claimedType: 'text/plain' });
      assert.ok('fileId' in received);
      return received.fileId;
    };
    const { id: subjectId } = await owner.call('idea.capture', { problem: 'The pier is dark' });
    const waiting = await send();
    const removed = await send();
    const attached = await send();
    for (const fileId of [removed, attached]) await owner.call('attachment.add', { fileId, subjectId, name: 'x' });
    await owner.call('attachment.remove', { attachmentId: removed });
    const left = async (daysLater: number) => {
      const now = new Date(Date.parse(road.now) + daysLater * 86_400_000).toISOString();
      await removeUnusedFiles(database.db, files, now);
      const present = [];
      for (const id of [waiting, removed, attached]) if ((await files.read(id)) !== null) present.push(id);
      return present;
    };
    assert.deepEqual(await left(0.9), [waiting, removed, attached]);
    assert.deepEqual(await left(1.1), [removed, attached]);
    assert.deepEqual(await left(29), [removed, attached]);
    assert.deepEqual(await left(31), [attached]);
  });
});
