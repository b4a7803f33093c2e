/**
 * One environment's flags in memory. Each flag stays the text it came as until somebody asks it, so ten thousand flags cost little more than their
 * JSON. The text form of a set is JSON with one flag or segment a line, and ASCII throughout.
 */
import type { Asking } from './clause-compile.ts';
import type { CompiledFlag, CompiledSegment } from './flag-compile.ts';
import type { SetDelta, SetDocument } from './flag-definition.ts';

export type FlagSet = {
  environment: string;
  version: number;
  /** By key: the definition's text, compiled in place when it is first asked. */
  readonly flags: Map<string, string | CompiledFlag>;
  readonly segments: Map<string, string | CompiledSegment>;
  /** Milliseconds since 1970. Asked only by definitions that depend on the time. */
  readonly clock: () => number;
  /** How deep flags and segments are asking one another just now. */
  depth: number;
  /** What its clauses may ask of it; made with the first question. */
  asking: Asking | null;
};

/** A set without flags: what an SDK has before it has heard anything. */
export function emptySet(environment: string, clock: () => number): FlagSet {
  return { environment, version: 0, flags: new Map(), segments: new Map(), clock, depth: 0, asking: null };
}

export function setOf(document: SetDocument, clock: () => number): FlagSet {
  return readSetText(writeSetText(document), clock);
}

export function writeSetText(document: SetDocument): string {
  const { version, environment } = document;
  return joinSetText({ version, environment, flags: textsOf(document.flags), segments: textsOf(document.segments) });
}

/** The text of a set from texts by key, for a server that keeps those. */
export function joinSetText(set: {
  readonly version: number;
  readonly environment: string;
  readonly flags: Iterable<readonly [key: string, text: string]>;
  readonly segments: Iterable<readonly [key: string, text: string]>;
}): string {
  const lines = (texts: Iterable<readonly [string, string]>): string =>
    Array.from(texts, ([key, text]) => `${asciiJson(key)}:${text}`).join(',\n');
  const head = `{"version":${set.version},"environment":${asciiJson(set.environment)},"flags":{\n`;
  return `${head}${lines(set.flags)}\n},"segments":{\n${lines(set.segments)}\n}}`;
}

/** The text of a set as it is now, deltas included. */
export function textOfSet(set: FlagSet): string {
  const texts = (entries: Map<string, string | { readonly text: string }>): [string, string][] =>
    Array.from(entries, ([key, entry]) => [key, typeof entry === 'string' ? entry : entry.text]);
  return joinSetText({ ...set, flags: texts(set.flags), segments: texts(set.segments) });
}

/** The JSON of a value, ASCII only: an engine keeps such a text in one byte a character. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Reads the text of a set; JSON that was laid out in another way is read too, only slower. Throws a SyntaxError for what is no set. */
export function readSetText(text: string, clock: () => number): FlagSet {
  return readByLines(text, clock) ?? readAnyJson(text, clock);
}

/**
 * Applies what changed, all of it or nothing; false where something between was missed, and the whole must be fetched. A delta holds what everything
 * that was touched is at its end, so it may begin before this set's version; one that ends before it changes nothing.
 */
export function applyDelta(set: FlagSet, delta: SetDelta): boolean {
  if (delta.after > set.version || delta.environment !== set.environment) return false;
  if (delta.version < set.version) return true;
  for (const [key, definition] of Object.entries(delta.flags)) change(set.flags, key, definition);
  for (const [key, definition] of Object.entries(delta.segments)) change(set.segments, key, definition);
  set.version = delta.version;
  return true;
}

function change(entries: Map<string, unknown>, key: string, definition: unknown): void {
  if (definition === null) entries.delete(key);
  else entries.set(key, asciiJson(definition));
}

function textsOf(definitions: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(definitions).map(([key, definition]) => [key, asciiJson(definition)]);
}

const headLine = /^\{"version":(\d+),"environment":("(?:[^"\\]|\\.)*"),"flags":\{$/;

function readByLines(text: string, clock: () => number): FlagSet | null {
  const headEnd = text.indexOf('\n');
  const head = headEnd === -1 || headEnd > 2_000 ? null : headLine.exec(text.slice(0, headEnd));
  if (head === null) return null;
  const set = emptySet(String(JSON.parse(head[2] ?? '""')), clock);
  set.version = Number(head[1]);
  const flagsEnd = readLines(text, headEnd + 1, set.flags);
  if (flagsEnd === -1 || !text.startsWith('},"segments":{\n', flagsEnd)) return null;
  const segmentsEnd = readLines(text, flagsEnd + '},"segments":{\n'.length, set.segments);
  return segmentsEnd !== -1 && text.startsWith('}}', segmentsEnd) ? set : null;
}

/** Puts `"key":text` of each line into `entries`, and answers where the line begins that ends them; -1 for what is laid out in another way. */
function readLines(text: string, from: number, entries: { readonly set: (key: string, text: string) => unknown }): number {
  let at = text[from] === '\n' ? from + 1 : from;
  while (text[at] === '"') {
    let keyEnd = text.indexOf('"', at + 1);
    while (text[keyEnd - 1] === '\\' && keyEnd !== -1) keyEnd = text.indexOf('"', keyEnd + 1);
    let end = text.indexOf('\n', keyEnd);
    if (keyEnd === -1 || end === -1 || text[keyEnd + 1] !== ':') return -1;
    const next = end + 1;
    if (text[end - 1] === ',') end -= 1;
    const key = text.slice(at + 1, keyEnd);
    entries.set(key.includes('\\') ? unescaped(key) : key, text.slice(keyEnd + 2, end));
    at = next;
  }
  return text[at] === '}' ? at : -1;
}

function unescaped(key: string): string {
  return String(JSON.parse(`"${key}"`));
}

function readAnyJson(text: string, clock: () => number): FlagSet {
  const parsed: unknown = JSON.parse(text);
  const { version, environment, flags, segments } = isRecord(parsed) ? parsed : {};
  if (typeof version !== 'number' || typeof environment !== 'string' || !isRecord(flags) || !isRecord(segments))
    throw new SyntaxError('This is no set of flags: it needs version, environment, flags and segments.');
  const set = emptySet(environment, clock);
  set.version = version;
  for (const [key, entry] of textsOf(flags)) set.flags.set(key, entry);
  for (const [key, entry] of textsOf(segments)) set.segments.set(key, entry);
  return set;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
