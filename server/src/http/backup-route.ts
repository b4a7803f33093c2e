/** `GET /api/v1/backup`: the whole workspace as a file, for owners with a session or a token of full scope. */
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import type { Context } from 'hono';
import { writeBackup } from '../backup/write-backup.ts';
import type { Caller } from '../run-operation.ts';
import type { HttpContext } from './http-context.ts';
import { credentialOf, identify } from './identify.ts';
import { problemResponse } from './problem.ts';
import { apiHeaders } from './security-headers.ts';

export async function answerBackup(context: HttpContext, c: Context): Promise<Response> {
  const caller = await identify(
    context,
    credentialOf((name) => c.req.header(name)),
  );
  const refusal = mayBackUp(caller);
  if (refusal !== null) return problemResponse(refusal);
  const headers = { ...apiHeaders, 'cache-control': 'no-store', 'content-type': 'application/gzip' };
  if (c.req.method === 'HEAD') return new Response(null, { headers });
  const gzip = createGzip({ level: 6 });
  const writing = writeBackup(context.road.database.db, context.workspaceId, context.files, async (line) => {
    if (gzip.destroyed) throw new Error('the reader of the backup went away');
    if (!gzip.write(line)) await Promise.race([once(gzip, 'drain'), once(gzip, 'close')]);
  });
  // A reader must never take half a backup for a whole one: the connection breaks instead of ending.
  writing.then(
    () => gzip.end(),
    (error: unknown) => {
      context.log.error({ error: String(error) }, 'a backup was broken off');
      gzip.destroy(error instanceof Error ? error : new Error(String(error)));
    },
  );
  // Node's and the web's stream types name the same class.
  return new Response(Readable.toWeb(gzip) as ReadableStream<Uint8Array>, { headers });
}

function mayBackUp(caller: Caller): Refusal | null {
  if (caller.kind === 'nobody') return refuse('not_signed_in', 'Sign in first, or send a token as "Authorization: Bearer …".');
  if (caller.actor.role === 'owner' && caller.scope === 'full') return null;
  return refuse(
    'not_allowed',
    'A backup holds everything, hashes of passwords included, so only an owner with a full-scope token may take one.',
  );
}
