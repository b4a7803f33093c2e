/** Flags, segments and the ladder through the road. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';

const key = 'pay-in-one-step';

test('a flag is made from a story, which has at most one, and its key is not used twice', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory, join } = await makeTestWorkspace(database);
    const storyId = await readyStory('Pay in one step');
    const flag = await owner.call('flag.create', { storyId, key });
    assert.deepEqual([flag.title, flag.storyIds, flag.rung], ['Pay in one step', [storyId], 'off']);
    assert.match(flag.salt, /^[0-9a-f]{24}$/);
    assert.equal((await owner.refused('flag.create', { storyId, key: 'second' })).code, 'conflict');
    assert.equal((await owner.refused('flag.create', { key })).code, 'conflict');
    assert.equal((await owner.refused('flag.create', { key: 'Not Kebab' })).code, 'invalid_input');
    const other = await readyStory('Another');
    assert.equal((await owner.call('flag.create', { title: 'Pay in one step' })).key, `${key}-2`);
    await owner.call('flag.link', { key, storyId: other });
    assert.deepEqual(
      (await owner.call('flag.list', { storyId: other })).items.map((one) => one.key),
      [key],
    );
    await owner.call('flag.unlink', { key, storyId: other });
    const viewer = await join('viewer', 'Vera Viewer');
    assert.equal((await viewer.refused('flag.kill', { key, environment: 'production' })).code, 'not_allowed');
  });
});

test('a move is one change of the feed with who, why and what was before, and undo takes it back', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    await owner.call('flag.create', { key });
    await owner.call('segment.edit', { key: 'ourselves', included: ['olive'] });
    const { seq } = await owner.callSeq('ladder.climb', { flagKey: key, rung: 'internal', reason: 'Looks right' });
    const [change] = (await owner.call('feed.read', { after: seq - 1 })).items;
    assert.deepEqual([change?.event, change?.by], ['flag.climbed', owner.id]);
    const { flag, sentence } = await owner.call('flag.get', { key });
    assert.deepEqual([flag.lastMove?.from, flag.lastMove?.to, flag.lastMove?.reason], ['off', 'internal', 'Looks right']);
    assert.equal(sentence, 'We ourselves see it in Production, and no customer does.');
    await owner.call('change.undo', { seq });
    assert.equal((await owner.call('flag.get', { key })).flag.rung, 'off');
  });
});

test('rules by hand show as custom, are refused where they name what is not there, and are explained', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    await owner.call('flag.create', { key });
    const rule = (when: object[]) => ({ id: 'gold', title: 'Gold plan', when, serve: { variant: 'on' } });
    const set = { key, environment: 'production', enabled: true };
    const gold = rule([{ attribute: 'customer.plan', op: 'in', values: ['gold'] }]);
    const flag = await owner.call('flag.setRules', { ...set, rules: [gold as never] });
    assert.equal(flag.rung, 'custom');
    const ask = (plan: string) =>
      owner.call('flag.explain', { key, environment: 'production', context: { customer: { key: 'c', plan } } });
    const got = await ask('gold');
    assert.deepEqual([got.value, got.reason, got.ruleTitle], [true, 'TARGETING_MATCH', 'Gold plan']);
    assert.deepEqual([(await ask('basic')).value, (await ask('basic')).reason], [false, 'DEFAULT']);
    const refusedWith = async (rules: object[]) => (await owner.refused('flag.setRules', { ...set, rules })).code;
    assert.equal(await refusedWith([rule([{ segment: 'nobody' }])]), 'conflict');
    assert.equal(await refusedWith([rule([{ flag: 'nothing', variants: ['on'] }])]), 'conflict');
    assert.equal(await refusedWith([rule([{ flag: key, variants: ['on'] }])]), 'conflict');
    assert.equal(await refusedWith([{ ...gold, serve: { variant: 'blue' } }]), 'conflict');
    assert.equal(await refusedWith([gold, gold]), 'conflict');
    assert.equal((await owner.refused('flag.setRules', { ...set, environment: 'moon' })).code, 'not_found');
    const back = await owner.call('ladder.stepDown', { flagKey: key, rung: 'off' });
    assert.equal(back.rung, 'off');
  });
});

test('a stale edit of rules is refused, by the flag’s key', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    await owner.call('flag.create', { key });
    const { seq } = await owner.call('flag.get', { key });
    const edit = { key, environment: 'staging', enabled: true };
    await owner.call('flag.setRules', edit, { ifMatch: seq });
    assert.equal((await owner.refused('flag.setRules', { ...edit, enabled: false }, { ifMatch: seq })).code, 'stale');
  });
});

test('a kill works for every member and whatever the rules, and a revert brings any earlier state back', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, team, readyStory } = await makeTestWorkspace(database);
    const storyId = await readyStory('Pay in one step');
    await owner.call('flag.create', { storyId, key });
    const held = await owner.refused('ladder.climb', { flagKey: key, rung: 'everyone' });
    assert.deepEqual([held.code, held.details?.['unverified']], ['not_ready', ['STORY-1 AC-1']]);
    const { criteria } = await owner.call('story.get', { itemId: storyId });
    const criterionId = criteria[0]?.id ?? '';
    await owner.call('criterion.verify', { criterionId, environment: 'production', verdict: 'passed' });
    const { seq } = await owner.callSeq('ladder.climb', { flagKey: key, rung: 'everyone' });
    const mia = await join('member', 'Mia Member');
    await owner.call('team.edit', { teamId: team.id, memberIds: [] });
    assert.equal((await mia.refused('ladder.climb', { flagKey: key, rung: 'permanent' })).code, 'not_allowed');
    await mia.call('flag.kill', { key, environment: 'production', reason: 'Errors' });
    const { sentence, flag } = await owner.call('flag.get', { key });
    assert.deepEqual([flag.rung, sentence], ['everyone', 'Everybody sees it. It is switched off in Production.']);
    assert.equal((await mia.refused('flag.revert', { key, seq })).code, 'not_allowed');
    const reverted = await owner.call('flag.revert', { key, seq, reason: 'Fixed' });
    assert.equal(reverted.environments['production']?.enabled, true);
    assert.equal(reverted.environments['production']?.version, 3);
    assert.equal((await owner.refused('flag.revert', { key, seq: 1 })).code, 'not_found');
  });
});

test('customers are switched off by any member and on again by those who release', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, team, readyStory } = await makeTestWorkspace(database);
    await owner.call('flag.create', { storyId: await readyStory('Pay in one step'), key });
    const override = { reason: 'Checked by hand' };
    await owner.call('ladder.climb', { flagKey: key, rung: 'everyone', override });
    const mia = await join('member', 'Mia Member');
    await owner.call('team.edit', { teamId: team.id, memberIds: [] });
    const flag = await mia.call('flag.exclude', { key, customers: ['acme'] });
    assert.equal(flag.rung, 'everyone');
    assert.equal((await mia.refused('flag.exclude', { key, customers: [] })).code, 'not_allowed');
    const context = { customer: { key: 'acme' } };
    const told = await owner.call('flag.explain', { key, environment: 'production', context });
    assert.deepEqual([told.value, told.ruleTitle], [false, 'Switched off for these customers']);
    await owner.call('flag.exclude', { key, customers: [] });
    assert.equal((await owner.call('flag.explain', { key, environment: 'production', context })).value, true);
    await owner.call('flag.copy', { key, from: 'production', to: 'staging' });
    assert.equal((await owner.refused('flag.copy', { key, from: 'staging', to: 'staging' })).code, 'conflict');
  });
});

test('a segment that a rule asks about is not removed', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    await owner.call('segment.create', { key: 'gold', name: 'Gold', included: ['acme'] });
    assert.equal((await owner.refused('segment.create', { key: 'gold', name: 'Gold' })).code, 'conflict');
    await owner.call('flag.create', { key });
    const rule = { id: 'r', title: '', when: [{ not: { segment: 'gold' } }], serve: { variant: 'on' } };
    await owner.call('flag.setRules', { key, environment: 'staging', rules: [rule] });
    assert.equal((await owner.refused('segment.remove', { key: 'gold' })).code, 'conflict');
    await owner.call('flag.setRules', { key, environment: 'staging', rules: [] });
    await owner.call('segment.remove', { key: 'gold' });
    assert.equal((await owner.refused('segment.edit', { key: 'gold', name: 'X' })).code, 'not_found');
    const pattern = [[{ attribute: 'a', op: 'matches' as const, values: ['('] }]];
    assert.equal((await owner.refused('segment.edit', { key: 'beta', rules: pattern })).code, 'conflict');
  });
});

test('a flag’s variants have its type, and archived flags are listed apart', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    await owner.call('flag.create', { key, type: 'string', variants: { on: 'x', off: 'y', third: 'z' } });
    assert.equal((await owner.refused('flag.edit', { key, variants: { on: true, off: 'y' } })).code, 'conflict');
    assert.equal((await owner.refused('flag.edit', { key, onVariant: 'off' })).code, 'conflict');
    assert.equal((await owner.refused('flag.edit', { key, onVariant: 'none' })).code, 'conflict');
    await owner.call('flag.edit', { key, onVariant: 'third', clientSide: true, kind: 'operational' });
    await owner.call('flag.archive', { key });
    assert.equal((await owner.refused('flag.archive', { key })).code, 'conflict');
    assert.deepEqual((await owner.call('flag.list', {})).items, []);
    assert.equal((await owner.call('flag.list', { archived: true })).items.length, 1);
    await owner.call('flag.archive', { key, archived: false });
    assert.equal((await owner.call('flag.list', { kind: 'operational', rung: 'off' })).items.length, 1);
  });
});
