import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftsOf, readVariants } from './variants-draft.ts';

const read = (type: 'boolean' | 'string' | 'number' | 'object', ...texts: readonly string[]) =>
  readVariants(
    texts.map((text, id) => ({ id, name: `v${id}`, text })),
    type,
  );

test('each type is read from what is typed, and written back as it was', () => {
  assert.deepEqual(read('boolean', 'true', ' false ').variants, { v0: true, v1: false });
  assert.deepEqual(read('number', '1,5', '-2').variants, { v0: 1.5, v1: -2 });
  assert.deepEqual(read('string', 'Hello', '').variants, { v0: 'Hello', v1: '' });
  const variants = { wide: { columns: 3 }, slim: { columns: 1 } };
  assert.deepEqual(readVariants(draftsOf({ type: 'object', variants }), 'object'), { variants, problems: [] });
});

test('what does not fit is said in words, with its place in JSON', () => {
  assert.deepEqual(read('boolean', 'yes', 'false').problems, ['v0: write true or false.']);
  assert.deepEqual(read('number', '1', 'many').problems, ['v1: write a number.']);
  assert.match(read('object', '{"a": 1,', '{}').problems[0] ?? '', /^v0: line 1, column 9: not JSON/);
  assert.deepEqual(read('object', '[1] [2]', '{}').problems, ['v0: write one JSON object, such as {"columns": 3}.']);
  assert.deepEqual(readVariants([{ id: 0, name: '', text: 'a' }], 'string').problems, [
    'Every variant needs a name.',
    'A flag needs at least two variants.',
  ]);
  const twice = [0, 1].map((id) => ({ id, name: 'on', text: 'a' }));
  assert.deepEqual(readVariants(twice, 'string').problems, ['Two variants are called on.']);
});
