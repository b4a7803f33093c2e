/** The link in a mail that ends mails: a page with one button, and what that button and mail programs post to. */
import type { HttpBindings } from '@hono/node-server';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import type { Context } from 'hono';
import { runOperation } from '../run-operation.ts';
import type { HttpContext } from './http-context.ts';
import { pageHeaders } from './security-headers.ts';

type C = Context<{ Bindings: Partial<HttpBindings> }>;

/** Only asks: programs that look at links beforehand must not end anything. */
export function askUnsubscribe(): Response {
  return page(200, 'No more mail?', '<form method="post"><button>Send me no more mail</button></form>');
}

/** Does it, for anybody who has the link: no login, no origin, nothing of the body is read (RFC 8058). */
export async function answerUnsubscribe(context: HttpContext, c: C): Promise<Response> {
  const caller = { kind: 'nobody', workspaceId: context.workspaceId, via: 'api' } as const;
  const answer = await runOperation(context.road, caller, 'mail.unsubscribe', { token: c.req.param('token') });
  if (isRefusal(answer)) return page(404, 'This link is not known', '<p>Choose in Settings what comes by mail.</p>');
  return page(200, 'No more mail comes', '<p>What concerns you is still told in the app. Settings bring mail back.</p>');
}

function page(status: number, title: string, content: string): Response {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">`;
  const style = '<link rel="stylesheet" href="/api/reference.css">';
  const html = `<!doctype html><html lang="en"><head>${head}<title>${title}</title>${style}</head><body><main><h1>${title}</h1>${content}</main></body></html>`;
  return new Response(html, {
    status,
    headers: { ...pageHeaders, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
