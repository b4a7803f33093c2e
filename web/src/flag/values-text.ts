// The values of a condition as they are typed: with commas or on lines of their own, in quotes where one holds a comma.

type Value = string | number | boolean;

export function textOfValues(values: readonly Value[]): string {
  return values
    .map((value) => (typeof value === 'string' && needsQuotes(value) ? JSON.stringify(value) : String(value)))
    .join(', ');
}

function needsQuotes(value: string): boolean {
  return value === '' || value !== value.trim() || /[,"\n]/.test(value);
}

/** Each value once, in order. A value that was there before keeps its type: `5` stays a number, `"5"` a text. */
export function valuesOfText(text: string, before: readonly Value[]): readonly Value[] {
  const types = new Map(before.map((value) => [String(value), value]));
  const found = [...text.matchAll(/[ \t]*"((?:[^"\\]|\\.)*)"|[^,\n]+/g)].flatMap(([whole, quoted]) => {
    if (quoted !== undefined) return [quoted.replaceAll(/\\(.)/g, '$1')];
    const bare = whole.trim();
    return bare === '' ? [] : [bare];
  });
  return [...new Set(found)].map((value) => types.get(value) ?? value);
}
