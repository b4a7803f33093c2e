/** `GET /api/v1/snapshot`: the state a client begins with. */
import type { Context } from 'hono';
import { etagMatches, preferredEncoding } from './negotiation.ts';
import { credentialOf, identify, mayNotRead } from './identify.ts';
import type { HttpContext } from './http-context.ts';
import { problemResponse } from './problem.ts';
import { apiHeaders } from './security-headers.ts';
import { snapshotEncodings, type ShelvedSnapshot } from './snapshot-shelf.ts';

export async function answerSnapshot(context: HttpContext, c: Context): Promise<Response> {
  const caller = await identify(
    context,
    credentialOf((name) => c.req.header(name)),
  );
  const refusal = mayNotRead(caller);
  if (refusal !== null) return problemResponse(refusal);
  const encoding = preferredEncoding(c.req.header('accept-encoding'), snapshotEncodings);
  const snapshot = await context.snapshots.take(encoding);
  const headers = {
    ...apiHeaders,
    'cache-control': 'private, no-cache',
    etag: snapshot.etag,
    vary: 'accept-encoding, authorization, cookie',
  };
  if (etagMatches(c.req.header('if-none-match'), snapshot.etag)) return new Response(null, { status: 304, headers });
  return new Response(c.req.method === 'HEAD' ? null : bodyOf(snapshot), {
    headers: {
      ...headers,
      'content-type': 'application/x-ndjson; charset=utf-8',
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    },
  });
}

function bodyOf(snapshot: ShelvedSnapshot): ReadableStream<Uint8Array> {
  const chunks = snapshot.chunks();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return();
    },
  });
}
