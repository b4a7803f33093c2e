/** Every address of the server but those of flags (flag-listener.ts), and what happens to an error that nobody expected. */
import type { HttpBindings } from '@hono/node-server';
import { refuse } from '@shortlist/domain/refusal.ts';
import { Hono } from 'hono';
import { uuidv7 } from 'uuidv7';
import { answerFeedEvents } from './feed-events.ts';
import { answerFile, receiveFile } from './file-routes.ts';
import { answerHealth, answerMetrics } from './health.ts';
import type { HttpContext } from './http-context.ts';
import { accepts } from './negotiation.ts';
import { answerOperation } from './operation-routes.ts';
import { problem, problemResponse } from './problem.ts';
import { referenceRoutes } from './reference-routes.ts';
import { refusalOfDatabaseError } from '../in-transaction.ts';
import { answerBackup } from './backup-route.ts';
import { answerSnapshot } from './snapshot-route.ts';
import { answerUnsubscribe, askUnsubscribe } from './unsubscribe-route.ts';
import { staticFiles } from './static-files.ts';

export type HttpApp = Hono<{ Bindings: Partial<HttpBindings> }>;

export function makeHttpApp(context: HttpContext): HttpApp {
  const app: HttpApp = new Hono();
  const serveFile = staticFiles(context.webDir);

  const reference = referenceRoutes(context);
  app.get('/healthz', () => answerHealth(context));
  app.get('/metrics', (c) => answerMetrics(context, c));
  app.get('/api', reference.page);
  app.get('/api/reference.css', reference.style);
  app.get('/api/v1/openapi.json', reference.openApi);
  app.get('/api/v1/snapshot', (c) => answerSnapshot(context, c));
  app.get('/api/v1/backup', (c) => answerBackup(context, c));
  app.get('/api/v1/feed', (c) => {
    if (accepts(c.req.header('accept'), 'text/event-stream')) return answerFeedEvents(context, c);
    const message = 'The feed is a stream. Open it as a WebSocket, or send "Accept: text/event-stream".';
    return problemResponse(problem('upgrade_required', message), { upgrade: 'websocket', connection: 'upgrade' });
  });
  app.post('/api/v1/files', (c) => receiveFile(context, c));
  app.get('/api/v1/files/:id', (c) => answerFile(context, c));
  app.on(['GET', 'POST'], '/api/v1/:operation', (c) => answerOperation(context, c));
  app.all('/api/v1/*', (c) => {
    if (c.req.path.split('/').length > 4)
      return problemResponse(problem('no_such_address', 'There is nothing at this address. The list is at /api.'));
    return problemResponse(problem('method_not_allowed', 'Operations take POST; queries also take GET.'), {
      allow: 'GET, HEAD, POST',
    });
  });
  app.get('/unsubscribe/:token', askUnsubscribe);
  app.post('/unsubscribe/:token', (c) => answerUnsubscribe(context, c));
  app.get('/*', (c) => serveFile(c));
  app.notFound(() =>
    problemResponse(problem('method_not_allowed', 'Only GET and HEAD lead anywhere here.'), { allow: 'GET, HEAD' }),
  );
  app.onError((error, c) => {
    const away = refusalOfDatabaseError(error);
    if (away !== null) return problemResponse(away);
    const requestId = uuidv7();
    context.log.error({ err: error, requestId, method: c.req.method, path: c.req.path }, 'a request failed');
    const message = 'Something went wrong here, and it was noted. Try again; if it stays so, tell your admin the request id.';
    return problemResponse(refuse('internal', message, { requestId }));
  });
  return app;
}
