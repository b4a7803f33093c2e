/** Flags come over from flagd and Unleash, once, and go out to flagd. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';

const flagd = JSON.stringify({
  flags: {
    banner: {
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: 'off',
      targeting: { if: [{ ends_with: [{ var: 'email' }, '@acme.example'] }, 'on', null] },
    },
    single: { state: 'ENABLED', variants: { on: true }, defaultVariant: 'on' },
  },
});
const unleash = JSON.stringify({
  features: [{ name: 'night-mode', type: 'release', enabled: true, strategies: [{ name: 'default' }] }],
  segments: [{ id: 1, name: 'Gold', constraints: [{ contextName: 'plan', operator: 'IN', values: ['gold'] }] }],
});

test('a preview does nothing, an import does all of it, a second one nothing, and what comes out answers the same', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const input = { format: 'flagd' as const, environment: 'production', file: flagd };
    const counts = { created: 1, changed: 0, unchanged: 0, left: 1 };
    assert.deepEqual((await owner.call('flag.previewImport', input)).counts, counts);
    assert.deepEqual((await owner.call('flag.list', {})).items, []);
    const report = await owner.call('flag.import', input);
    assert.deepEqual(report.counts, counts);
    assert.match(report.flags.find(({ key }) => key === 'single')?.why ?? '', /one variant/);
    assert.deepEqual((await owner.call('flag.import', input)).counts, { created: 0, changed: 0, unchanged: 1, left: 1 });
    const who = { key: 'banner', environment: 'production', context: { email: 'mia@acme.example' } };
    assert.equal((await owner.call('flag.explain', who)).value, true);

    const out = await owner.call('flag.export', { environment: 'production' });
    assert.deepEqual(Object.keys(out.definitions['flags'] as object), ['banner']);
    await owner.call('flag.import', { ...input, environment: 'staging', file: JSON.stringify(out.definitions) });
    assert.equal((await owner.call('flag.explain', { ...who, environment: 'staging' })).value, true);
  });
});

test('Unleash’s features and segments come over, and what is wrong is refused in words', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const input = { format: 'unleash' as const, environment: 'production', file: unleash };
    const report = await owner.call('flag.import', input);
    assert.deepEqual(
      [...report.flags, ...report.segments].map(({ key, outcome }) => [key, outcome]),
      [
        ['night-mode', 'created'],
        ['gold', 'created'],
      ],
    );
    const again = await owner.call('flag.import', input);
    assert.deepEqual([again.counts.unchanged, again.segments[0]?.outcome], [1, 'unchanged']);
    assert.match((await owner.refused('flag.import', { ...input, file: '{' })).message, /not JSON/);
    assert.equal((await owner.refused('flag.import', { ...input, environment: 'mars' })).code, 'not_found');
    assert.equal((await owner.refused('flag.export', { environment: 'mars' })).code, 'not_found');
    const viewer = await join('viewer', 'Vera Viewer');
    assert.equal((await viewer.refused('flag.previewImport', input)).code, 'not_allowed');
  });
});
