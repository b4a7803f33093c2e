/** `/api/v1/<operation>`: one route for each operation of the registry. It translates; the road decides. */
import type { HttpBindings } from '@hono/node-server';
import type { Command, Query } from '@shortlist/domain/operation.ts';
import { operations } from '@shortlist/domain/operations.ts';
import { isRefusal, refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import type { Context } from 'hono';
import { mayCall, runOperation, type Answered, type CallOptions, type Caller } from '../run-operation.ts';
import { readCallHeaders } from './call-headers.ts';
import { clientAddress } from './client-address.ts';
import type { HttpContext } from './http-context.ts';
import { credentialOf, foreignOrigin, identify, type ReadHeader } from './identify.ts';
import { problem, problemResponse, type Problem } from './problem.ts';
import { readQuery } from './query-input.ts';
import { readBody, type Read } from './read-input.ts';
import { apiHeaders } from './security-headers.ts';
import { clearedCookie, withoutSecret } from './session-cookie.ts';

export async function answerOperation(context: HttpContext, c: Context<{ Bindings: Partial<HttpBindings> }>): Promise<Response> {
  const started = performance.now();
  const name = c.req.param('operation') ?? '';
  const operation = operationNamed(name);
  if (operation === undefined) {
    return problemResponse(refuse('unknown_operation', `There is no operation ${name.slice(0, 80)}. The list is at /api.`));
  }
  const response = await answer(context, c, operation).catch((error: unknown) => {
    context.metrics.called(name, operation.kind, 'internal', secondsSince(started));
    throw error;
  });
  const { outcome } = response;
  context.metrics.called(name, operation.kind, outcome, secondsSince(started));
  return response.response;
}

export function operationNamed(name: string): Command | Query | undefined {
  // The name is only looked up among the list's own keys.
  return Object.hasOwn(operations, name) ? operations[name as keyof typeof operations] : undefined;
}

const secondsSince = (started: number): number => (performance.now() - started) / 1_000;

interface Outcome {
  readonly outcome: string;
  readonly response: Response;
}

const refused = (refusal: Refusal | Problem, headers?: Readonly<Record<string, string>>): Outcome => ({
  outcome: refusal.code,
  response: problemResponse(refusal, headers),
});

async function answer(
  context: HttpContext,
  c: Context<{ Bindings: Partial<HttpBindings> }>,
  operation: Command | Query,
): Promise<Outcome> {
  const header: ReadHeader = (key) => c.req.header(key);
  const isPost = c.req.method === 'POST';
  if (!isPost && operation.kind === 'command') {
    return refused(problem('method_not_allowed', `${operation.name} changes something: send it with POST.`), { allow: 'POST' });
  }
  const credential = credentialOf(header);
  const foreign = isPost ? foreignOrigin(context, credential, header) : null;
  if (foreign !== null) return refused(foreign);
  const options = readCallHeaders(header);
  if ('problem' in options) return refused(options.problem);
  const caller = await identify(context, credential);
  if (isSomebodyElse(caller, header('shortlist-member'))) {
    return refused(
      refuse('not_signed_in', 'Somebody else is signed in here now. Load the page again, then do it as who you are.'),
    );
  }
  // Before the body is read: a stranger must not make the server parse what it will refuse.
  const forbidden = mayCall(caller, operation);
  if (forbidden !== null) return refused(forbidden, isPost ? { connection: 'close' } : {});
  const input: Read<unknown> = isPost
    ? await readBody(c.req.raw, operation.name)
    : readQuery(new URL(c.req.url).searchParams, operation.input);
  if ('problem' in input) {
    // The rest of a body that was too large is not read, so the connection is of no more use.
    return refused(input.problem, input.problem.code === 'too_large' ? { connection: 'close' } : {});
  }
  const peer = c.env?.incoming?.socket.remoteAddress;
  const attempt = {
    operation: operation.name,
    address: clientAddress(peer, header, context.publicUrl !== null),
    input: input.value,
  };
  const wait = await context.limits.take(attempt);
  if (wait !== null) return refused(tooManyTries(wait), { 'retry-after': String(wait) });
  const answered = await call(context, operation, caller, input.value, options);
  if (isRefusal(answered)) return refused(answered);
  await context.limits.forgive(attempt);
  return { outcome: 'ok', response: answeredWith(context, operation, answered, header) };
}

/** A browser's tabs share one cookie: a tab that does not know yet of another sign-in must not act as whoever it names. */
function isSomebodyElse(caller: Caller, meant: string | undefined): boolean {
  return meant !== undefined && (caller.kind === 'nobody' || caller.actor.memberId !== meant);
}

function tooManyTries(seconds: number): Refusal {
  const words = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return refuse('too_many_requests', `That was tried too often. Wait ${words}, then try again.`, { retryAfter: seconds });
}

async function call(
  context: HttpContext,
  operation: Command | Query,
  caller: Caller,
  input: unknown,
  options: CallOptions,
): Promise<Answered | Refusal> {
  const answered = await runOperation(context.road, caller, operation.name, input, options);
  if (!isRefusal(answered) && operation.kind === 'command') await context.afterCommand(operation.name, caller);
  return answered;
}

function answeredWith(context: HttpContext, operation: Command | Query, { value, seq }: Answered, header: ReadHeader): Response {
  const shown = withoutSecret(context, operation, value, header);
  const cookie = operation.name === 'session.end' ? clearedCookie(context, header) : shown.cookie;
  return new Response(JSON.stringify({ value: shown.value, seq }), {
    headers: {
      ...apiHeaders,
      'content-type': 'application/json; charset=utf-8',
      etag: `"${seq}"`,
      ...(cookie !== null && { 'set-cookie': cookie }),
    },
  });
}
