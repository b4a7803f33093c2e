import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { joinAs, jsonOf, ownerAccount, startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({
    limits: {
      logInByAddress: { points: 5, seconds: 900 },
      logInByAddressAndEmail: { points: 2, seconds: 900 },
      setUpByAddress: { points: 1, seconds: 900 },
      joinByAddress: { points: 1, seconds: 900 },
    },
  });
});
after(async () => {
  await server.end();
});

const from = (address: string) => ({ 'x-forwarded-for': address });
const signIn = (headers: Record<string, string>, account: { email: string; password: string } = ownerAccount) =>
  server.post('session.start', account, { as: null, headers });

test('the setup token is gone from the data folder once the owner is made', () => {
  assert.equal(server.setupUrl?.startsWith(`${server.url}/setup#sl_set_`), true);
  assert.equal(existsSync(join(server.dataDir, 'setup-token')), false);
});

test('a program gets the session secret in the answer, a browser in a cookie that no script can read', async () => {
  const program = await signIn(from('198.51.100.1'));
  assert.match(program.body.value.sessionSecret, /^sl_ses_/);
  assert.equal(program.headers.get('set-cookie'), null);
  const browser = await signIn({ ...from('198.51.100.1'), origin: server.url });
  assert.equal('sessionSecret' in browser.body.value, false);
  const cookie = browser.headers.get('set-cookie') ?? '';
  assert.match(cookie, /^shortlist_session=sl_ses_[\w-]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  const headers = { cookie: cookie.slice(0, cookie.indexOf(';')) };
  const current = await server.fetch('/api/v1/session.current', { as: null, headers });
  assert.equal((await jsonOf(current)).value.member.name, 'Olga Owner');
});

test('behind HTTPS the cookie is for HTTPS only', async () => {
  const { headers } = await signIn({ ...from('198.51.100.2'), origin: server.url, 'x-forwarded-proto': 'https' });
  assert.match(headers.get('set-cookie') ?? '', /; Secure$/);
});

test('signing out ends the session at once and clears the cookie', async () => {
  const { headers } = await signIn({ ...from('198.51.100.3'), origin: server.url });
  const set = headers.get('set-cookie') ?? '';
  const cookie = set.slice(0, set.indexOf(';'));
  const out = await server.post('session.end', {}, { as: null, headers: { cookie, origin: server.url } });
  assert.equal(out.status, 200);
  assert.match(out.headers.get('set-cookie') ?? '', /^shortlist_session=; Max-Age=0;/);
  assert.equal((await server.fetch('/api/v1/session.current', { as: null, headers: { cookie } })).status, 401);
});

test('a page of another site can do nothing with the cookie of a browser, nor sign it in', async () => {
  const cookie = `shortlist_session=${server.owner}`;
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: server.url.replace('127.0.0.1', '127.0.0.1.evil.example') },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    for (const [name, input] of [
      ['idea.capture', { problem: 'Forged' }],
      ['session.start', ownerAccount],
    ] as const) {
      const { status, body } = await server.post(name, input, { as: null, headers: { cookie, ...headers } });
      assert.deepEqual([status, body.code], [403, 'forbidden_origin'], JSON.stringify(headers));
    }
  }
});

test('the same host, and a program without an Origin, may use the cookie; a bearer secret needs no Origin at all', async () => {
  const cookie = `shortlist_session=${server.owner}`;
  const capture = (headers: Record<string, string>, as: string | null = null) =>
    server.post('idea.capture', { problem: 'Allowed' }, { as, headers });
  assert.equal((await capture({ cookie, origin: server.url })).status, 200);
  assert.equal((await capture({ cookie, origin: server.url.replace('http:', 'https:') })).status, 200);
  assert.equal((await capture({ cookie })).status, 200);
  assert.equal((await capture({ origin: 'https://elsewhere.example' }, server.owner)).status, 200);
});

test('a bearer secret wins over a cookie, also when it opens nothing', async () => {
  const headers = { cookie: `shortlist_session=${server.owner}` };
  const { status } = await server.fetch('/api/v1/team.list', { as: 'sl_tok_unknown', headers });
  assert.equal(status, 401);
});

test('what is done with a cookie, a token and the command line is told apart', async () => {
  const { tokenSecret } = await server.value('token.create', { name: 'program' });
  const vias = [];
  for (const call of [
    { as: null, headers: { cookie: `shortlist_session=${server.owner}` } },
    { as: tokenSecret },
    { as: tokenSecret, headers: { 'shortlist-via': 'cli' } },
    { as: tokenSecret, headers: { 'shortlist-via': 'system' } },
  ]) {
    const { body } = await server.post('idea.capture', { problem: 'Via' }, call);
    const { items } = await server.value('feed.read', { after: body.seq - 1 });
    vias.push(items[0]?.via);
  }
  assert.deepEqual(vias, ['app', 'api', 'cli', 'api']);
});

test('a token does no more than its scope and nothing once it is revoked', async () => {
  const { token, tokenSecret } = await server.value('token.create', { name: 'capture', scope: 'capture' });
  assert.equal((await server.post('idea.capture', { problem: 'By token' }, { as: tokenSecret })).status, 200);
  assert.equal((await server.post('team.list', {}, { as: tokenSecret })).status, 403);
  await server.value('token.revoke', { tokenId: token.id });
  assert.equal((await server.post('idea.capture', { problem: 'By token' }, { as: tokenSecret })).status, 401);
});

test('trying passwords for one name is slowed down, and a success forgives', async () => {
  const wrong = { ...ownerAccount, password: 'not the password' };
  const here = from('198.51.100.4');
  const statuses = [];
  for (const account of [wrong, ownerAccount, wrong, wrong, wrong]) statuses.push((await signIn(here, account)).status);
  assert.deepEqual(statuses, [401, 200, 401, 401, 429]);
  const refused = await signIn(here, wrong);
  assert.equal(refused.body.code, 'too_many_requests');
  assert.equal(refused.headers.get('retry-after'), String(refused.body.retryAfter));
  assert.ok(refused.body.retryAfter > 0 && refused.body.retryAfter <= 900);
  assert.equal((await signIn(from('198.51.100.5'), ownerAccount)).status, 200);
});

test('spelling a name otherwise gives no new tries', async () => {
  const statuses = [];
  for (const email of ['OWNER@example.com', ' owner@EXAMPLE.com ', 'owner@example.com']) {
    statuses.push((await signIn(from('198.51.100.8'), { email, password: 'not the password' })).status);
  }
  assert.deepEqual(statuses, [401, 401, 429]);
});

test('one address may not try many names either', async () => {
  const statuses = [];
  for (let index = 0; index < 6; index += 1) {
    const { status } = await signIn(from('198.51.100.6'), { email: `nobody${index}@example.com`, password: 'x' });
    statuses.push(status);
  }
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
});

test('guessing setup and invitation secrets is slowed down', async () => {
  const account = { name: 'Eve', email: 'eve@example.com', password: 'long enough password' };
  const guess = 'x'.repeat(40);
  const setUp = () =>
    server.post(
      'workspace.setUp',
      { setupToken: guess, workspace: 'Mine', ...account },
      { as: null, headers: from('198.51.100.7') },
    );
  const guessInvitation = () =>
    server.post('member.join', { invitationSecret: guess, ...account }, { as: null, headers: from('198.51.100.7') });
  assert.notEqual((await setUp()).status, 429);
  assert.equal((await setUp()).status, 429);
  assert.notEqual((await guessInvitation()).status, 429);
  assert.equal((await guessInvitation()).status, 429);
});

test('an invitation makes a member who is signed in', async () => {
  const secret = await joinAs(server, 'member');
  const current = await server.fetch('/api/v1/session.current', { as: secret });
  assert.equal((await jsonOf(current)).value.member.role, 'member');
});
