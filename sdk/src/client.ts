/** The typed API client: one method for every operation, with the types of the registry. Runs in Node and in browsers. */
import type { InputOf, OperationName, OutputOf } from '@shortlist/domain/operations.ts';
import { uuidv7 } from 'uuidv7';
import { ApiError, unreachable } from './api-error.ts';

export interface ClientOptions {
  /** Where Shortlist answers, such as `http://localhost:3000`. */
  readonly url: string;
  /** An API token or a session's secret; absent: only what needs no login. */
  readonly token?: string | undefined;
  /** What the change log names as the way it came. */
  readonly via?: 'api' | 'cli';
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  /** A UUID that makes retries harmless for seven days; made anew for each call unless given. */
  readonly idempotencyKey?: string;
  /** The `seq` at which what the command replaces was read. */
  readonly ifMatch?: number;
}

export interface Answer<Value> {
  readonly value: Value;
  readonly seq: number;
}

export interface Client {
  /** Runs an operation. Throws an `ApiError` for a refusal, and for a server that cannot be reached after three tries. */
  readonly call: <Name extends OperationName>(name: Name, input: InputOf<Name>, options?: CallOptions) => Promise<OutputOf<Name>>;
  /** As `call`, with the `seq`. For names that are only known at run time the input is checked by the server. */
  readonly callByName: (name: string, input: unknown, options?: CallOptions) => Promise<Answer<unknown>>;
  /** A plain request with the client's token, for what is no operation: `/api/v1/backup`. */
  readonly request: (path: string) => Promise<Response>;
}

const tries = 3;

export function createClient({ url, token, via = 'api', fetch: fetchWith = fetch }: ClientOptions): Client {
  const base = url.replace(/\/+$/, '');
  const headers = {
    'shortlist-via': via,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };

  const send = async (path: string, init: RequestInit): Promise<Response> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetchWith(`${base}${path}`, { ...init, headers: { ...headers, ...init.headers } });
        if (response.status !== 503 || attempt >= tries) return response;
      } catch (error) {
        if (attempt >= tries) throw unreachable(base, error);
      }
      await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
    }
  };

  const callByName = async (name: string, input: unknown, options: CallOptions = {}): Promise<Answer<unknown>> => {
    const response = await send(`/api/v1/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // The same key on every try: the server does it once.
        'idempotency-key': options.idempotencyKey ?? uuidv7(),
        ...(options.ifMatch !== undefined && { 'if-match': `"${options.ifMatch}"` }),
      },
      body: JSON.stringify(input),
    });
    const body: unknown = await response.json().catch(() => null);
    if (!response.ok || !isAnswer(body)) throw ApiError.from(response.status, body);
    return body;
  };

  return {
    callByName,
    // The registry says what this name answers.
    call: async (name, input, options) => (await callByName(name, input, options)).value as OutputOf<typeof name>,
    request: async (path) => {
      const response = await send(path, {});
      if (!response.ok) throw ApiError.from(response.status, await response.json().catch(() => null));
      return response;
    },
  };
}

function isAnswer(body: unknown): body is Answer<unknown> {
  return typeof body === 'object' && body !== null && 'value' in body && 'seq' in body;
}
