import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareVersions, versionOf } from './semver.ts';

const order = (a: string, b: string): number => {
  const [x, y] = [versionOf(a), versionOf(b)];
  assert.ok(x !== null && y !== null, `${a} and ${b}`);
  return Math.sign(compareVersions(x, y));
};

test('versions are ordered as the specification orders its own examples', () => {
  const ascending = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '2.0.0',
    '2.1.0',
    '2.1.1',
    '10.0.0',
  ];
  ascending.forEach((a, i) => ascending.forEach((b, j) => assert.equal(order(a, b), Math.sign(i - j), `${a} and ${b}`)));
});

test('build metadata never orders, and what people leave out counts as 0', () => {
  for (const [a, b] of [
    ['1.0.0+a', '1.0.0+b'],
    ['v1.2', '1.2.0'],
    ['V3', '3.0.0'],
    ['1.0.0-01', '1.0.0-1'],
  ])
    assert.equal(order(a ?? '', b ?? ''), 0);
  assert.deepEqual(versionOf(1.2)?.numbers, [1, 2, 0]);
});

test('what is no version is none', () => {
  for (const text of ['', 'x', '1.2.3.4', '1.0.0-', '1.0.0-a..b', ' 1', '-1', '1'.repeat(16), true, null, {}])
    assert.equal(versionOf(text), null);
});
