import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chainToZod, valueImports } from './check-carried.mjs';

test('only imports that stay in the running code are followed', () => {
  const source = `
    import { z } from 'zod';
    import type { Story } from './story.ts';
    import {
      sizes,
      type Size,
    } from './sizes.ts';
    import './polyfill.ts';
    export type { Idea } from '../idea/idea.ts';
    export { ranks } from '../rank.ts';
    // import { gone } from './gone.ts';
    const editor = () => import('./editor.ts');
  `;
  assert.deepEqual(valueImports(source), ['zod', './sizes.ts', './polyfill.ts', '../rank.ts', './editor.ts']);
});

test('the whole way to zod is shown, through another workspace and around a cycle', () => {
  const tree = {
    'web/src/story/guess.ts': `import { roles } from '@shortlist/domain/workspace/roles.ts';`,
    'domain/src/workspace/roles.ts': `import { ids } from '../ids.ts';\nimport { back } from './back.ts';`,
    'domain/src/workspace/back.ts': `import { roles } from './roles.ts';`,
    'domain/src/ids.ts': `import { z } from 'zod';`,
  };
  assert.deepEqual(
    chainToZod('web/src/story/guess.ts', (path) => tree[path] ?? null),
    ['web/src/story/guess.ts', 'domain/src/workspace/roles.ts', 'domain/src/ids.ts', 'zod'],
  );
});

test('a file that reaches schemas by types alone carries nothing', () => {
  const tree = {
    'domain/src/story/story-decide.ts': `import type { Story } from './story.ts';`,
    'domain/src/story/story.ts': `import { z } from 'zod';`,
  };
  assert.equal(
    chainToZod('domain/src/story/story-decide.ts', (path) => tree[path] ?? null),
    null,
  );
});
