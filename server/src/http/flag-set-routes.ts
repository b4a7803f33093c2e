/** `/flags/v1`: an environment's set for SDKs with a server key: whole, as a stream of deltas, and what they count. */
import { Telemetry } from '@shortlist/domain/flag/telemetry.ts';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { EnvironmentSet, SetEvent } from '../flag/environment-set.ts';
import type { KeyHolder } from '../flag/environment-keys.ts';
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
import { readAfter } from './feed-position.ts';
import { eventText } from './flag-streams.ts';
import type { HttpContext } from './http-context.ts';
import { etagMatches, preferredEncoding } from './negotiation.ts';

const telemetryBytes = 512 * 1024;
/** Made once for a text, which is one object while the set stays as it is. */
const zipped = new WeakMap<EnvironmentSet, { readonly etag: string; readonly bytes: Promise<Uint8Array> }>();

export async function answerFlagSet(context: HttpContext, { request }: FlagQuestion): Promise<FlagAnswer> {
  const opened = await openSet(context, request);
  if (isAnswer(opened)) return opened;
  const { set } = opened;
  const { text, etag } = set.text();
  const encoding = preferredEncoding(request.headers['accept-encoding']?.toString(), ['gzip', 'identity']);
  const headers = {
    ...flagJsonHeaders,
    ...exposingHeaders,
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding, authorization',
    etag,
  };
  if (etagMatches(request.headers['if-none-match'], etag)) return { status: 304, headers, body: null };
  if (encoding !== 'gzip' || text.length < 1_000) return { status: 200, headers, body: text };
  let kept = zipped.get(set);
  if (kept?.etag !== etag) {
    kept = { etag, bytes: promisify(gzip)(text, { level: 5 }) };
    zipped.set(set, kept);
  }
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: await kept.bytes };
}

/** Events: `set` with the whole, `delta` with what a version changed, `ready` where nothing is lacking. Each has the version as id. */
export async function answerFlagStream(context: HttpContext, { request, response, query }: FlagQuestion): Promise<FlagAnswer> {
  const opened = await openSet(context, request);
  if (isAnswer(opened)) return opened;
  const { set, holder } = opened;
  const after = readAfter(request.headers['last-event-id']?.toString() || (new URLSearchParams(query).get('after') ?? undefined));
  if (typeof after === 'object' && after !== null) return flagRefusal(400, 'GENERAL', after.message);
  // Another server has told of it already; what this one has is older, and would take the client back.
  await set.reach(after ?? 0);
  const lacking = await context.flags.sets.since(set, after ?? 0);
  if (context.isStopping()) return flagRefusal(503, 'GENERAL', 'The server is stopping. Try again.');
  // From here to the first write nothing waits, so no version comes between.
  const send = context.flagStreams.open(response, holder, flagHeaders, () => takeOff());
  const takeOff = set.listen((event) => send(deltaBytes(event)));
  if (lacking.kind === 'whole') send(eventText('set', set.version, set.text().text));
  else if (lacking.kind === 'nothing') send(eventText('ready', set.version, JSON.stringify({ version: set.version })));
  else send(eventText('delta', set.version, lacking.text));
  return null;
}

/** Made once for an event, whose one object every stream is given. */
const deltas = new WeakMap<SetEvent, Uint8Array>();

function deltaBytes(event: SetEvent): Uint8Array {
  const known = deltas.get(event);
  if (known !== undefined) return known;
  const made = Buffer.from(eventText('delta', event.version, event.delta));
  deltas.set(event, made);
  return made;
}

export async function answerTelemetry(context: HttpContext, { request }: FlagQuestion): Promise<FlagAnswer> {
  const opened = await openEnvironment(context, request);
  if (isAnswer(opened)) return opened;
  const { set, holder } = opened;
  const read = await readFlagBody(request, telemetryBytes);
  if ('problem' in read) return flagRefusal(read.problem.code === 'too_large' ? 413 : 400, 'PARSE_ERROR', read.problem.message);
  const parsed = Telemetry.safeParse(read.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return flagRefusal(400, 'PARSE_ERROR', `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'is wrong'}`);
  }
  // A browser's key is known to everyone: it counts for flags that it can read, and for no others.
  const mayCount = ({ flag }: { readonly flag: string }): boolean => holder.kind === 'server' || set.isForBrowsers(flag);
  const { evaluations, outcomes } = parsed.data;
  context.flags.telemetry.add(holder.environment, {
    evaluations: evaluations.filter(mayCount),
    outcomes: outcomes.filter(mayCount),
  });
  return { status: 204, headers: flagHeaders, body: null };
}

type Opened = { readonly set: EnvironmentSet; readonly holder: KeyHolder };

async function openSet(context: HttpContext, request: FlagQuestion['request']): Promise<Opened | NonNullable<FlagAnswer>> {
  const opened = await openEnvironment(context, request);
  if (isAnswer(opened) || opened.holder.kind === 'server') return opened;
  return flagRefusal(403, 'GENERAL', 'A browser key gets results, not rules: ask /ofrep/v1/evaluate/flags with it.');
}

async function openEnvironment(
  context: HttpContext,
  request: FlagQuestion['request'],
): Promise<Opened | NonNullable<FlagAnswer>> {
  const held = holderOf(context, request);
  const holder = held instanceof Promise ? await held : held;
  if (isAnswer(holder)) return holder;
  const set = await context.flags.sets.of(holder.environment);
  return set === undefined ? flagRefusal(404, 'GENERAL', 'This environment is gone.') : { set, holder };
}
