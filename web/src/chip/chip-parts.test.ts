import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import fc from 'fast-check';
import { chipParts, mayNameSomething } from './chip-parts.ts';

// Ids are branded; these stand for some.
const members = [
  { id: 'mem_1', name: 'Ann' },
  { id: 'mem_2', name: 'Ann Lee' },
] as unknown as readonly EntityOf<'member'>[];
const keys = new Set(['new-checkout', 'x1']);
const named = (text: string) =>
  chipParts(text, members, keys).flatMap(({ text: typed, chip }) =>
    chip === null ? [] : [`${typed} ${'handle' in chip ? chip.handle : 'key' in chip ? chip.key : chip.id}`],
  );

test('handles are named with and without a sign before them, keys of flags only with it, members by their whole name', () => {
  assert.deepEqual(named('See #STORY-34, TASK-1 and IDEA-7.'), ['#STORY-34 STORY-34', 'TASK-1 TASK-1', 'IDEA-7 IDEA-7']);
  assert.deepEqual(named('#new-checkout is on, new-checkout is a word, (#x1)'), ['#new-checkout new-checkout', '#x1 x1']);
  assert.deepEqual(named('@Ann Lee and @ann, not @Anna'), ['@Ann Lee mem_2', '@ann mem_1']);
});

test('what only looks like a handle, or is a part of something else, is text', () => {
  for (const text of [
    'story-34',
    'STORY-0',
    'STORY-1234567890',
    'MYSTORY-3',
    'STORY-3a',
    'STORY-3-4',
    'https://x.test/STORY-3',
    '#unknown-flag',
    '# heading',
    'a@Ann',
    'C#x1',
  ])
    assert.deepEqual(named(text), [], text);
});

test('joined, the parts are the text again, and what names nothing need not be looked at', () => {
  const piece = fc.oneof(fc.constantFrom('#STORY-3', 'TASK-12', '@Ann Lee', '#x1', 'IDEA-', '@', '#', ' ', 'İ'), fc.string());
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const parts = chipParts(text, members, keys);
      assert.equal(parts.map((part) => part.text).join(''), text);
      if (!mayNameSomething(text)) assert.ok(parts.every(({ chip }) => chip === null));
    }),
  );
});
