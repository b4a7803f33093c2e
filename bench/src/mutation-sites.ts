/** Where a rule of the domain can be turned into its opposite, found in the text of its source. */

export interface Mutation {
  readonly file: string;
  /** Characters from the start of the file. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** Spaces on both sides tell an operator from a type's angle brackets, an arrow or a shift. */
const opposites: readonly (readonly [from: string, to: string])[] = [
  [' === ', ' !== '],
  [' !== ', ' === '],
  [' < ', ' >= '],
  [' <= ', ' > '],
  [' > ', ' <= '],
  [' >= ', ' < '],
  [' && ', ' || '],
  [' || ', ' && '],
  ['if (', 'if (false && '],
];

const notCode = /^\s*(\/\/|\*|\/\*|import\b|export (type|interface)\b|type\b|interface\b|readonly\b|\| )/;

/** Every place of a source where a comparison can be flipped, a condition loosened or tightened, or a branch dropped. */
export function mutationsOf(file: string, source: string): Mutation[] {
  const found: Mutation[] = [];
  let start = 0;
  for (const line of source.split('\n')) {
    if (!notCode.test(line)) {
      const code = withoutTexts(line);
      for (const [from, to] of opposites) {
        for (let at = code.indexOf(from); at >= 0; at = code.indexOf(from, at + from.length)) {
          found.push({ file, at: start + at, from, to });
        }
      }
    }
    start += line.length + 1;
  }
  return found;
}

/** The line at the same length with the insides of texts, patterns' quotes and a closing comment blanked. */
function withoutTexts(line: string): string {
  return line
    .replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g, (text) => '_'.repeat(text.length))
    .replace(/\s\/\/.*$/, (comment) => '_'.repeat(comment.length));
}

export function mutate(source: string, { at, from, to }: Mutation): string {
  if (!source.startsWith(from, at)) throw new Error(`there is no “${from}” at ${at}`);
  return source.slice(0, at) + to + source.slice(at + from.length);
}
