/** The two headers with which a command is made safe to repeat and safe to base on what was read. */
import type { CallOptions } from '../run-operation.ts';
import type { ReadHeader } from './identify.ts';
import { problem, type Problem } from './problem.ts';

/** Reads `Idempotency-Key` and `If-Match`; a malformed one is a problem that says what it should look like. */
export function readCallHeaders(header: ReadHeader): CallOptions | { readonly problem: Problem } {
  const key = header('idempotency-key');
  const ifMatch = header('if-match');
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) {
    return { problem: problem('invalid_input', 'Idempotency-Key must be 1 to 200 visible ASCII characters; a UUID is best.') };
  }
  if (ifMatch === undefined || ifMatch.trim() === '*') return { idempotencyKey: unquoted(key) };
  const seq = Number(/^\s*"?(\d{1,16})"?\s*$/.exec(ifMatch)?.[1] ?? 'NaN');
  if (!Number.isSafeInteger(seq)) {
    return { problem: problem('invalid_input', 'If-Match must be one "seq" as an answer gave it, such as "1234".') };
  }
  return { idempotencyKey: unquoted(key), ifMatch: seq };
}

/** The header's draft standard writes the key in quotes; many clients do not. */
function unquoted(key: string | undefined): string | undefined {
  return key === undefined ? undefined : (/^"(.+)"$/.exec(key)?.[1] ?? key);
}
