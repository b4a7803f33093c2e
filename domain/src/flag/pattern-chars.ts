/** What one character of a pattern may be: classes, escapes and brackets. */

/** Ranges of code points, lowest and highest in turn. */
export type CharClass = { readonly ranges: readonly number[]; readonly negated: boolean; readonly fold: boolean };

/** What is wrong with a pattern, as the end of a sentence. */
export class PatternError extends Error {}

/** How letters, line ends and the dot are read just here. */
export type Flags = { readonly fold: boolean; readonly multiline: boolean; readonly dotAll: boolean };

/** A pattern’s code points, and how far they are read. */
export type Reader = { readonly chars: readonly string[]; at: number };

const digit = [48, 57];
const word = [48, 57, 65, 90, 95, 95, 97, 122];
const space = [9, 13, 32, 32, 0xa0, 0xa0, 0x2028, 0x2029, 0xfeff, 0xfeff];
const shorthands: Readonly<Record<string, readonly number[]>> = { d: digit, w: word, s: space };
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, a: 7 };
const posix: Readonly<Record<string, readonly number[]>> = {
  alpha: [65, 90, 97, 122],
  digit,
  alnum: [48, 57, 65, 90, 97, 122],
  upper: [65, 90],
  lower: [97, 122],
  space: [9, 13, 32, 32],
  punct: [33, 47, 58, 64, 91, 96, 123, 126],
  xdigit: [48, 57, 65, 70, 97, 102],
  word,
};

/** What stands after a backslash, in a bracket or outside. */
export function escapedClass(reader: Reader): { ranges: readonly number[]; negated: boolean } {
  const char = reader.chars[reader.at];
  if (char === undefined) throw new PatternError('ends with a backslash');
  reader.at += 1;
  const shorthand = Object.hasOwn(shorthands, char.toLowerCase()) ? shorthands[char.toLowerCase()] : undefined;
  if (shorthand !== undefined) return { ranges: shorthand, negated: char !== char.toLowerCase() };
  const control = Object.hasOwn(controls, char) ? controls[char] : undefined;
  if (control !== undefined) return { ranges: [control, control], negated: false };
  const hex = char === 'x' ? /^[0-9a-fA-F]{2}/ : char === 'u' ? /^[0-9a-fA-F]{4}/ : null;
  if (hex !== null) {
    const digits = hex.exec(reader.chars.slice(reader.at, reader.at + 4).join(''))?.[0];
    if (digits === undefined) throw new PatternError(`has \\${char} without its digits`);
    reader.at += digits.length;
    const code = Number.parseInt(digits, 16);
    return { ranges: [code, code], negated: false };
  }
  if (/[0-9]/.test(char)) throw new PatternError('refers back to a group, which cannot be answered in linear time');
  if (/[A-Za-z]/.test(char)) throw new PatternError(`has \\${char}, which has no meaning here`);
  const code = char.codePointAt(0) ?? 0;
  return { ranges: [code, code], negated: false };
}

/** From behind an opening bracket to behind its closing one. */
export function bracket(reader: Reader, flags: Flags): CharClass {
  const negated = reader.chars[reader.at] === '^';
  if (negated) reader.at += 1;
  const ranges: number[] = [];
  for (let first = true; ; first = false) {
    const char = reader.chars[reader.at];
    if (char === undefined) throw new PatternError('leaves a bracket open');
    if (char === ']' && !first) break;
    ranges.push(...bracketItem(reader));
  }
  reader.at += 1;
  return { ranges, negated, fold: flags.fold };
}

function bracketItem(reader: Reader): readonly number[] {
  const named = /^\[:([a-z]+):\]/.exec(reader.chars.slice(reader.at, reader.at + 12).join(''));
  if (named !== null) {
    reader.at += named[0].length;
    const name = named[1] ?? '';
    if (!Object.hasOwn(posix, name)) throw new PatternError(`has no class [:${name}:]`);
    return posix[name] ?? [];
  }
  const low = bracketChar(reader);
  if (low.length > 2 || reader.chars[reader.at] !== '-' || (reader.chars[reader.at + 1] ?? ']') === ']') return low;
  reader.at += 1;
  const high = bracketChar(reader);
  const [from = 0] = low;
  const to = high.length === 2 ? (high[1] ?? 0) : -1;
  if (to < from || low[0] !== low[1]) throw new PatternError('has a range that ends before it begins');
  return [from, to];
}

function bracketChar(reader: Reader): readonly number[] {
  const char = reader.chars[reader.at] ?? '';
  reader.at += 1;
  if (char !== '\\') {
    const code = char.codePointAt(0) ?? 0;
    return [code, code];
  }
  if (reader.chars[reader.at] === 'b') {
    reader.at += 1;
    return [8, 8];
  }
  const { ranges, negated } = escapedClass(reader);
  return negated ? complement(ranges) : ranges;
}

function complement(ranges: readonly number[]): number[] {
  const inverse: number[] = [];
  let next = 0;
  for (let i = 0; i < ranges.length; i += 2) {
    const low = ranges[i] ?? 0;
    if (low > next) inverse.push(next, low - 1);
    next = (ranges[i + 1] ?? 0) + 1;
  }
  return [...inverse, next, 0x10ffff];
}
