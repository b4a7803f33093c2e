/** What a call failed with: the server's refusal, in its words. */

export interface WrongPath {
  readonly path: string;
  readonly message: string;
}

export class ApiError extends Error {
  /** The refusal's stable code; `unreachable` when no server answered, `unreadable` when it was no Shortlist. */
  readonly code: string;
  readonly status: number;
  /** Every wrong path of invalid input. */
  readonly errors: readonly WrongPath[];
  /** The whole problem as it was sent. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, problem: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.problem = problem;
    this.errors = Array.isArray(problem['errors']) ? problem['errors'].filter(isWrongPath) : [];
  }

  static from(status: number, body: unknown): ApiError {
    if (typeof body !== 'object' || body === null) {
      return new ApiError(status, 'unreadable', `The answer (${status}) is not Shortlist’s. Check the address.`);
    }
    const problem: Record<string, unknown> = { ...body };
    const { code, detail, title } = problem;
    const message = typeof detail === 'string' ? detail : typeof title === 'string' ? title : `The server answered ${status}.`;
    return new ApiError(status, typeof code === 'string' ? code : 'unreadable', message, problem);
  }
}

export function unreachable(url: string, cause: unknown): ApiError {
  const error = new ApiError(
    0,
    'unreachable',
    `No server answers at ${url}. Start it with "shortlist serve", or set SHORTLIST_URL.`,
  );
  error.cause = cause;
  return error;
}

function isWrongPath(value: unknown): value is WrongPath {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string' && 'message' in value;
}
