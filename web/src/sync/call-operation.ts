// One request for one operation: what it is asked with, and what its answers mean.
import type { OperationName, OutputOf } from '@shortlist/domain/operations.ts';
import { refusalStatus, type InputError, type Refusal, type RefusalCode } from '@shortlist/domain/refusal.ts';
import type { Transport } from './transport.ts';

/** A refusal by the server, or `offline`: the server could not be asked. */
export interface Refused extends Omit<Refusal, 'code'> {
  readonly code: RefusalCode | 'offline';
}

export interface Answer<Name extends OperationName> {
  readonly ok: true;
  readonly value: OutputOf<Name>;
  /** Of the command's last change; for a query, a number that the answer is not older than. */
  readonly seq: number;
}

export type Called<Name extends OperationName> = Answer<Name> | Refused;

/** In letters, each of at most three bytes: far below the limit, which all requests of a page share. */
const keepaliveLength = 4_000;

/** Sends one request and never throws; no answer is the refusal `offline`. */
export async function callOperation<Name extends OperationName>(
  transport: Transport,
  name: Name,
  input: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Called<Name>> {
  const body = JSON.stringify(input);
  try {
    const response = await transport.fetch(`/api/v1/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body,
      // What was sent arrives, though the page ends meanwhile; a browser takes no more than 64 kB so.
      keepalive: body.length < keepaliveLength,
    });
    if (response.ok) {
      // The server answers what the operation declares.
      const { value, seq } = (await response.json()) as { value: OutputOf<Name>; seq: number };
      return { ok: true, value, seq };
    }
    return asRefusal(await response.json());
  } catch {
    // No answer, one that broke off, or one of something that stands before the server.
    return offline;
  }
}

/** Whether the same request may be answered otherwise in a moment: no server, or one that cannot just now. */
export function mayRetry(called: { readonly ok: true } | Refused): boolean {
  return (
    'refused' in called && (called.code === 'offline' || called.code === 'database_down' || called.code === 'too_many_requests')
  );
}

/** The server could not be asked. */
export const offline: Refused = {
  refused: true,
  code: 'offline',
  message: 'The server cannot be reached, so this may not have been done. Look again when the connection is back.',
};

/** Reads a problem document (RFC 9457). What is none was answered by something that stands before the server. */
export function asRefusal(problem: unknown): Refused {
  if (typeof problem !== 'object' || problem === null) return offline;
  // The type of `problem` says nothing of its members, and each is looked at below.
  const {
    type: _type,
    title: _title,
    status: _status,
    code,
    detail,
    errors,
    ...details
  } = problem as Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || typeof detail !== 'string') return offline;
  return {
    refused: true,
    // What only HTTP refuses is a fault of this page, not something a person did.
    code: isCode(code) ? code : 'internal',
    message: detail,
    details,
    ...(Array.isArray(errors) && { errors: errors as readonly InputError[] }),
  };
}

function isCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusalStatus, code);
}
