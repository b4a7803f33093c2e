import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, noon, parsed } from '../decision-examples.ts';
import { deriveId } from '../derive-id.ts';
import { FlagDefinition } from '../flag/flag-definition.ts';
import { operations } from '../operations.ts';
import { roles, type Role } from '../workspace/roles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { setFeature } from './feature-decide.ts';
import { audiences, featureKeys, type Audience } from './feature-words.ts';
import { featureOf, features } from './features.ts';
import { featureFlag, isFeatureOn, whyOff } from './is-feature-on.ts';

const workspace: Workspace = {
  id: deriveId('01900000-0000-7000-8000-000000000001', 'workspace', 0),
  name: 'Harbour',
  createdAt: noon,
  features: null,
};

const has: Readonly<Record<Audience, readonly Role[]>> = {
  off: [],
  ourselves: ['owner', 'admin'],
  everyone: roles,
};

test('each feature is on for the roles of its audience, and for no other', () => {
  for (const key of featureKeys) {
    for (const audience of audiences) {
      const on = roles.filter((role) => isFeatureOn(key, { features: { [key]: audience } }, role));
      assert.deepEqual(on, has[audience], `${key} for ${audience}`);
    }
  }
});

test('everyone has what nobody chose about, also where something else was chosen', () => {
  for (const role of roles) {
    assert.ok(isFeatureOn('story-splitting', workspace, role));
    assert.ok(isFeatureOn('story-splitting', { features: { 'comment-reactions': 'off' } }, role));
  }
});

test('the flags are such as a product could have', () => {
  for (const key of featureKeys) {
    for (const audience of audiences) {
      const flag = featureFlag(key, audience);
      assert.deepEqual(FlagDefinition.parse(flag), flag);
    }
  }
});

test('who does not have a feature is told by whom it can be switched on', () => {
  const why = (audience: Audience, role: Role) => whyOff('story-splitting', { features: { 'story-splitting': audience } }, role);
  assert.equal(
    why('off', 'owner')?.message,
    'Splitting stories is switched off here. An owner or admin can switch it on in Settings → Features.',
  );
  assert.equal(
    why('ourselves', 'member')?.message,
    'Splitting stories is on for owners and admins only. One of them can switch it on for everyone in Settings → Features.',
  );
  assert.equal(why('ourselves', 'admin'), null);
  assert.equal(why('everyone', 'viewer'), null);
});

test('an operation belongs to one feature at most, and never one that ends what the feature began', () => {
  const belonging = features.flatMap((feature) => feature.operations);
  assert.deepEqual(belonging, [...new Set(belonging)]);
  for (const name of belonging) assert.ok(Object.hasOwn(operations, name), name);
  for (const name of ['try.turnOff', 'try.revoke', 'change.undo', 'flag.export', 'workspace.setFeature'] as const)
    assert.equal(featureOf(name), null, name);
  assert.equal(featureOf('story.split')?.key, 'story-splitting');
});

test('a choice leaves the others and the rest of the workspace as they were', () => {
  const first = accepted(
    setFeature({ workspace }, parsed('workspace.setFeature', { feature: 'story-splitting', audience: 'off' })),
  );
  assert.deepEqual(first.value, { ...workspace, features: { 'story-splitting': 'off' } });
  assert.deepEqual(
    first.changes.map(({ event, entity, value }) => [event, entity, value]),
    [['workspace.feature_set', 'workspace', first.value]],
  );
  const input = parsed('workspace.setFeature', { feature: 'trying-features', audience: 'ourselves' });
  const second = accepted(setFeature({ workspace: first.value }, input));
  assert.deepEqual(second.value.features, { 'story-splitting': 'off', 'trying-features': 'ourselves' });
});
