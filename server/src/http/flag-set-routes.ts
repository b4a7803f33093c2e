/** `/flags/v1`: an environment's set for SDKs with a server key: whole, as a stream of deltas, and what they count. */
import { Telemetry } from '@shortlist/domain/flag/telemetry.ts';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { EnvironmentSet } from '../flag/environment-set.ts';
import type { KeyHolder } from '../flag/environment-keys.ts';
import { flagHeaders, flagRefusal, holderOf, type FlagContext } from './flag-access.ts';
import { readAfter } from './feed-position.ts';
import type { HttpContext } from './http-context.ts';
import { etagMatches, preferredEncoding } from './negotiation.ts';
import { readBoundedJson } from './read-input.ts';

const telemetryBytes = 512 * 1024;
/** Made once for a text, which is one object while the set stays as it is. */
const zipped = new WeakMap<EnvironmentSet, { readonly etag: string; readonly bytes: Promise<Uint8Array> }>();

export async function answerFlagSet(context: HttpContext, c: FlagContext): Promise<Response> {
  const opened = await openSet(context, c);
  if (opened instanceof Response) return opened;
  const { set } = opened;
  const { text, etag } = set.text();
  const encoding = preferredEncoding(c.req.header('accept-encoding'), ['gzip', 'identity']);
  const headers = {
    ...flagHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding, authorization',
    etag,
  };
  if (etagMatches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  if (encoding !== 'gzip' || text.length < 1_000) return new Response(text, { headers });
  let kept = zipped.get(set);
  if (kept?.etag !== etag) {
    kept = { etag, bytes: promisify(gzip)(text, { level: 5 }) };
    zipped.set(set, kept);
  }
  return new Response(Buffer.from(await kept.bytes), { headers: { ...headers, 'content-encoding': 'gzip' } });
}

/** Events: `set` with the whole, `delta` with what a version changed, `ready` where nothing is lacking. Each has the version as id. */
export async function answerFlagStream(context: HttpContext, c: FlagContext): Promise<Response> {
  const opened = await openSet(context, c);
  if (opened instanceof Response) return opened;
  const { set, holder } = opened;
  const after = readAfter(c.req.header('last-event-id') || c.req.query('after'));
  if (typeof after === 'object' && after !== null) return flagRefusal(400, 'GENERAL', after.message);
  const outgoing = c.env?.outgoing;
  if (outgoing === undefined || context.isStopping()) return flagRefusal(503, 'GENERAL', 'The server is stopping. Try again.');
  const lacking = await context.flags.sets.since(set, after ?? 0);
  // From here to the first write nothing waits, so no version comes between.
  const send = context.flagStreams.open(outgoing, holder, flagHeaders, () => takeOff());
  const takeOff = set.listen(({ delta, version }) => send(eventText('delta', version, delta)));
  if (lacking.kind === 'whole') send(eventText('set', set.version, set.text().text));
  else if (lacking.kind === 'nothing') send(eventText('ready', set.version, JSON.stringify({ version: set.version })));
  else send(eventText('delta', set.version, lacking.text));
  return RESPONSE_ALREADY_SENT;
}

/** The text of a set has line ends, which an event carries as lines of its own. */
function eventText(event: string, version: number, data: string): string {
  return `id: ${version}\nevent: ${event}\ndata: ${data.replaceAll('\n', '\ndata: ')}\n\n`;
}

export async function answerTelemetry(context: HttpContext, c: FlagContext): Promise<Response> {
  const holder = await holderOf(context, c);
  if (holder instanceof Response) return holder;
  const read = await readBoundedJson(c.req.raw, telemetryBytes);
  if ('problem' in read) return flagRefusal(read.problem.code === 'too_large' ? 413 : 400, 'PARSE_ERROR', read.problem.message);
  const parsed = Telemetry.safeParse(read.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return flagRefusal(400, 'PARSE_ERROR', `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'is wrong'}`);
  }
  context.flags.telemetry.add(holder.environment, parsed.data);
  return new Response(null, { status: 204, headers: flagHeaders });
}

async function openSet(
  context: HttpContext,
  c: FlagContext,
): Promise<{ readonly set: EnvironmentSet; readonly holder: KeyHolder } | Response> {
  const holder = await holderOf(context, c);
  if (holder instanceof Response) return holder;
  if (holder.kind === 'browser') {
    return flagRefusal(403, 'GENERAL', 'A browser key gets results, not rules: ask /ofrep/v1/evaluate/flags with it.');
  }
  const set = await context.flags.sets.of(holder.environment);
  return set === undefined ? flagRefusal(404, 'GENERAL', 'This environment is gone.') : { set, holder };
}
