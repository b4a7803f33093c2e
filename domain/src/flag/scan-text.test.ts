import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flagTypesFile } from './flag-types.ts';
import { GENERATED_MARK, scanText } from './scan-text.ts';

const keys = new Set(['new-checkout', 'new-search', 'search', 'dark_mode', 'eu.invoice-v2']);
const found = (line: string): string[] => scanText(line, { keys }).map(({ key, how }) => `${how} ${key}`);

test('a key is found in any language, and only where it stands alone', () => {
  for (const line of [
    `if (flags.isOn('new-checkout')) {`,
    `get_boolean_value("new-checkout", False)`,
    ':"new-checkout"',
    'flag: new-checkout',
    '<Feature name=`new-checkout`>',
    '# remove new-checkout.',
  ])
    assert.deepEqual(found(line), ['used new-checkout'], line);
  assert.deepEqual(found('new-checkout-page my-new-checkout new_checkout'), []);
  assert.deepEqual(found('client.enabled(:dark_mode, eu.invoice-v2)'), ['used dark_mode', 'used eu.invoice-v2']);
});

test('a key that is an ordinary word counts in quotes only', () => {
  assert.deepEqual(found('const search = query.search;'), []);
  assert.deepEqual(found("variant('search')"), ['used search']);
});

test('a beginning or an end that something is glued to is possible, and says for which keys', () => {
  const both = ['possible new-checkout', 'possible new-search'];
  for (const line of [
    `isOn('new-' + name)`,
    'isOn(`new-${name}`)',
    `"new-" . $name`,
    'f"new-{name}"',
    `'new-%s' % name`,
    '"new-#{name}"',
    `"new-" & name`,
  ])
    assert.deepEqual(found(line), both, line);
  assert.deepEqual(found("prefix + '-checkout'"), ['possible new-checkout']);
  assert.deepEqual(found('`${kind}-search`'), ['possible new-search']);
  for (const line of [`'new-'`, `'x-' + name`, `'n' + name`, `'new' + name`]) assert.deepEqual(found(line), [], line);
});

test('a call that asks for a key which does not exist is named', () => {
  assert.deepEqual(found(`client.getBooleanValue('old-checkout', false)`), ['unknown old-checkout']);
  assert.deepEqual(found(`const on = useFlag("gone"); get_string_value('also_gone', '')`), ['unknown gone', 'unknown also_gone']);
  assert.deepEqual(found(`isOn('search')`), ['used search']);
});

test('lines are counted, long ones and generated files passed over', () => {
  assert.deepEqual(scanText(`a\r\n"new-search"\n\n'new-search' new-checkout`, { keys }), [
    { key: 'new-search', line: 2, how: 'used' },
    { key: 'new-search', line: 4, how: 'used' },
    { key: 'new-checkout', line: 4, how: 'used' },
  ]);
  assert.deepEqual(found(`"new-search"${' '.repeat(6_000)}`), []);
  const types = flagTypesFile([
    { key: 'new-search', type: 'string', title: 'Search */ better', variants: { a: 'fast', b: 'slow' } },
    { key: 'dark_mode', type: 'boolean', title: 'Dark', variants: {} },
  ]);
  assert.ok(
    types.includes(GENERATED_MARK) &&
      types.includes('readonly "new-search": "fast" | "slow";') &&
      types.indexOf('dark_mode') < types.indexOf('new-search'),
  );
  assert.deepEqual(scanText(types, { keys }), []);
});
