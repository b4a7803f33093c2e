/** From a request to the plain value that the road parses: bounded, and refused with the place where it goes wrong. */
import type { InputError } from '@shortlist/domain/refusal.ts';
import { positionOfJsonFault } from './json-fault.ts';
import { problem, type Problem } from './problem.ts';

const megabyte = 1024 * 1024;
const usualBytes = 2 * megabyte;
const importBytes = 32 * megabyte;
const importing: ReadonlySet<string> = new Set(['import.add', 'import.preview', 'flag.import', 'flag.previewImport']);
/** Deeper than anything an operation declares. */
const deepest = 32;

export type Read<Value> = { readonly value: Value } | { readonly problem: Problem };

/** How many bytes of body an operation takes. */
export function bodyLimit(operation: string): number {
  return importing.has(operation) ? importBytes : usualBytes;
}

/** Reads a JSON body; an empty one is the empty object. */
export async function readBody(request: Request, operation: string): Promise<Read<unknown>> {
  return await readBoundedJson(request, bodyLimit(operation));
}

async function readBoundedJson(request: Request, limit: number): Promise<Read<unknown>> {
  const declared = Number(request.headers.get('content-length') ?? 'NaN');
  if (declared > limit) return tooLarge(limit);
  // A declared length is kept by the HTTP parser; without one the bytes are counted as they come.
  const bytes = Number.isNaN(declared) ? await readCounted(request, limit) : new Uint8Array(await request.arrayBuffer());
  if (bytes === null) return tooLarge(limit);
  if (bytes.length === 0) return { value: {} };
  return wrongType(request.headers.get('content-type') ?? '') ?? parseJson(bytes);
}

/** The refusal of a media type that is not JSON; null for one that is. */
export function wrongType(type: string): Read<never> | null {
  if (/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type)) return null;
  const message = 'The body must be JSON. Send it with "Content-Type: application/json".';
  return { problem: problem('unsupported_media_type', message) };
}

export function tooLarge(limit: number): Read<never> {
  const message = `The body is larger than ${limit / megabyte} MB. Send less at a time.`;
  return { problem: problem('too_large', message, { limit }) };
}

async function readCounted(request: Request, limit: number): Promise<Uint8Array | null> {
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Throws for bytes that are none; keeps nothing between two texts. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses and bounds the bytes of a body. */
export function parseJson(bytes: Uint8Array): Read<unknown> {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return invalid('The body is not UTF-8. Encode it so and send it again.', []);
  }
  return readJson(text, 'body');
}

/** Parses and bounds one JSON text; `where` names it in the sentence. */
export function readJson(text: string, where: string): Read<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return invalid(`The ${where} is not JSON${placeOf(text)}. Correct it and send it again.`, []);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return invalid(`The ${where} must be a JSON object. Correct it and send it again.`, []);
  }
  // Only an escape can bring a character in that nobody takes: the bytes were UTF-8, and JSON lets no U+0000 stand as it is.
  return text.includes('\\u') || isDeep(value, 0) ? boundedValue(value) : { value };
}

function isDeep(value: object, depth: number): boolean {
  if (depth >= deepest) return true;
  for (const key in value) {
    // Of a value that JSON.parse made, every key is its own.
    const entry: unknown = value[key as keyof typeof value];
    if (typeof entry === 'object' && entry !== null && isDeep(entry, depth + 1)) return true;
  }
  return false;
}

/** Refuses what no operation takes and PostgreSQL cannot keep: too much nesting, U+0000, half a character. */
export function boundedValue(value: unknown): Read<unknown> {
  const error = firstFault(value, '', 0);
  if (error === null) return { value };
  return invalid(`The input does not fit: ${error.path || 'the input'} ${error.message}. Correct it and send it again.`, [error]);
}

function firstFault(value: unknown, path: string, depth: number): InputError | null {
  if (typeof value === 'string') return textFault(value, path);
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= deepest) return { path, message: `is nested more than ${deepest} deep` };
  for (const [key, entry] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    const fault = textFault(key, path) ?? firstFault(entry, at, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

function textFault(text: string, path: string): InputError | null {
  if (text.includes('\u0000')) return { path, message: 'must not contain the character U+0000' };
  return text.isWellFormed() ? null : { path, message: 'holds half of a surrogate pair, which is no character' };
}

/** ` (line 2, column 7)` of the first character that cannot stand where it stands; empty for a text too long to look. */
function placeOf(text: string): string {
  const position = positionOfJsonFault(text);
  if (position === null) return '';
  const before = text.slice(0, position);
  return ` (line ${before.split('\n').length}, column ${position - before.lastIndexOf('\n')})`;
}

function invalid(message: string, errors: readonly InputError[]): Read<never> {
  return { problem: { code: 'invalid_input', message, errors } };
}
