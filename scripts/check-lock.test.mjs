import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lockFaults } from './check-lock.mjs';

const aLock = (packages) => ({ lockfileVersion: 3, packages: { '': {}, ...packages } });
const aTool = { version: '1.0.0', optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/win32-x64': '1.0.0' } };

test('a platform package that is missing from the lock file is named, with the package that wants it', () => {
  const faults = lockFaults(aLock({ 'node_modules/tool': aTool, 'node_modules/@tool/linux-x64': {} }));
  assert.deepEqual(faults, ['@tool/win32-x64, an optional package of tool, is missing from the lock file.']);
});

test('platform packages are found beside the package, above it, and below a workspace', () => {
  const faults = lockFaults(
    aLock({
      web: { optionalDependencies: { own: '1.0.0', shared: '1.0.0' } },
      'web/node_modules/own': {},
      'node_modules/shared': {},
      'node_modules/@scope/outer': {},
      'node_modules/@scope/outer/node_modules/tool': aTool,
      'node_modules/@scope/outer/node_modules/@tool/linux-x64': {},
      'node_modules/@tool/win32-x64': {},
    }),
  );
  assert.deepEqual(faults, []);
});

test('a platform package that only another package holds does not count', () => {
  const faults = lockFaults(
    aLock({
      'node_modules/tool': { optionalDependencies: { '@tool/linux-x64': '1.0.0' } },
      'node_modules/other/node_modules/@tool/linux-x64': {},
    }),
  );
  assert.equal(faults.length, 1);
});

test('an address of a registry in the lock file is refused; the links to workspaces are not', () => {
  const faults = lockFaults(
    aLock({
      'node_modules/@shortlist/web': { resolved: 'web', link: true },
      'node_modules/tool': { resolved: 'https://registry.example/tool/-/tool-1.0.0.tgz' },
    }),
  );
  assert.deepEqual(faults, ['tool is locked to an address: registry.example.']);
});

test("the repository's own lock file is whole", () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'));
  assert.ok(Object.values(lock.packages).filter((entry) => entry.optionalDependencies !== undefined).length > 5);
  assert.deepEqual(lockFaults(lock), []);
});
