/** The OpenFeature Remote Evaluation Protocol 0.3.0: flags for every language that has an OpenFeature client. */
import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { evaluateFlag } from '@shortlist/domain/flag/flag-evaluate.ts';
import type { EvaluationContext } from '@shortlist/domain/flag/evaluation.ts';
import type { EnvironmentSet } from '../flag/environment-set.ts';
import type { KeyHolder } from '../flag/environment-keys.ts';
import { readAfter } from './feed-position.ts';
import {
  exposingHeaders,
  flagHeaders,
  flagJsonHeaders,
  flagRefusal,
  holderOf,
  isAnswer,
  readFlagBody,
  type FlagAnswer,
  type FlagQuestion,
} from './flag-access.ts';
import type { HttpContext } from './http-context.ts';
import { etagMatches } from './negotiation.ts';
import { ofrepCode, ofrepText } from './ofrep-answers.ts';

const bodyBytes = 256 * 1024;
/** A stream's address opens it for this long; the stream itself lives on. */
const tokenMs = 60 * 60 * 1000;

export async function answerOneFlag(context: HttpContext, { request }: FlagQuestion, key: string): Promise<FlagAnswer> {
  const asked = await readAsked(context, request, key);
  if (isAnswer(asked)) return asked;
  const { set, holder, evaluation } = asked;
  if (holder.kind === 'browser' && !set.isForBrowsers(key)) return notFound(key);
  const details = evaluateFlag(set.set, key, evaluation);
  if (details.errorCode === 'FLAG_NOT_FOUND') return notFound(key);
  if (details.errorCode !== null) return flagRefusal(400, ofrepCode(details), details.errorMessage ?? '', { key });
  context.flags.telemetry.answered(holder.environment, key, details, evaluation);
  return { status: 200, headers: flagJsonHeaders, body: ofrepText(key, details, isStrict(request)) };
}

function notFound(key: string): FlagAnswer {
  return flagRefusal(404, 'FLAG_NOT_FOUND', `There is no flag ${key.slice(0, 100)} here.`, { key });
}

/** All flags that browsers may see, without the archived. It counts as nobody's evaluation: no code has asked for any of them. */
export async function answerAllFlags(context: HttpContext, { request, query }: FlagQuestion): Promise<FlagAnswer> {
  const asked = await readAsked(context, request);
  if (isAnswer(asked)) return asked;
  const { set, holder, evaluation } = asked;
  // A client that was told of a version by another server must not be given the one before.
  const told = query === '' ? null : readAfter(new URLSearchParams(query).get('flagConfigEtag') ?? undefined);
  if (typeof told === 'number') await set.reach(told);
  const strict = isStrict(request);
  const results = set.clientKeys().map((key) => ofrepText(key, evaluateFlag(set.set, key, evaluation), strict));
  const flags = `[${results.join(',')}]`;
  const etag = `"${hash('sha256', `${flags}\n${JSON.stringify(evaluation)}`, 'base64url').slice(0, 22)}"`;
  const caching = { 'cache-control': 'private, no-cache', vary: 'authorization, x-api-key', etag };
  const headers = { ...flagJsonHeaders, ...exposingHeaders, ...caching };
  if (etagMatches(request.headers['if-none-match'], etag)) return { status: 304, headers, body: null };
  const url = eventsUrl(context, request, holder, set.version);
  const streams = JSON.stringify([{ type: 'sse', url }]);
  const metadata = JSON.stringify({ version: String(set.version), environment: holder.environment });
  return { status: 200, headers, body: `{"flags":${flags},"metadata":${metadata},"eventStreams":${streams}}` };
}

/** The version that was answered goes along: what changes before the stream is open, or while it is torn, is told when it opens. */
function eventsUrl(context: HttpContext, request: IncomingMessage, holder: KeyHolder, version: number): string {
  return `${originOf(context, request)}/ofrep/v1/events?token=${tokenFor(holder, Date.now() + tokenMs)}&after=${version}`;
}

/** Says when to ask again. The token stands in for the key, which no address may hold. */
export async function answerFlagEvents(context: HttpContext, { request, response, query }: FlagQuestion): Promise<FlagAnswer> {
  const asked = new URLSearchParams(query);
  const holder = await holderOfToken(context, asked.get('token') ?? '');
  if (holder === null) return flagRefusal(401, 'GENERAL', 'This address opens nothing any more. Ask for all flags again.');
  const after = readAfter(request.headers['last-event-id']?.toString() || (asked.get('after') ?? undefined));
  if (typeof after === 'object' && after !== null) return flagRefusal(400, 'GENERAL', after.message);
  const set = await context.flags.sets.of(holder.environment);
  if (set === undefined || context.isStopping()) {
    return flagRefusal(503, 'GENERAL', 'The server is stopping. Try again.');
  }
  const send = context.flagStreams.open(response, holder, flagHeaders, () => takeOff());
  const takeOff = set.listen(({ version, isForBrowsers }) => {
    if (isForBrowsers) send(refetchText(version, set.changedAt));
  });
  if (after !== null && after < set.version) send(refetchText(set.version, set.changedAt));
  return null;
}

function refetchText(version: number, changedAt: number): string {
  const lastModified = Math.floor(changedAt / 1_000);
  return `id: ${version}\nevent: message\ndata: ${JSON.stringify({ type: 'refetchEvaluation', etag: String(version), lastModified })}\n\n`;
}

interface Asked {
  readonly set: EnvironmentSet;
  readonly holder: KeyHolder;
  readonly evaluation: EvaluationContext;
}

async function readAsked(context: HttpContext, request: IncomingMessage, key?: string): Promise<Asked | NonNullable<FlagAnswer>> {
  const held = holderOf(context, request);
  const holder = held instanceof Promise ? await held : held;
  if (isAnswer(holder)) return holder;
  const named = key === undefined ? {} : { key };
  const read = await readFlagBody(request, bodyBytes);
  if ('problem' in read) {
    const { code, message } = read.problem;
    return flagRefusal(code === 'too_large' ? 413 : 400, 'PARSE_ERROR', message, named);
  }
  const evaluation =
    typeof read.value === 'object' && read.value !== null && 'context' in read.value ? read.value.context : undefined;
  if (!isContext(evaluation)) {
    const details = 'The body must be {"context": {…}}, with a targetingKey or the like in it.';
    return flagRefusal(400, 'INVALID_CONTEXT', details, named);
  }
  const { sets } = context.flags;
  const set = sets.known(holder.environment) ?? (await sets.of(holder.environment));
  return set === undefined
    ? flagRefusal(403, 'GENERAL', 'The environment of this key is gone.', named)
    : { set, holder, evaluation };
}

function isContext(value: unknown): value is EvaluationContext {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A client that holds to the protocol’s own schema says so. */
function isStrict({ headers }: IncomingMessage): boolean {
  return headers['shortlist-reasons'] === 'strict';
}

function tokenFor({ keyId, secretHash }: KeyHolder, expires: number): string {
  const claim = `${keyId}.${expires.toString(36)}`;
  return `${claim}.${createHmac('sha256', secretHash).update(claim).digest('base64url')}`;
}

async function holderOfToken(context: HttpContext, token: string): Promise<KeyHolder | null> {
  const [keyId = '', expires = '', mac = ''] = token.split('.');
  if (!/^key_[0-9a-z]{1,40}$/.test(keyId) || !/^[0-9a-z]{1,12}$/.test(expires)) return null;
  if (Number.parseInt(expires, 36) < Date.now()) return null;
  const holder = await context.flags.keys.findById(keyId);
  if (holder === null) return null;
  const wanted = Buffer.from(tokenFor(holder, Number.parseInt(expires, 36)).split('.')[2] ?? '');
  const given = Buffer.from(mac);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? holder : null;
}

function originOf(context: HttpContext, { headers }: IncomingMessage): string {
  const here = `http://${headers.host ?? ''}`;
  return context.publicUrl ?? (URL.canParse(here) ? new URL(here).origin : '');
}
