/** A business "no": a value, never an exception. One sentence serves HTTP, the app, the command line and an agent. */

/** The closed list of codes with the HTTP status each is answered with. */
export const refusalStatus = {
  invalid_input: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  not_allowed: 403,
  not_found: 404,
  unknown_operation: 404,
  already_done: 409,
  already_decided: 409,
  changed_since: 409,
  conflict: 409,
  not_ready: 409,
  window_full: 409,
  refinement_full: 409,
  reason_needed: 409,
  nothing_to_undo: 409,
  link_used: 410,
  stale: 412,
  too_large: 413,
  wrong_file: 415,
  too_many_requests: 429,
  internal: 500,
  database_down: 503,
  no_space: 507,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

export interface InputError {
  /** Where in the input, as a JSON path without the root: `decision.sentence`. */
  readonly path: string;
  readonly message: string;
}

export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  /** What happened, then what can be done. */
  readonly message: string;
  /** Figures that the caller may show or act on, by code. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Every wrong path of invalid input. */
  readonly errors?: readonly InputError[];
}

export function refuse(code: RefusalCode, message: string, details?: Readonly<Record<string, unknown>>): Refusal {
  return details === undefined ? { refused: true, code, message } : { refused: true, code, message, details };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
