/** Every operation × every role: what the registry and roles.ts say is what the road does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operationNames, operations } from '@shortlist/domain/operations.ts';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { roleMay, roles } from '@shortlist/domain/workspace/roles.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { runOperation, type Caller } from '../run-operation.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';

/** Empty input reaches the parser exactly where the role was let through. */
test('each operation lets the roles through that roles.ts names, and answers the others not_allowed', async () => {
  await withTestDatabase(async (database) => {
    const { owner, road } = await makeTestWorkspace(database);
    assert.ok(owner.caller.kind === 'known');
    for (const role of roles) {
      const caller: Caller = { ...owner.caller, sessionId: null, actor: { ...owner.caller.actor, role } };
      for (const name of operationNames) {
        const answer = await runOperation(road, caller, name, { unknown: '\u0000' });
        const code = isRefusal(answer) ? answer.code : 'answered';
        const may = roleMay(role, operations[name].requires);
        assert.equal(code !== 'not_allowed', may, `${role} calling ${name} was answered ${code}`);
      }
    }
  });
});

test('nobody reaches what needs a login, and a narrow token only what it was made for', async () => {
  await withTestDatabase(async (database) => {
    const { owner, nobody, road } = await makeTestWorkspace(database);
    assert.ok(owner.caller.kind === 'known');
    for (const name of operationNames) {
      if (operations[name].requires !== 'anyone') assert.equal((await nobody.refused(name, {})).code, 'not_signed_in');
    }
    const read: Caller = { ...owner.caller, scope: 'read' };
    const capture: Caller = { ...owner.caller, scope: 'capture' };
    const code = async (caller: Caller, name: string, input: object) => {
      const answer = await runOperation(road, caller, name, input);
      return isRefusal(answer) ? answer.code : 'answered';
    };
    assert.equal(await code(read, 'idea.capture', { problem: 'X' }), 'not_allowed');
    assert.equal(await code(read, 'team.list', {}), 'answered');
    assert.equal(await code(capture, 'idea.capture', { problem: 'X' }), 'answered');
    assert.equal(await code(capture, 'team.list', {}), 'not_allowed');
    assert.equal(await code(capture, 'token.create', { name: 'wider' }), 'not_allowed');
  });
});

test('a token of CI learns the keys of flags and tells where they stand, and reaches nothing else', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, road } = await makeTestWorkspace(database);
    const viewer = await join('viewer', 'Vera Viewer');
    const reached = async (caller: Caller): Promise<string[]> => {
      assert.ok(caller.kind === 'known');
      const names: string[] = [];
      for (const name of operationNames) {
        const answer = await runOperation(road, { ...caller, scope: 'scan' }, name, { unknown: '\u0000' });
        const isOpen = operations[name].requires !== 'anyone' && !(isRefusal(answer) && answer.code === 'not_allowed');
        if (isOpen) names.push(name);
      }
      return names.toSorted();
    };
    assert.deepEqual(await reached(owner.caller), ['flag.keys', 'flag.reportScan']);
    assert.deepEqual(await reached(viewer.caller), ['flag.keys']);
  });
});

test('suggesters see and change their own ideas only', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const sam = await join('suggester', 'Sam Suggester');
    const theirs = await owner.call('idea.capture', { problem: 'Not for Sam' });
    const own = await sam.call('idea.capture', { problem: 'Sam’s own' });
    assert.deepEqual(
      (await sam.call('idea.list', {})).items.map((idea) => idea.id),
      [own.id],
    );
    const hidden = await sam.refused('idea.get', { ideaId: theirs.id });
    const unknown = await sam.refused('idea.get', { ideaId: 'idea_nowhere' });
    assert.deepEqual([hidden.code, unknown.code], ['not_found', 'not_found']);
    assert.equal((await sam.refused('idea.edit', { ideaId: theirs.id, problem: 'Mine now' })).code, 'not_found');
    await sam.call('idea.edit', { ideaId: own.id, context: 'At night' });
  });
});

test('the last owner stays, admins make no owners, and a removed member is out at once', async () => {
  await withTestDatabase(async (database) => {
    const { owner, nobody, join, team } = await makeTestWorkspace(database);
    const ada = await join('admin', 'Ada Admin');
    const mia = await join('member', 'Mia Member');
    assert.equal((await owner.refused('member.edit', { memberId: owner.id, role: 'member' })).code, 'conflict');
    assert.equal((await owner.refused('member.remove', { memberId: owner.id })).code, 'conflict');
    assert.equal((await ada.refused('member.edit', { memberId: mia.id, role: 'owner' })).code, 'not_allowed');
    assert.equal((await ada.refused('member.invite', { role: 'owner' })).code, 'not_allowed');
    assert.equal((await mia.refused('member.edit', { memberId: mia.id, role: 'admin' })).code, 'not_allowed');
    await ada.call('member.remove', { memberId: mia.id });
    assert.equal(
      (await nobody.refused('session.start', { email: 'mia.member@example.com', password: 'correct horse' })).code,
      'wrong_credentials',
    );
    assert.ok(
      !(await owner.call('team.list', {})).items.find((one) => one.id === team.id)?.memberIds.some((id) => id === mia.id),
    );
    const login = await nobody.call('session.start', { email: 'Olive@Example.com', password: 'correct horse' });
    assert.equal(login.member.id, owner.id);
  });
});

test('a setup link and an invitation work once', async () => {
  await withTestDatabase(async (database) => {
    const { owner, nobody, road } = await makeTestWorkspace(database);
    const again = {
      setupToken: 'x'.repeat(30),
      workspace: 'Two',
      name: 'Eve',
      email: 'eve@example.com',
      password: 'correct horse',
    };
    assert.equal((await nobody.refused('workspace.setUp', again)).code, 'link_used');
    const { invitationSecret } = await owner.call('member.invite', { role: 'viewer' });
    const joining = { invitationSecret, name: 'Vera', email: 'vera@example.com', password: 'correct horse' };
    await nobody.call('member.join', joining);
    assert.equal((await nobody.refused('member.join', { ...joining, email: 'other@example.com' })).code, 'link_used');
    const late = await owner.call('member.invite', { role: 'viewer' });
    road.now = '2026-11-23T09:00:01.000Z';
    assert.equal(
      (await nobody.refused('member.join', { ...joining, invitationSecret: late.invitationSecret, email: 'late@example.com' }))
        .code,
      'link_used',
    );
  });
});
