/** `/healthz` for whoever keeps the server running, `/metrics` for whoever watches it. */
import type { HttpBindings } from '@hono/node-server';
import { refuse } from '@shortlist/domain/refusal.ts';
import { roleMay, scopeMay } from '@shortlist/domain/workspace/roles.ts';
import type { Context } from 'hono';
import { isFromThisMachine } from './client-address.ts';
import type { HttpContext } from './http-context.ts';
import { credentialOf, identify } from './identify.ts';
import { problemResponse } from './problem.ts';
import { apiHeaders } from './security-headers.ts';

/** 200 while commands can be taken, 503 while the server stops or its database is away. A nearly full disk is no illness. */
export function answerHealth(context: HttpContext): Response {
  const database = context.road.database.state();
  const status = context.isStopping() ? 'stopping' : database === 'up' ? 'ok' : `database_${database}`;
  return new Response(JSON.stringify({ status, version: context.version }), {
    status: status === 'ok' ? 200 : 503,
    headers: { ...apiHeaders, 'content-type': 'application/json; charset=utf-8' },
  });
}

/** For programs on this machine, and for admins with a token or a session. */
export async function answerMetrics(context: HttpContext, c: Context<{ Bindings: Partial<HttpBindings> }>): Promise<Response> {
  const header = (name: string): string | undefined => c.req.header(name);
  if (!isFromThisMachine(c.env?.incoming?.socket.remoteAddress, header)) {
    const caller = await identify(context, credentialOf(header));
    if (caller.kind === 'nobody')
      return problemResponse(refuse('not_signed_in', 'Send an admin’s token as "Authorization: Bearer …".'));
    if (!roleMay(caller.actor.role, 'manage_workspace') || !scopeMay(caller.scope, 'manage_workspace')) {
      return problemResponse(refuse('not_allowed', 'Metrics are for admins. Ask one for a token of full scope.'));
    }
  }
  return new Response(await context.metrics.text(), { headers: { ...apiHeaders, 'content-type': context.metrics.contentType } });
}
