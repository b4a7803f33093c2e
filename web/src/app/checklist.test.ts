import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checked } from './checklist.ts';
import { renderMarkdown } from './render-markdown.ts';

interface Box {
  readonly at: number;
  readonly isChecked: boolean;
  readonly isDisabled: boolean;
  readonly name: string;
}

function boxesIn(text: string, mayCheck = true): readonly Box[] {
  return [...renderMarkdown(text, mayCheck).matchAll(/<input type="checkbox" data-at="(\d+)" aria-label="([^"]*)"([^>]*)>/g)].map(
    ([, at, name = '', rest = '']) => ({
      at: Number(at),
      isChecked: rest.includes('checked'),
      isDisabled: rest.includes('disabled'),
      name,
    }),
  );
}

const list =
  'Before\n\n- [ ] ask the guard\n- [x] read the log\n  1. [X] twice\n- [] no box\n- [y] none\n\n> * [ ] quoted & "said"';

test('boxes of lists are drawn, with what they stand for, and nothing else is', () => {
  assert.deepEqual(
    boxesIn(list).map(({ isChecked, name }) => [isChecked, name]),
    [
      [false, 'ask the guard'],
      [true, 'read the log'],
      [true, 'twice'],
      [false, 'quoted &amp; &quot;said&quot;'],
    ],
  );
  assert.deepEqual(boxesIn('[ ] no list\n\n`- [ ] code`\n\n    - [ ] code\n\n```\n- [ ] code\n```'), []);
  assert.ok(boxesIn(list, false).every(({ isDisabled }) => isDisabled));
  assert.ok(boxesIn(list).every(({ isDisabled }) => !isDisabled));
});

test('checking a box changes its sign and no other character', () => {
  for (const ending of ['\n', '\r\n']) {
    const text = list.replaceAll('\n', ending);
    for (const [index, { at, isChecked }] of boxesIn(text).entries()) {
      const next = checked(text, at, !isChecked) ?? '';
      assert.equal(next.length, text.length);
      const changed = [...next].flatMap((letter, place) => (letter === text[place] ? [] : [place]));
      assert.equal(changed.length, 1, 'one character');
      assert.deepEqual(
        boxesIn(next).map((one) => one.isChecked),
        boxesIn(text).map((one, other) => (other === index ? !one.isChecked : one.isChecked)),
      );
    }
  }
});

test('whatever is written, each box that is drawn can be checked and is then drawn so', () => {
  const piece = fc.constantFrom(
    '- ',
    '* ',
    '1. ',
    '[ ]',
    '[x]',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '> ',
    '  ',
    '\t',
    'a',
    '`',
    '**',
    '\u0000',
    '|',
    '[ ] b',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      for (const [index, { at, isChecked }] of boxesIn(text).entries()) {
        const next = checked(text, at, !isChecked);
        assert.notEqual(next, null, JSON.stringify(text));
        assert.equal(boxesIn(next ?? '')[index]?.isChecked, !isChecked, JSON.stringify(text));
      }
    }),
    { numRuns: 3_000 },
  );
});

test('a box that is not there any more is not checked', () => {
  assert.equal(checked('- [ ] a', 2, true), null);
  assert.equal(checked('- [a] b', 3, true), null);
  assert.equal(checked('', 3, true), null);
});
