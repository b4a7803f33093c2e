/** The OpenFeature Remote Evaluation Protocol 0.3.0: flags for every language that has an OpenFeature client. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { evaluateFlag } from '@shortlist/domain/flag/flag-evaluate.ts';
import type { EvaluationContext, EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import type { EnvironmentSet } from '../flag/environment-set.ts';
import type { KeyHolder } from '../flag/environment-keys.ts';
import { flagHeaders, flagRefusal, holderOf, type FlagContext } from './flag-access.ts';
import type { HttpContext } from './http-context.ts';
import { etagMatches } from './negotiation.ts';
import { readBoundedJson } from './read-input.ts';

const bodyBytes = 256 * 1024;
/** A stream's address opens it for this long; the stream itself lives on. */
const tokenMs = 60 * 60 * 1000;
/** How long a question waits for a version that another server has told of already. */
const catchUpMs = 1_000;

const jsonHeaders = { ...flagHeaders, 'content-type': 'application/json; charset=utf-8' };

export async function answerOneFlag(context: HttpContext, c: FlagContext): Promise<Response> {
  const asked = await readAsked(context, c);
  if (asked instanceof Response) return asked;
  const { set, holder, evaluation } = asked;
  const key = c.req.param('key') ?? '';
  if (holder.kind === 'browser' && !set.isForBrowsers(key)) return notFound(key);
  const details = evaluateFlag(set.set, key, evaluation);
  if (details.errorCode === 'FLAG_NOT_FOUND') return notFound(key);
  if (details.errorCode !== null) return flagRefusal(400, codeOf(details), details.errorMessage ?? '', { key });
  context.flags.telemetry.answered(holder.environment, key, details, evaluation);
  return new Response(JSON.stringify(resultOf(key, details, isStrict(c))), { headers: jsonHeaders });
}

function notFound(key: string): Response {
  return flagRefusal(404, 'FLAG_NOT_FOUND', `There is no flag ${key.slice(0, 100)} here.`, { key });
}

/** All flags that browsers may see, without the archived. It counts as nobody's evaluation: no code has asked for any of them. */
export async function answerAllFlags(context: HttpContext, c: FlagContext): Promise<Response> {
  const asked = await readAsked(context, c);
  if (asked instanceof Response) return asked;
  const { set, holder, evaluation, text } = asked;
  await caughtUp(set, c.req.query('flagConfigEtag'));
  const strict = isStrict(c);
  const results = set.clientKeys().map((key) => {
    const details = evaluateFlag(set.set, key, evaluation);
    if (details.errorCode === null) return resultOf(key, details, strict);
    return { key, errorCode: codeOf(details), errorDetails: details.errorMessage ?? '' };
  });
  const flags = JSON.stringify(results);
  const etag = `"${createHash('sha256').update(flags).update('\n').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = { ...jsonHeaders, 'cache-control': 'private, no-cache', vary: 'authorization, x-api-key', etag };
  if (etagMatches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const url = `${originOf(context, c)}/ofrep/v1/events?token=${tokenFor(holder, Date.now() + tokenMs)}`;
  const streams = JSON.stringify([{ type: 'sse', url }]);
  const metadata = JSON.stringify({ version: String(set.version), environment: holder.environment });
  return new Response(`{"flags":${flags},"metadata":${metadata},"eventStreams":${streams}}`, { headers });
}

/** Says when to ask again. The token stands in for the key, which no address may hold. */
export async function answerFlagEvents(context: HttpContext, c: FlagContext): Promise<Response> {
  const holder = await holderOfToken(context, c.req.query('token') ?? '');
  if (holder === null) return flagRefusal(401, 'GENERAL', 'This address opens nothing any more. Ask for all flags again.');
  const set = await context.flags.sets.of(holder.environment);
  const outgoing = c.env?.outgoing;
  if (set === undefined || outgoing === undefined || context.isStopping()) {
    return flagRefusal(503, 'GENERAL', 'The server is stopping. Try again.');
  }
  const send = context.flagStreams.open(outgoing, holder, flagHeaders, () => takeOff());
  const takeOff = set.listen(({ version, isForBrowsers }) => {
    if (!isForBrowsers) return;
    const lastModified = Math.floor(set.changedAt / 1_000);
    const data = JSON.stringify({ type: 'refetchEvaluation', etag: String(version), lastModified });
    send(`id: ${version}\nevent: message\ndata: ${data}\n\n`);
  });
  return RESPONSE_ALREADY_SENT;
}

interface Asked {
  readonly set: EnvironmentSet;
  readonly holder: KeyHolder;
  readonly evaluation: EvaluationContext;
  /** The context as text. */
  readonly text: string;
}

async function readAsked(context: HttpContext, c: FlagContext): Promise<Asked | Response> {
  const holder = await holderOf(context, c);
  if (holder instanceof Response) return holder;
  const key = c.req.param('key');
  const named = key === undefined ? {} : { key };
  const read = await readBoundedJson(c.req.raw, bodyBytes);
  if ('problem' in read) {
    const { code, message } = read.problem;
    return flagRefusal(code === 'too_large' ? 413 : 400, 'PARSE_ERROR', message, named);
  }
  const evaluation =
    typeof read.value === 'object' && read.value !== null && 'context' in read.value ? read.value.context : undefined;
  if (!isContext(evaluation)) {
    return flagRefusal(
      400,
      'INVALID_CONTEXT',
      'The body must be {"context": {…}}, with a targetingKey or the like in it.',
      named,
    );
  }
  const set = await context.flags.sets.of(holder.environment);
  if (set === undefined) return flagRefusal(403, 'GENERAL', 'The environment of this key is gone.', named);
  return { set, holder, evaluation, text: key === undefined ? JSON.stringify(evaluation) : '' };
}

function isContext(value: unknown): value is EvaluationContext {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resultOf(key: string, details: EvaluationDetails, strict: boolean): object {
  const { value, variant, reason, ruleId, ruleTitle, flagVersion } = details;
  return {
    key,
    reason: strict && reason === 'DEFAULT' ? 'UNKNOWN' : reason,
    ...(variant !== null && { variant }),
    // Without a value the client takes the default of its code.
    ...(value !== undefined && { value }),
    metadata: {
      ...details.metadata,
      ...(flagVersion !== null && { version: flagVersion }),
      ...(ruleId !== null && { ruleId, ruleTitle: ruleTitle ?? '' }),
    },
  };
}

/** The protocol's own schema has no `DEFAULT`; a client that holds to it says so. */
function isStrict(c: FlagContext): boolean {
  return c.req.header('shortlist-reasons') === 'strict';
}

function codeOf({ errorCode }: EvaluationDetails): string {
  return errorCode === 'TARGETING_KEY_MISSING' || errorCode === 'PARSE_ERROR' || errorCode === 'INVALID_CONTEXT'
    ? errorCode
    : 'GENERAL';
}

/** A client that was told of a version by another server must not be given the one before. */
async function caughtUp(set: EnvironmentSet, told: string | undefined): Promise<void> {
  const version = told !== undefined && /^\d{1,15}$/.test(told) ? Number(told) : 0;
  if (version <= set.version) return;
  const reached = Promise.withResolvers<void>();
  const deadline = setTimeout(reached.resolve, catchUpMs);
  const takeOff = set.listen((event) => {
    if (event.version >= version) reached.resolve();
  });
  await reached.promise;
  clearTimeout(deadline);
  takeOff();
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

function originOf(context: HttpContext, c: FlagContext): string {
  return context.publicUrl ?? new URL(c.req.url).origin;
}
