/** Reads the JSON values of a text, one after the other, and says by line and column where a broken one is broken. */

/** Deeper than any tracker nests, shallow enough that a file of brackets cannot exhaust the memory. */
const maxDepth = 64;

export type JsonValues =
  | { readonly ok: true; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly problem: string };

/** Accepts one value, several in a row (`[…][…]`) and one a line; `text` has no byte order mark. Linear in its length. */
export function jsonValues(text: string): JsonValues {
  const values: unknown[] = [];
  let at = afterSpace(text, 0);
  while (at < text.length) {
    const scanned = scanValue(text, at);
    if (!scanned.ok) return { ok: false, problem: describeFault(text, scanned.at, scanned.what) };
    values.push(JSON.parse(text.slice(at, scanned.end)));
    at = afterSpace(text, scanned.end);
  }
  return { ok: true, values };
}

type Scanned = { readonly ok: true; readonly end: number } | { readonly ok: false; readonly at: number; readonly what: string };
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end';

function scanValue(text: string, start: number): Scanned {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = start;
  for (;;) {
    at = afterSpace(text, at);
    if (at >= text.length) return { ok: false, at, what: 'the file ends in the middle' };
    const char = text.charAt(at);
    const inside = open.at(-1);
    if (expected === ':') {
      if (char !== ':') return { ok: false, at, what: 'a colon is missing' };
      at += 1;
      expected = 'value';
      continue;
    }
    if (expected === ', or end' && char === ',') {
      at += 1;
      expected = inside === '{' ? 'name' : 'value';
      continue;
    }
    const mayEnd = expected === ', or end' || expected === 'value or ]' || expected === 'name or }';
    if (mayEnd && ((inside === '{' && char === '}') || (inside === '[' && char === ']'))) {
      open.pop();
      at += 1;
    } else if (expected === ', or end') {
      return { ok: false, at, what: `a comma or ${inside === '{' ? '}' : ']'} is missing` };
    } else if (expected === 'name' || expected === 'name or }') {
      if (char !== '"') return { ok: false, at, what: 'a name in double quotes is missing' };
      const string = scanString(text, at);
      if (!string.ok) return string;
      at = string.end;
      expected = ':';
      continue;
    } else if (char === '{' || char === '[') {
      if (open.length === maxDepth) return { ok: false, at, what: `nested deeper than ${maxDepth} levels` };
      open.push(char);
      at += 1;
      expected = char === '{' ? 'name or }' : 'value or ]';
      continue;
    } else {
      const scalar = char === '"' ? scanString(text, at) : scanLiteral(text, at);
      if (!scalar.ok) return scalar;
      at = scalar.end;
    }
    if (open.length === 0) return { ok: true, end: at };
    expected = ', or end';
  }
}

function scanString(text: string, start: number): Scanned {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { ok: true, end: at + 1 };
    if (code < 0x20) return { ok: false, at, what: 'a text may not go over the end of the line' };
    if (code !== 0x5c) continue;
    const escaped = text.charAt(at + 1);
    if (escaped === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) return { ok: false, at, what: 'a broken \\u escape' };
      at += 5;
    } else if (escaped !== '' && '"\\/bfnrt'.includes(escaped)) {
      at += 1;
    } else {
      return { ok: false, at, what: 'an unknown escape' };
    }
  }
  return { ok: false, at: text.length, what: 'the file ends in the middle of a text' };
}

function scanLiteral(text: string, start: number): Scanned {
  const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  literal.lastIndex = start;
  if (!literal.test(text)) return { ok: false, at: start, what: 'no JSON value' };
  // `truefalse` and `01` are not two values in a row.
  if (/[\w.+-]/.test(text.charAt(literal.lastIndex))) return { ok: false, at: start, what: 'no JSON value' };
  return { ok: true, end: literal.lastIndex };
}

function afterSpace(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return at;
}

function describeFault(text: string, at: number, what: string): string {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  let line = 1;
  for (let found = text.indexOf('\n'); found !== -1 && found < lineStart; found = text.indexOf('\n', found + 1)) line += 1;
  const excerpt = text
    .slice(Math.max(lineStart, at - 40), at + 20)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .trim();
  const near = excerpt === '' ? '' : `, near ${excerpt}`;
  return `line ${line}, column ${at - lineStart + 1}: not JSON: ${what}${near}`;
}
