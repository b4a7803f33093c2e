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

/** `unanswered`: no server, or one that cannot just now; the same request may be sent again. */
export type Called<Name extends OperationName> = Answer<Name> | Refused | 'unanswered';

export async function callOperation<Name extends OperationName>(
  transport: Transport,
  name: Name,
  input: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Called<Name>> {
  try {
    const response = await transport.fetch(`/api/v1/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(input),
    });
    if (response.ok) {
      // The server answers what the operation declares.
      const { value, seq } = (await response.json()) as { value: OutputOf<Name>; seq: number };
      return { ok: true, value, seq };
    }
    return asRefusal(await response.json());
  } catch {
    // No answer, one that broke off, or one of something that stands before the server.
    return 'unanswered';
  }
}

export function offline(): Refused {
  return {
    refused: true,
    code: 'offline',
    message: 'The server cannot be reached, so this may not have been done. Look again when the connection is back.',
  };
}

/** Reads a problem document (RFC 9457). What is none of ours was not answered by Shortlist. */
function asRefusal(problem: unknown): Refused | 'unanswered' {
  if (typeof problem !== 'object' || problem === null) return 'unanswered';
  const {
    type: _type,
    title,
    status: _status,
    code,
    detail,
    instance: _instance,
    errors,
    ...details
  } = problem as Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || !isCode(code)) return 'unanswered';
  // The database is out for a moment, or this came too often: the same request will do later.
  if (code === 'database_down' || code === 'too_many_requests') return 'unanswered';
  return {
    refused: true,
    code,
    message: typeof detail === 'string' ? detail : String(title),
    details,
    ...(Array.isArray(errors) && { errors: errors as readonly InputError[] }),
  };
}

function isCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusalStatus, code);
}
