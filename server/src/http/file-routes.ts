/** `POST /api/v1/files` takes one file as it is; `GET /api/v1/files/<id>` gives an attached one out, by session or token only. */
import { Readable } from 'node:stream';
import { shownPictures } from '@shortlist/domain/attachment/attachment-limits.ts';
import { isRefusal, refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { roleMay, scopeMay } from '@shortlist/domain/workspace/roles.ts';
import type { Context } from 'hono';
import type { Caller } from '../run-operation.ts';
import type { HttpContext } from './http-context.ts';
import { credentialOf, foreignOrigin, identify, type ReadHeader } from './identify.ts';
import { etagMatches } from './negotiation.ts';
import { problemResponse } from './problem.ts';
import { apiHeaders } from './security-headers.ts';

export async function receiveFile(context: HttpContext, c: Context): Promise<Response> {
  const header: ReadHeader = (name) => c.req.header(name);
  const credential = credentialOf(header);
  const foreign = foreignOrigin(context, credential, header);
  // What is left of a body that is not read makes the connection useless.
  const closing = { connection: 'close' };
  if (foreign !== null) return problemResponse(foreign, closing);
  const caller = await identify(context, credential);
  if (caller.kind === 'nobody') return problemResponse(notSignedIn(), closing);
  if (!roleMay(caller.actor.role, 'capture') || !scopeMay(caller.scope, 'capture')) {
    return problemResponse(refuse('not_allowed', 'You may read here, not attach. Ask an admin for another role.'), closing);
  }
  const { body } = c.req.raw;
  if (body === null) return problemResponse(refuse('invalid_input', 'The file is empty. Choose another one.'));
  try {
    const sent = { bytes: body, claimedType: header('content-type') ?? '' };
    const received = await context.files.receive(caller.actor, sent);
    if (isRefusal(received)) return problemResponse(received, closing);
    return new Response(JSON.stringify({ value: received }), {
      headers: { ...apiHeaders, 'content-type': 'application/json; charset=utf-8' },
    });
  } catch (error) {
    // The sender went away in the middle: nobody is left to be answered.
    if (c.req.raw.signal.aborted) return new Response(null, { status: 499 });
    throw error;
  }
}

export async function answerFile(context: HttpContext, c: Context): Promise<Response> {
  const caller = await identify(
    context,
    credentialOf((name) => c.req.header(name)),
  );
  if (caller.kind === 'nobody') return problemResponse(notSignedIn());
  const found = mayRead(caller) ? await context.files.find(caller.actor, c.req.param('id') ?? '') : null;
  if (found === null) return problemResponse(refuse('not_found', 'There is no such file here. It may have been removed.'));
  const { attachment, stream } = found;
  const etag = `"${attachment.id}"`;
  const headers = {
    ...apiHeaders,
    // A file never acts in our name: it is a picture, or it is saved.
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cache-control': 'private, no-cache',
    etag,
    'content-type': attachment.type,
    'content-length': String(attachment.size),
    'content-disposition': dispositionOf(attachment.name, shownPictures.has(attachment.type)),
  };
  if (etagMatches(c.req.header('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: { etag, 'cache-control': headers['cache-control'] } });
  }
  if (c.req.method === 'HEAD') return new Response(null, { headers });
  // Node's and the web's stream types name the same class.
  return new Response(Readable.toWeb(stream()) as ReadableStream<Uint8Array>, { headers });
}

function notSignedIn(): Refusal {
  return refuse('not_signed_in', 'Sign in first, or send a token as "Authorization: Bearer …".');
}

/** Suggesters have files of their own ideas, with whatever lets them capture. */
function mayRead(caller: Extract<Caller, { kind: 'known' }>): boolean {
  const needed = caller.actor.role === 'suggester' ? 'capture' : 'read';
  return roleMay(caller.actor.role, needed) && scopeMay(caller.scope, needed);
}

/** RFC 6266: the name in ASCII for old programs, and as it is, encoded. */
function dispositionOf(name: string, isShown: boolean): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${isShown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
