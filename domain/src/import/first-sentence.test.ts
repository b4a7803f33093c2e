import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstSentence } from './first-sentence.ts';

const of = (...lines: readonly string[]) => firstSentence(lines.join('\n'), 280);

test('the first sentence is taken, without its markup', () => {
  assert.equal(
    of('The **lid** of the `blue` [kettle](https://a.example/b) _sticks_. It did not before.'),
    'The lid of the blue kettle sticks.',
  );
  assert.equal(of('Lines that', 'belong together! And more'), 'Lines that belong together!');
  assert.equal(
    of('The max_heat_level of kettle_v2 is *not* shown &amp; kept'),
    'The max_heat_level of kettle_v2 is not shown & kept',
  );
});

test('of an address within a sentence the host stays', () => {
  assert.equal(of('As https://www.a.example/b?c=d, it boils. See <https://b.example:80/x>.'), 'As a.example, it boils.');
  assert.equal(of('Look at <https://b.example:80/x>. Often'), 'Look at b.example.');
});

test('the scaffolding of issue templates is passed over', () => {
  assert.equal(
    of(
      '<!-- Please search first.',
      'Thank you -->',
      '### Describe the bug',
      '',
      '**Version**',
      'Steps to reproduce:',
      'Kettle',
      '======',
      '- [x] I have searched the existing issues',
      '_No response_',
      '> quoted words of somebody',
      '![picture of a kettle](https://a.example/kettle.png)',
      'https://a.example/recording',
      '| a | b |',
      '```sh',
      'boil --all',
      '```',
      '    indented code',
      '<details>',
      '1. It boils over.',
    ),
    'It boils over.',
  );
});

test('a body of code, headings and pictures has no sentence', () => {
  assert.equal(of('# Kettle', '~~~', 'It boils', '```', 'still code', '~~~'), null);
  assert.equal(of('![a kettle](x.png)', '', '---', '42'), null);
  assert.equal(of(''), null);
});

test('abbreviations and greetings do not end a sentence', () => {
  assert.equal(of('Hi all! Some parts, e.g. The lid, are hot. Others not.'), 'Hi all! Some parts, e.g. The lid, are hot.');
  assert.equal(of('It loses approx. 3 cups a day. Every day.'), 'It loses approx. 3 cups a day.');
  assert.equal(of('お湯が沸きません。毎朝です。'), 'お湯が沸きません。');
});

test('a long sentence is cut at a word', () => {
  assert.equal(firstSentence('one two three four', 12), 'one two…');
  assert.equal(firstSentence('onetwothreefour', 8), 'onetwot…');
});

test('whatever a body holds, the answer is one short line', () => {
  const markdown = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        '`',
        '```\n',
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '!',
        '<',
        '>',
        '<!--',
        '-->',
        '\n',
        '\n\n',
        '# ',
        '- ',
        '. ',
        'word',
        ' ',
        '|',
        'https://',
        '\u0000',
        '😀',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    maxLength: 300,
  });
  fc.assert(
    fc.property(markdown, (text) => {
      const sentence = firstSentence(text, 50);
      assert.ok(sentence === null || (sentence.length <= 50 && sentence !== '' && !/[\p{Cc}\u2028]/u.test(sentence)));
    }),
    { numRuns: 5_000 },
  );
});

test('a hostile body is answered: marks that are never closed', () => {
  for (const mark of ['*', '_', '[', '![', '<a', '`', '~~', '**a', '\\', '- ', 'https://', 'a. ', '[](', '<!--']) {
    const sentence = firstSentence(mark.repeat(50_000), 280);
    assert.ok(sentence === null || sentence.length <= 280);
  }
});
