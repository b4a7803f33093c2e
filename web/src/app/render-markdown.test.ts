import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachedPicture } from './attached-picture.ts';
import { renderMarkdown } from './render-markdown.ts';

/** A twentieth of the cases by default, all of them under soak. */
const isSoak = process.env['SHORTLIST_SOAK'] === '1';
const cases = isSoak ? 100_000 : 5_000;
/** Characters of a text that repeats one piece: as many as a text may have, under soak. */
const length = isSoak ? 100_000 : 10_000;

const elements = new Set(
  'p a img em strong s code pre blockquote ul ol li h1 h2 h3 h4 h5 h6 hr br table thead tbody tr th td input'.split(' '),
);
const attributes = new Set([
  'href',
  'title',
  'target',
  'rel',
  'src',
  'alt',
  'loading',
  'class',
  'start',
  'style',
  'type',
  'checked',
  'disabled',
  'data-at',
  'aria-label',
]);

/** What is wrong with HTML that is to be shown; null where nothing is. */
function faultIn(html: string): string | null {
  const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*) ?\/?>/g;
  if (/[<>]/.test(html.replaceAll(tag, ''))) return 'a sign that begins or ends a tag stands outside of tags';
  for (const [, , element = '', written = ''] of html.matchAll(tag)) {
    if (!elements.has(element)) return `the element ${element}`;
    for (const [, name = '', value = ''] of written.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      if (!attributes.has(name)) return `the attribute ${name}`;
      if (name === 'type' && (element !== 'input' || value !== 'checkbox')) return `an input of type ${value}`;
      if (name === 'src' && !attachedPicture.test(value)) return `a picture from ${value}`;
      if (name === 'style' && !/^text-align:(left|right|center)$/.test(value)) return `the style ${value}`;
      // As a browser reads it: entities resolved, blanks and control characters left out.
      const address = value.replaceAll(/&#?\w+;?/g, '').replaceAll(/[\u0000- ]/g, '');
      if (name === 'href' && !/^(https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(address)) return `a link to ${value}`;
    }
  }
  return null;
}

test('the check itself finds what must not be shown', () => {
  for (const html of [
    '<script>',
    '<p onclick="a()">',
    '<a href="javascript:a()">',
    '<a href="data:text/html,a">',
    '<img src="https://x.test/a.png">',
    '<p style="background:url(//x)">',
    'a < b',
  ])
    assert.notEqual(faultIn(html), null, html);
});

test('HTML is shown as typed, and addresses that run or carry their content are no links', () => {
  assert.equal(renderMarkdown('<b onclick=a()>x</b>'), '<p>&lt;b onclick=a()&gt;x&lt;/b&gt;</p>\n');
  for (const address of [
    'javascript:a()',
    'JaVaScRiPt:a()',
    'data:image/png;base64,AAAA',
    'vbscript:a',
    'file:///etc/passwd',
    'blob:x',
    '&#106;avascript:a()',
  ])
    assert.doesNotMatch(renderMarkdown(`[a](${address}) <${address}>`), /<a /, address);
  assert.match(
    renderMarkdown('[a](/item/STORY-1) [b](#ac) [c](mailto:a@b.test)'),
    /href="\/item\/STORY-1".*href="#ac".*href="mailto:a@b.test"/,
  );
});

test('a picture from elsewhere is a link, one that is attached here is shown', () => {
  assert.doesNotMatch(renderMarkdown('![a](https://x.test/a.png)'), /<img/);
  assert.match(renderMarkdown(`![a](/api/v1/files/att_${'0'.repeat(26)})`), /<img src="\/api\/v1\/files\/att_0+" alt="a"/);
});

test('whatever is written, nothing that is shown runs or is fetched from elsewhere', { timeout: 1_200_000 }, () => {
  for (let seed = 1; seed <= cases; seed += 1) {
    const text = hostileText(randomOf(seed));
    const fault = faultIn(renderMarkdown(text));
    assert.equal(fault, null, `seed ${seed}: ${fault} of ${JSON.stringify(text)}`);
  }
});

// A renderer whose work grew with the square of these would not end within the time.
test('signs that open and never close, as many as a text may have, are dealt with', { timeout: 300_000 }, () => {
  for (const piece of [
    '[',
    '![',
    '[a](',
    '*a ',
    '_a*',
    '**a *',
    '> ',
    '<',
    '&',
    '- ',
    '|',
    '~~a',
    '\\',
    '# ',
    ']( ',
    'http://',
    'www.',
    '@',
    'a.',
    '`',
    '<a:',
    '[a]: /x\n',
    '(',
  ]) {
    assert.equal(faultIn(renderMarkdown(piece.repeat(length / piece.length))), null, piece);
    assert.equal(faultIn(renderMarkdown(`[a](${piece.repeat(length / piece.length)}`)), null, piece);
  }
});

const pieces = [
  '<script>',
  '</script>',
  '<img src=x onerror=a()>',
  '<svg/onload=a()>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<a href="',
  '">',
  "'",
  '"',
  '<',
  '>',
  '&',
  '&lt;',
  '&#60;',
  '&#x3c;',
  '&quot;',

  'javascript:',
  'java\tscript:',
  '&#106;avascript:',
  '\u0001javascript:',
  'data:text/html,',
  'data:image/svg+xml,',
  'vbscript:',
  'file://',
  'blob:',
  '//x.test',
  'https://x.test/a.png',
  'mailto:a@b.c',
  '/api/v1/files/att_',
  '[',
  ']',
  '](',
  ')',
  '![',
  '[a]: ',
  '[a]',
  '[^1]',
  '[^1]: ',
  '<https://x.test',
  '(',
  ' "title"',

  '\n',
  '\n\n',
  '\r\n',
  '    ',
  '\t',
  '> ',
  '- ',
  '1. ',
  '- [ ] ',
  '# ',
  '---\n',
  '```',
  '```js onclick\n',
  '~~~',
  '`',
  '| a | b |\n| :-: | - |\n',
  '|',
  '\\',
  '\\<',
  '*',
  '**',
  '_',
  '~~',
  'a',
  'Ünïcode',
  '\u0000',
  '\u202e',
  '\ud800',
  '\u2028',
  '\ufeff',
  '0'.repeat(26),
  'x'.repeat(80),
];

function hostileText(random: (below: number) => number): string {
  const parts = Array.from({ length: 1 + random(40) }, () => pieces[random(pieces.length)] ?? '');
  // Now and then something is nested deeply.
  if (random(20) === 0) parts.splice(random(parts.length), 0, (pieces[random(pieces.length)] ?? '').repeat(200));
  return parts.join(random(3) === 0 ? ' ' : '');
}

/** A small generator of Lehmer's kind (modulus 2³¹ − 1, multiplier 48271): the same numbers for a seed everywhere. */
function randomOf(seed: number): (below: number) => number {
  let state = seed * 7_919;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
