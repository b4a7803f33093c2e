/**
 * The addresses of flags, `/flags/v1` and `/ofrep/v1`. They are asked thousands of times a second, so they are answered on
 * Node's own request and response, before everything that other addresses need.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { uuidv7 } from 'uuidv7';
import { refusalOfDatabaseError } from '../in-transaction.ts';
import { answerPreflight, flagRefusal, type FlagAnswer, type FlagQuestion } from './flag-access.ts';
import { answerFlagSet, answerFlagStream, answerTelemetry } from './flag-set-routes.ts';
import type { HttpContext } from './http-context.ts';
import { answerAllFlags, answerFlagEvents, answerOneFlag } from './ofrep-routes.ts';

type Answerer = (context: HttpContext, question: FlagQuestion) => Promise<FlagAnswer>;

const oneFlag = '/ofrep/v1/evaluate/flags/';
const answerers: Readonly<Record<string, { readonly method: 'GET' | 'POST'; readonly answer: Answerer }>> = {
  '/ofrep/v1/evaluate/flags': { method: 'POST', answer: answerAllFlags },
  '/ofrep/v1/events': { method: 'GET', answer: answerFlagEvents },
  '/flags/v1/set': { method: 'GET', answer: answerFlagSet },
  '/flags/v1/stream': { method: 'GET', answer: answerFlagStream },
  '/flags/v1/telemetry': { method: 'POST', answer: answerTelemetry },
};

/** False for an address that is none of flags; nothing was done then. */
export function answerFlags(context: HttpContext, request: IncomingMessage, response: ServerResponse): boolean {
  const url = request.url ?? '';
  if (!url.startsWith('/ofrep/v1/') && !url.startsWith('/flags/v1/')) return false;
  void answerNow(context, url, request, response);
  return true;
}

async function answerNow(context: HttpContext, url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const queryAt = url.indexOf('?');
  const path = queryAt === -1 ? url : url.slice(0, queryAt);
  const question = { request, response, query: queryAt === -1 ? '' : url.slice(queryAt + 1) };
  let answer: FlagAnswer;
  try {
    answer = await answerOf(context, path, question);
  } catch (error) {
    // Who has gone away is told nothing.
    if (request.destroyed && !request.complete) return;
    answer = answerOfError(context, error, path);
  }
  if (answer === null) return;
  const { status, headers, body } = answer;
  const length = body === null ? 0 : Buffer.byteLength(body);
  // 204 and 304 have no body, and must not name its length.
  response.writeHead(status, body === null ? headers : { ...headers, 'content-length': length });
  response.end(body ?? undefined);
}

function answerOf(context: HttpContext, path: string, question: FlagQuestion): FlagAnswer | Promise<FlagAnswer> {
  const method = question.request.method ?? '';
  if (method === 'OPTIONS') return answerPreflight();
  if (path.startsWith(oneFlag) && path.length > oneFlag.length) {
    if (method !== 'POST') return wrongMethod('POST');
    const key = decoded(path.slice(oneFlag.length));
    return key === null
      ? flagRefusal(400, 'GENERAL', 'The flag’s key in the address is not encoded as addresses are.')
      : answerOneFlag(context, question, key);
  }
  const known = Object.hasOwn(answerers, path) ? answerers[path] : undefined;
  if (known === undefined) return flagRefusal(404, 'GENERAL', 'There is nothing at this address.');
  return method === known.method ? known.answer(context, question) : wrongMethod(known.method);
}

function decoded(text: string): string | null {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function wrongMethod(allow: string): FlagAnswer {
  return flagRefusal(405, 'GENERAL', `This address takes ${allow} only.`, { headers: { allow: `${allow}, OPTIONS` } });
}

function answerOfError(context: HttpContext, error: unknown, path: string): NonNullable<FlagAnswer> {
  const away = refusalOfDatabaseError(error);
  if (away !== null) return flagRefusal(503, 'GENERAL', away.message, { headers: { 'retry-after': '1' } });
  const requestId = uuidv7();
  context.log.error({ err: error, requestId, path }, 'a question about flags failed');
  return flagRefusal(500, 'GENERAL', `Something went wrong here, and it was noted as ${requestId}. Try again.`);
}
