import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressIn, attachedMarkdown, checkboxIn, linked, toggled, wrapped } from './text-edits.ts';

const done = (text: string, { from, to, insert }: { from: number; to: number; insert: string }) =>
  text.slice(0, from) + insert + text.slice(to);

test('signs are put around a selection, and taken away by the same key', () => {
  const bold = wrapped('at night', 3, 8, '**');
  assert.equal(done('at night', bold), 'at **night**');
  assert.deepEqual([bold.anchor, bold.head], [5, 10]);
  const plain = wrapped('at **night**', bold.anchor, bold.head, '**');
  assert.equal(done('at **night**', plain), 'at night');
  assert.deepEqual([plain.anchor, plain.head], [3, 8]);
});

test('a line of a checklist is checked and unchecked, and any other line becomes one', () => {
  for (const [before, after] of [
    ['- [ ] rope', '- [x] rope'],
    ['  2. [X] rope', '  2. [ ] rope'],
    ['> - [x] rope', '> - [ ] rope'],
    ['- rope', '- [ ] rope'],
    ['  rope', '  - [ ] rope'],
    ['', '- [ ] '],
  ] as const)
    assert.equal(done(before, toggled(before, 0)), after);
  assert.equal(checkboxIn('a [ ] rope'), null);
});

test('a pasted address makes a link of words, and of nothing else', () => {
  assert.equal(addressIn(' https://harbour.test/a(b) '), 'https://harbour.test/a%28b%29');
  for (const pasted of ['javascript:alert(1)', 'data:text/html,x', 'https://a b', 'two words', '', 'https://'])
    assert.equal(addressIn(pasted), null, pasted);
  assert.equal(linked('the [big] chart', 'https://x.test'), '[the \\[big\\] chart](https://x.test)');
  for (const words of [' ', 'two\nlines', 'https://y.test']) assert.equal(linked(words, 'https://x.test'), null);
});

test('an attached file is put in by its name, a picture as itself', () => {
  assert.equal(attachedMarkdown('pi[er].png', 'image/png', 'att_1'), '![pi\\[er\\].png](/api/v1/files/att_1)');
  assert.equal(attachedMarkdown('logs.txt', 'text/plain', 'att_1'), '[logs.txt](/api/v1/files/att_1)');
});
