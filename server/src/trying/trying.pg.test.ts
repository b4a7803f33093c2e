/** Trying a feature through the road: who makes and opens links, what the flag answers then, and what ends it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestMember, type TestWorkspace } from '../test/test-workspace.ts';

const flagKey = 'night-arrivals';
const production = { flagKey, environment: 'production' } as const;
const hourMs = 3_600_000;

/** A story on `internal`. */
async function onInternal({ owner, team, readyStory }: TestWorkspace): Promise<string> {
  const storyId = await readyStory('Arrivals at night');
  await owner.call('backlog.commit', { itemId: storyId, teamId: team.id });
  await owner.call('flag.create', { storyId, key: flagKey });
  await owner.call('segment.edit', { key: 'ourselves', included: ['olive'] });
  await owner.call('ladder.climb', { flagKey, rung: 'internal' });
  return storyId;
}

async function answer(member: TestMember, user: string): Promise<string> {
  const { variant, ruleTitle } = await member.call('flag.explain', {
    key: flagKey,
    environment: 'production',
    context: { user: { key: user } },
  });
  return `${variant} ${ruleTitle ?? ''}`.trim();
}

test('whoever opens the link says once who they are, has it for eight hours, and turns it off', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, road } = workspace;
    await onInternal(workspace);
    const mia = await join('member', 'Mia Member');
    const { tryLink, tryToken } = await owner.call('flag.tryIt', production);
    assert.match(tryToken, /^sl_try_/);
    assert.ok(!('secretHash' in tryLink));
    const opened = await mia.call('try.open', { tryToken });
    assert.deepEqual([opened.key, opened.email, opened.tryLink.flagKey], [null, 'mia.member@example.com', flagKey]);
    assert.match((await mia.refused('try.turnOn', { tryToken })).message, /Say first who you are in Production/);
    await mia.call('try.turnOn', { tryToken, key: 'mia' });
    assert.deepEqual([await answer(owner, 'mia'), await answer(owner, 'ben')], ['on Trying it', 'off']);
    assert.equal((await mia.call('try.open', { tryToken })).key, 'mia');
    assert.equal((await owner.call('try.open', { tryToken })).key, null, 'it is remembered for oneself alone');

    await mia.call('try.turnOff', production);
    assert.equal(await answer(owner, 'mia'), 'off');
    await mia.call('try.turnOn', { tryToken });
    assert.equal(await answer(owner, 'mia'), 'on Trying it');
    road.now = new Date(Date.parse(road.now) + 8 * hourMs).toISOString();
    assert.equal(await answer(owner, 'mia'), 'off');
    road.now = new Date(Date.parse(road.now) + 16 * hourMs).toISOString();
    assert.match((await mia.refused('try.open', { tryToken })).message, /This link ended at/);
  });
});

test('a link into production is made by the team’s members, opened by members only, and nobody else’s', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, team } = workspace;
    await onInternal(workspace);
    const { tryToken } = await owner.call('flag.tryIt', production);
    const stranger = await join('member', 'Sam Stranger');
    await owner.call('team.edit', { teamId: team.id, memberIds: [] });
    assert.match((await stranger.refused('flag.tryIt', production)).message, /Only members of Web climb in Production/);
    await stranger.call('flag.tryIt', { flagKey, environment: 'staging' });
    await stranger.call('try.turnOn', { tryToken, key: 'sam' });
    for (const member of [await join('viewer', 'Vera Viewer'), await join('suggester', 'Sue Suggester')]) {
      for (const [name, input] of [
        ['flag.tryIt', production],
        ['try.open', { tryToken }],
        ['try.turnOn', { tryToken, key: 'vera' }],
        ['try.turnOff', production],
        ['try.links', { flagKey }],
        ['finding.add', { itemId: 'STORY-1', text: 'It jumps', environment: 'production' }],
      ] as const)
        assert.equal((await member.refused(name, input)).code, 'not_allowed', name);
    }
    assert.equal((await owner.refused('flag.tryIt', { flagKey: 'none', environment: 'production' })).code, 'not_found');
    assert.equal((await owner.refused('flag.tryIt', { flagKey, environment: 'moon' })).code, 'not_found');
    for (const hours of [0, 25, 1.5])
      assert.equal((await owner.refused('try.turnOn', { tryToken, key: 'olive', hours })).code, 'invalid_input');
    for (const key of ['', 'a\nb', 'x'.repeat(201)])
      assert.equal((await owner.refused('try.turnOn', { tryToken, key })).code, 'invalid_input');
  });
});

test('a link of another workspace, or a made-up one, opens nothing', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, workspaceId } = workspace;
    await onInternal(workspace);
    const { tryToken } = await owner.call('flag.tryIt', production);
    assert.match((await owner.refused('try.open', { tryToken: `${tryToken}x` })).message, /opens nothing/);
    await sql`update "tryLink" set workspace_id = 'wsp_other' where workspace_id = ${workspaceId}`.execute(database.db);
    for (const name of ['try.open', 'try.turnOn'] as const)
      assert.equal((await owner.refused(name, { tryToken, ...(name === 'try.turnOn' && { key: 'o' }) })).code, 'not_found');
  });
});

test('a revoked link opens nothing and ends it for those who came by it, also where they undo that they turned it off', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join } = workspace;
    await onInternal(workspace);
    const [mia, ben] = [await join('member', 'Mia Member'), await join('member', 'Ben Member')];
    const { tryLink, tryToken } = await owner.call('flag.tryIt', production);
    await mia.call('try.turnOn', { tryToken, key: 'mia' });
    await ben.call('try.turnOn', { tryToken, key: 'ben' });
    const off = await mia.callSeq('try.turnOff', production);
    assert.deepEqual(
      (await ben.call('try.links', { flagKey })).items.map(({ id, by }) => [id, by]),
      [[tryLink.id, 'Olive Owner']],
    );
    assert.equal((await ben.call('try.revoke', { tryLinkId: tryLink.id })).ended, 1);
    assert.deepEqual([await answer(owner, 'mia'), await answer(owner, 'ben')], ['off', 'off']);
    assert.equal((await mia.refused('try.turnOn', { tryToken })).code, 'not_found');
    assert.equal((await mia.refused('try.revoke', { tryLinkId: tryLink.id })).code, 'not_found');
    assert.equal((await mia.refused('change.undo', { seq: off.seq })).code, 'changed_since');
    const again = await owner.call('flag.tryIt', production);
    await mia.call('try.turnOn', { tryToken: again.tryToken });
    const last = await mia.callSeq('try.turnOff', production);
    await owner.call('try.revoke', { tryLinkId: again.tryLink.id });
    assert.match((await mia.refused('change.undo', { seq: last.seq })).message, /This link opens nothing/);
  });
});

test('what a member of another team turned on and off for themselves they can take back', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, team } = workspace;
    await onInternal(workspace);
    const sam = await join('member', 'Sam Stranger');
    await owner.call('team.edit', { teamId: team.id, memberIds: [] });
    const { tryToken } = await owner.call('flag.tryIt', production);
    const on = await sam.callSeq('try.turnOn', { tryToken, key: 'sam' });
    const off = await sam.callSeq('try.turnOff', production);
    await sam.call('change.undo', { seq: off.seq });
    assert.equal(await answer(owner, 'sam'), 'on Trying it');
    await sam.call('change.undo', { seq: on.seq });
    assert.equal(await answer(owner, 'sam'), 'off');
    const { flag } = await owner.call('flag.get', { key: flagKey });
    assert.equal(flag.environments['production']?.version, 5, 'each of the four was a new version');
  });
});

test('secrets and keys never enter the log', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner } = workspace;
    await onInternal(workspace);
    const { tryToken } = await owner.call('flag.tryIt', production);
    await owner.call('try.turnOn', { tryToken, key: 'olive-in-the-shop' });
    const { rows } = await sql<{ entity: string }>`
      select distinct entity from change where entity in ('tryLink', 'tryKey') or value::text like '%sl_try_%'`.execute(
      database.db,
    );
    assert.deepEqual(rows, []);
  });
});

test('open findings hold the climb to beta until they are settled or somebody says why; polish holds nothing', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join } = workspace;
    const itemId = await onInternal(workspace);
    const mia = await join('member', 'Mia Member');
    const { criteria } = await owner.call('story.get', { itemId });
    const criterionId = criteria[0]?.id ?? '';
    await mia.call('criterion.verify', { criterionId, environment: 'production', verdict: 'passed' });
    const found = { itemId, environment: 'production' } as const;
    const finding = await mia.call('finding.add', { ...found, text: 'The list jumps' });
    await mia.call('finding.add', { ...found, kind: 'polish', text: 'The icon is dull', criterionId });
    const climb = { flagKey, rung: 'beta' as const, customers: ['acme'] };
    const held = await owner.refused('ladder.climb', climb);
    assert.match(held.message, /^Before customers see it: 1 finding is open\. Settle, or climb with a written reason\.$/);
    const overridden = await owner.callSeq('ladder.climb', { ...climb, override: { reason: 'Acme knows' } });
    assert.deepEqual((overridden.value as { lastMove: { overrode: string[] } }).lastMove.overrode, ['findings']);
    await owner.call('change.undo', { seq: overridden.seq });
    await owner.call('finding.settle', { findingId: finding.id });
    await owner.call('ladder.climb', climb);
    assert.match((await mia.refused('finding.add', { ...found, text: 'Late' })).message, /Customers see STORY-\d+ already/);
    await mia.call('finding.add', { ...found, kind: 'polish', text: 'Late' });
    assert.equal((await mia.refused('finding.add', { ...found, environment: 'moon', text: 'x' })).code, 'not_found');
    assert.equal((await mia.refused('finding.settle', { findingId: 'fnd_none' })).code, 'not_found');
    assert.equal((await mia.refused('finding.add', { ...found, text: ' ' })).code, 'invalid_input');
  });
});

test('where the product is opened is http or https, and goes again', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const edit = { environment: 'production' } as const;
    const edited = await owner.call('environment.edit', { ...edit, address: 'https://shop.example.com/' });
    assert.equal(edited.address, 'https://shop.example.com/');
    for (const address of ['javascript:alert(1)', 'ftp://example.com', 'shop.example.com', 'https://'])
      assert.equal((await owner.refused('environment.edit', { ...edit, address })).code, 'invalid_input', address);
    assert.equal((await owner.call('environment.edit', { ...edit, address: null })).address, null);
    const mia = await join('member', 'Mia Member');
    assert.equal((await mia.refused('environment.edit', { ...edit, address: 'https://a.example' })).code, 'not_allowed');
  });
});
