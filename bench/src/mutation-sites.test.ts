import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutate, mutationsOf } from './mutation-sites.ts';

const source = `import type { A } from './a.ts';
// if (a < b) is no code
export function f(a: Map<string, number>, b: number): boolean {
  if (a.size >= b && b !== 0) return true; // a < b
  return text('a < b') === \`x && y\`;
}
`;

test('comparisons, conditions and branches are found in code, and nowhere else', () => {
  assert.deepEqual(
    mutationsOf('f.ts', source).map(({ from }) => from.trim()),
    ['!==', '>=', '&&', 'if (', '==='],
  );
});

test('each mutation changes the one place that it names', () => {
  const changed = mutationsOf('f.ts', source).map((mutation) => mutate(source, mutation));
  assert.equal(new Set(changed).size, 5);
  assert.ok(changed.some((text) => text.includes('if (false && a.size >= b && b !== 0)')));
  assert.throws(() => mutate(source, { file: 'f.ts', at: 3, from: ' < ', to: ' >= ' }), /there is no/);
});
