/**
 * Finds flags in code of any language, by their keys: as they stand, as beginnings or ends that something is glued to, and as arguments of calls that ask
 * a flag which nobody knows. Reads lines, never a language, so it names places to look at; it proves nothing.
 */

export type KeyIndex = {
  /** Keys of several words, which are found wherever they stand alone, and all keys, which are found in quotes. */
  readonly keys: ReadonlySet<string>;
};

export type ScanHit = {
  readonly key: string;
  /** From 1. */
  readonly line: number;
  /** `used`: the key stands there. `possible`: a part of it does, and the rest is put to it. `unknown`: a call asks for a key that does not exist. */
  readonly how: 'used' | 'possible' | 'unknown';
};

/** A file that was made from the list of flags names them all, and uses none. */
export const GENERATED_MARK = 'Made by shortlist flags types';

const LONGEST_LINE = 5_000;
const SHORTEST_PART = 4;
const MOST_POSSIBLE = 200;

const quoted = /(["'`])((?:(?!\1)[^\\]|\\.){1,300})\1/g;
const word = /[\p{L}\p{N}_.-]+/gu;
/** Calls that ask for a flag, in the SDKs of OpenFeature and of this and other makers. */
const asking =
  /\b(?:isOn|isEnabled|is_enabled|IsEnabled|variation|[Gg]et_?(?:[Bb]oolean|[Bb]ool|[Ss]tring|[Nn]umber|[Ii]nteger|[Ii]nt|[Ff]loat|[Dd]ouble|[Oo]bject)_?(?:[Vv]alue|[Dd]etails)(?:Async)?|use(?:Boolean|String|Number|Object)?Flag(?:Value|Details)?|fetch_(?:boolean|string|number|object)_value)\s*\(\s*(["'`])([\p{L}\p{N}_.-]{1,100})\1\s*[,)]/gu;

/** All hits of a file's text, by line. Linear in the text; lines longer than 5,000 characters (bundles) are passed over. */
export function scanText(text: string, { keys }: KeyIndex): ScanHit[] {
  if (text.slice(0, 500).includes(GENERATED_MARK)) return [];
  const hits: ScanHit[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.length > LONGEST_LINE) continue;
    const found = new Map<string, ScanHit['how']>();
    const say = (key: string, how: ScanHit['how']): void => {
      if (how === 'used' || !found.has(key)) found.set(key, how);
    };
    for (const match of line.matchAll(word)) {
      const token = match[0].replace(/^[.-]+|[.-]+$/g, '');
      if (/[-_.]/.test(token) && keys.has(token)) say(token, 'used');
    }
    for (const match of line.matchAll(quoted)) {
      const content = match[2] ?? '';
      if (keys.has(content)) say(content, 'used');
      else
        for (const key of gluedKeys(content, line.slice(0, match.index), line.slice(match.index + match[0].length), keys))
          say(key, 'possible');
    }
    for (const match of line.matchAll(asking)) if (!keys.has(match[2] ?? '')) say(match[2] ?? '', 'unknown');
    for (const [key, how] of found) hits.push({ key, line: index + 1, how });
  }
  return hits;
}

/** Keys that begin or end with a text which something is glued to: `'new-' + name`, `` `new-${name}` ``, `name . "-v2"`, `f"new-{name}"`. */
function gluedKeys(content: string, before: string, after: string, keys: ReadonlySet<string>): string[] {
  const inside = /^([\p{L}\p{N}_.-]*)(?:\$\{|#\{|\{|%[sd]|\$[A-Za-z_])/u.exec(content)?.[1];
  const insideEnd = /(?:\}|%[sd])([\p{L}\p{N}_.-]*)$/u.exec(content)?.[1];
  const isGluedAfter = /^\s*(?:\+|\.\.?\s|&|\.\s*\$|%)/.test(after);
  const isGluedBefore = /(?:\+|\.\.?|&)\s*$/.test(before);
  const start = inside ?? (isGluedAfter ? content : '');
  const end = insideEnd ?? (isGluedBefore ? content : '');
  const isStart = start.length >= SHORTEST_PART && /[-_.]$/.test(start);
  const isEnd = end.length >= SHORTEST_PART && /^[-_.]/.test(end);
  if (!isStart && !isEnd) return [];
  const possible: string[] = [];
  for (const key of keys) {
    if (possible.length >= MOST_POSSIBLE) break;
    const fits =
      (!isStart || key.startsWith(start)) &&
      (!isEnd || key.endsWith(end)) &&
      key.length > (isStart ? start.length : 0) + (isEnd ? end.length : 0);
    if (fits) possible.push(key);
  }
  return possible;
}
