/** Refusals and errors as `application/problem+json` (RFC 9457): one shape for everything that is not an answer. */
import { refusalStatus, type InputError, type Refusal, type RefusalCode } from '@shortlist/domain/refusal.ts';
import { apiHeaders } from './security-headers.ts';

/** What only HTTP can refuse, beside the road's codes. */
export const httpProblemStatus = {
  forbidden_origin: 403,
  no_such_address: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  unsupported_media_type: 415,
  upgrade_required: 426,
} as const;

export type ProblemCode = RefusalCode | keyof typeof httpProblemStatus;

export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly errors?: readonly InputError[] | undefined;
}

export function statusOf(code: ProblemCode): number {
  return code in refusalStatus
    ? // It was just found there.
      refusalStatus[code as RefusalCode]
    : // The other half of the union.
      httpProblemStatus[code as keyof typeof httpProblemStatus];
}

/** The JSON of a problem. Details stand beside the standard members and never replace one. */
export function problemText({ code, message, details, errors }: Problem): string {
  const status = statusOf(code);
  const standard = { type: `/api#${code}`, title: titleOf(code), status, code, detail: message };
  return JSON.stringify({ ...details, ...standard, ...(errors && { errors }) });
}

export function problemResponse(refusal: Problem | Refusal, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(problemText(refusal), {
    status: statusOf(refusal.code),
    headers: { ...apiHeaders, 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  });
}

export function problem(code: ProblemCode, message: string, details?: Readonly<Record<string, unknown>>): Problem {
  return { code, message, details };
}

/** `window_full` → `Window full`. */
export function titleOf(code: ProblemCode): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
