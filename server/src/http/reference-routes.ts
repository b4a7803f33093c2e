/** The API explains itself: for programs at `/api/v1/openapi.json`, for people at `/api`. Both are made once, when first asked for. */
import { readFile } from 'node:fs/promises';
import type { Context } from 'hono';
import type { HttpContext } from './http-context.ts';
import { openApiDocument } from './openapi.ts';
import { referencePage } from './reference-page.ts';
import { respondWith, servedBody } from './served-body.ts';

type Answer = (c: Context) => Promise<Response>;

export interface ReferenceRoutes {
  readonly openApi: Answer;
  readonly page: Answer;
  readonly style: Answer;
}

export function referenceRoutes({ version, publicUrl }: Pick<HttpContext, 'version' | 'publicUrl'>): ReferenceRoutes {
  const document = once(() => openApiDocument(version, publicUrl));
  return {
    openApi: made('application/json; charset=utf-8', async () => JSON.stringify(document())),
    page: made('text/html; charset=utf-8', () => referencePage(document())),
    style: made('text/css; charset=utf-8', () => readFile(new URL('./reference.css', import.meta.url), 'utf8')),
  };
}

function made(type: string, make: () => Promise<string>): Answer {
  const body = once(async () => servedBody(type, Buffer.from(await make())));
  return async (c) => await respondWith(c, await body(), 'no-cache');
}

function once<Value>(make: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null;
  return () => (kept ??= { value: make() }).value;
}
