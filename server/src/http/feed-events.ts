/** The feed as server-sent events, for scripts and SDKs. A reader that is slow is read for at its own pace. */
import type { Context } from 'hono';
import type { FeedStep } from '../changes/feed.ts';
import { credentialOf, identify, mayNotRead, type Credential } from './identify.ts';
import type { HttpContext } from './http-context.ts';
import { readAfter } from './feed-position.ts';
import { problemResponse } from './problem.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { apiHeaders } from './security-headers.ts';

export async function answerFeedEvents(context: HttpContext, c: Context): Promise<Response> {
  const credential = credentialOf((name) => c.req.header(name));
  const refusal = mayNotRead(await identify(context, credential));
  if (refusal !== null || credential === null) return problemResponse(refusal ?? refuse('not_signed_in', 'Sign in first.'));
  const after = readAfter(c.req.header('last-event-id') || c.req.query('after'));
  if (typeof after === 'object' && after !== null) return problemResponse(after);
  if (context.isStopping()) return problemResponse(refuse('database_down', 'The server is stopping. Try again in a moment.'));
  if (c.req.method === 'HEAD') return new Response(null, { headers: eventHeaders });
  const body = await openEventStream(context, credential, after, c.req.raw.signal);
  return new Response(body, { headers: eventHeaders });
}

const eventHeaders = {
  ...apiHeaders,
  'content-type': 'text/event-stream; charset=utf-8',
  // A proxy that gathers an answer would never pass anything on.
  'x-accel-buffering': 'no',
};

async function openEventStream(
  context: HttpContext,
  credential: Credential,
  after: number | null,
  clientGone: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const ending = new AbortController();
  const { steps } = await context.hub.follow({ workspaceId: context.workspaceId, after, signal: ending.signal });
  const bytes = new TextEncoder();
  let say: (text: string) => void = () => undefined;
  let takeOff: () => void = () => undefined;
  const end = (): void => {
    takeOff();
    ending.abort();
  };
  clientGone.addEventListener('abort', end, { once: true });
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      say = (text) => controller.enqueue(bytes.encode(text));
      takeOff = context.streams.add({
        credential,
        beat: () => {
          // What waits already shows that the stream is alive.
          if ((controller.desiredSize ?? 0) > 0) say(': still here\n\n');
        },
        end: (reason) => {
          if (!ending.signal.aborted) say(`event: bye\ndata: ${JSON.stringify({ reason })}\n\n`);
          end();
        },
      });
      // Sends the headers on their way.
      say('retry: 2000\n\n');
      if (clientGone.aborted) end();
    },
    pull: async (controller) => {
      const { value, done } = await steps.next();
      if (done !== true) say(eventText(value));
      if (done === true || value.kind === 'reset') {
        end();
        controller.close();
        await steps.return();
      }
    },
    cancel: async () => {
      end();
      await steps.return();
    },
  });
}

function eventText(step: FeedStep): string {
  if (step.kind === 'reset') return 'event: reset\ndata: {}\n\n';
  // JSON has no line feed outside of its strings, and writes those inside as \n.
  return step.lines.map(({ seq, json }) => `id: ${seq}\nevent: change\ndata: ${json}\n\n`).join('');
}
