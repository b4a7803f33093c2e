import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aContext, accepted, aMember, anId, aTeam, eventsOf, noon, parsed, refused } from '../decision-examples.ts';
import type { Id } from '../ids.ts';
import type { InputOf } from '../operations.ts';
import type { Invitation } from './credentials.ts';
import {
  createToken,
  editMember,
  inviteMember,
  joinWorkspace,
  removeMember,
  setUpWorkspace,
  startSession,
} from './member-decide.ts';
import type { Member } from './member.ts';

const hashes = { passwordHash: 'hashed', sessionHash: 'hashed too' };
const account = { name: 'Mira', email: 'mira@harbour.test', password: 'berths before noon' };
// Made up: the installation's own id is given to the decision.
const workspaceId = 'wsp_1' as Id<'workspace'>;

describe('setting up', () => {
  const setUp = (parts: { setUpAlready?: boolean; tokenMatches?: boolean } = {}) => {
    const input = parsed('workspace.setUp', { setupToken: 'x'.repeat(32), workspace: 'Harbour', ...account });
    const state = { ...hashes, setUpAlready: false, tokenMatches: true, workspaceId, ...parts };
    return setUpWorkspace(state, input, aContext({ memberId: null }));
  };

  test('makes the workspace, its owner, a login and a session', () => {
    const decision = setUp();
    const events = eventsOf(decision);
    assert.deepEqual(events.slice(0, 4), ['workspace.set_up', 'member.joined', 'login.made', 'session.started']);
    const others = events.slice(4);
    assert.deepEqual([...new Set(others)], ['environment.created', 'segment.created']);
    const { member, workspace } = accepted(decision).value;
    assert.deepEqual([member.role, member.name, workspace.name], ['owner', 'Mira', 'Harbour']);
  });

  test('happens once, by the printed link', () => {
    assert.equal(refused(setUp({ setUpAlready: true })).code, 'link_used');
    assert.equal(refused(setUp({ tokenMatches: false })).code, 'wrong_credentials');
  });
});

describe('inviting and joining', () => {
  const invite = (role: InputOf<'member.invite'>['role'], by = aContext()) =>
    inviteMember({ secretHash: 'hash' }, parsed('member.invite', { role }), by);

  test('an invitation lasts seven days, and only owners invite owners', () => {
    const { value } = accepted(invite('member'));
    assert.deepEqual([value.expiresAt, value.usedAt], ['2026-03-09T12:00:00.000Z', null]);
    accepted(invite('owner'));
    assert.match(refused(invite('owner', aContext({ role: 'admin' }))).message, /owner/);
    accepted(invite('admin', aContext({ role: 'admin' })));
  });

  const join = (parts: Partial<Parameters<typeof joinWorkspace>[0]>, now = noon) => {
    const state = { ...hashes, invitation: null, emailTaken: false, team: null, ...parts };
    const input = parsed('member.join', { invitationSecret: 'y'.repeat(32), ...account });
    return joinWorkspace(state, input, aContext({ memberId: null, now }));
  };

  test('joining takes the invited role, uses the invitation up, and enters its team', () => {
    const { value: invitation } = accepted(invite('suggester'));
    const decision = join({ invitation, team: aTeam() });
    assert.equal(eventsOf(decision).at(-1), 'team.joined');
    const { value, changes } = accepted(decision);
    assert.equal(value.role, 'suggester');
    const used = changes.find((change) => change.entity === 'invitation')?.value;
    assert.equal(used?.usedAt, noon);
    const joined = changes.find((change) => change.entity === 'team')?.value;
    assert.deepEqual(joined?.memberIds, [value.id]);
  });

  test('an invitation that is unknown, used or over opens nothing, nor does an address that is taken', () => {
    const { value: invitation } = accepted(invite('member'));
    const used: Invitation = { ...invitation, usedAt: noon };
    for (const state of [{ invitation: null }, { invitation: used }]) assert.equal(refused(join(state)).code, 'link_used');
    assert.equal(refused(join({ invitation }, invitation.expiresAt)).code, 'link_used');
    accepted(join({ invitation }, '2026-03-09T11:59:59.999Z'));
    assert.equal(refused(join({ invitation, emailTaken: true })).code, 'conflict');
  });
});

describe('changing members', () => {
  const edit = (member: Member, parts: object, by: Parameters<typeof aContext>[0], owners = 2) =>
    editMember({ member, owners }, parsed('member.edit', { memberId: member.id, ...parts }), aContext(by));

  test('one changes oneself; admins change others; what is not named stays', () => {
    const member = aMember();
    const { value } = accepted(edit(member, { name: 'Mira K.' }, { role: 'member', memberId: member.id }));
    assert.deepEqual(value, { ...member, name: 'Mira K.' });
    assert.equal(refused(edit(member, { name: 'X' }, { role: 'member' })).code, 'not_allowed');
    assert.equal(accepted(edit(member, { discipline: 'design' }, { role: 'admin' })).value.discipline, 'design');
  });

  test('roles are given by admins, ownership by owners, and one owner stays', () => {
    const member = aMember();
    const owner = aMember({ role: 'owner' });
    assert.equal(refused(edit(member, { role: 'admin' }, { role: 'member', memberId: member.id })).code, 'not_allowed');
    assert.equal(accepted(edit(member, { role: 'member' }, { role: 'member', memberId: member.id })).value.role, 'member');
    assert.equal(accepted(edit(member, { role: 'viewer' }, { role: 'admin' })).value.role, 'viewer');
    assert.match(refused(edit(member, { role: 'owner' }, { role: 'admin' })).message, /owner/);
    assert.match(refused(edit(owner, { role: 'member' }, { role: 'admin' })).message, /owner/);
    assert.equal(accepted(edit(owner, { role: 'member' }, { role: 'owner' })).value.role, 'member');
    refused(edit(owner, { role: 'member' }, { role: 'owner' }, 1));
    accepted(edit(owner, { name: 'Still here' }, { role: 'owner' }, 1));
  });

  test('who is removed leaves their teams, and their logins, sessions and tokens end', () => {
    const member = aMember();
    const other = anId.person();
    const led = aTeam({ memberIds: [member.id, other], leadIds: [member.id] });
    const onlyLed = aTeam({ leadIds: [member.id] });
    // Only their ids are read.
    const withId = (id: string) => ({ id }) as unknown as never;
    const state = { member, owners: 1, teams: [led, onlyLed, aTeam()] };
    const secrets = { logins: [withId('l')], sessions: [withId('s')], tokens: [withId('t')] };
    const remove = (parts: object, by = aContext()) =>
      removeMember({ ...state, ...secrets, ...parts }, parsed('member.remove', { memberId: member.id }), by);
    const { changes, value } = accepted(remove({}));
    assert.equal(value.removedAt, noon);
    const teams = changes.flatMap((change) => (change.entity === 'team' && change.value !== null ? [change.value] : []));
    assert.deepEqual(
      teams.map(({ memberIds, leadIds }) => [memberIds, leadIds]),
      [
        [[other], []],
        [[], []],
      ],
    );
    assert.deepEqual(
      changes.slice(-3).map(({ id, value: left }) => [id, left]),
      [
        ['l', null],
        ['s', null],
        ['t', null],
      ],
    );
    const owner = aMember({ role: 'owner' });
    assert.equal(refused(remove({ member: { ...member, removedAt: noon } })).code, 'conflict');
    refused(remove({ member: owner, owners: 2 }, aContext({ role: 'admin' })));
    refused(remove({ member: owner, owners: 1 }));
    accepted(remove({ member: owner, owners: 2 }));
  });
});

test('sessions last thirty days; a token as long as was wanted', () => {
  const { changes } = accepted(startSession({ member: aMember(), sessionHash: 'hash' }, aContext()));
  const [session] = changes;
  assert.ok(session?.entity === 'session');
  assert.equal(session.value?.expiresAt, '2026-04-01T12:00:00.000Z');
  const make = (parts: object) =>
    accepted(createToken({ secretHash: 'hash' }, parsed('token.create', { name: 'CI', scope: 'read', ...parts }), aContext()));
  assert.equal(make({ expiresInDays: 10 }).value.expiresAt, '2026-03-12T12:00:00.000Z');
  assert.equal(make({ expiresInDays: null }).value.expiresAt, null);
});
