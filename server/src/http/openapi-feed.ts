/** The addresses that are no operations, as OpenAPI paths: the snapshot and the feed. */

const problems = Object.fromEntries(
  [400, 401, 403, 500, 503].map((status) => [String(status), { $ref: '#/components/responses/Problem' }]),
);
const security = [{ bearer: [] }, { cookie: [] }];

export const readPaths = {
  '/api/v1/snapshot': {
    get: {
      operationId: 'snapshot',
      summary: 'Every live entity as of one `seq`, as lines of JSON: a head, rows by entity, an end with their count.',
      tags: ['feed'],
      security,
      responses: {
        '200': { description: 'The lines', content: { 'application/x-ndjson': { schema: { type: 'string' } } } },
        '304': { description: 'Nothing has changed since the `ETag` of `If-None-Match`' },
        ...problems,
      },
      'x-requires': 'read',
    },
  },
  '/api/v1/feed': {
    get: {
      operationId: 'feed',
      summary: 'Changes as they happen: server-sent events here, the same as a WebSocket at this address.',
      tags: ['feed'],
      security,
      parameters: [
        {
          name: 'after',
          in: 'query',
          description: 'The last `seq` that was seen; absent: from now on',
          schema: { type: 'integer', minimum: 0 },
        },
        {
          name: 'Last-Event-ID',
          in: 'header',
          description: 'Wins over `after`; an event source sends it by itself',
          schema: { type: 'integer', minimum: 0 },
        },
      ],
      responses: {
        '200': {
          description: 'Events `change` with the `seq` as id and a FeedChange as data, `reset`, and `bye`',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        '426': { $ref: '#/components/responses/Problem' },
        ...problems,
      },
      'x-requires': 'read',
    },
  },
} as const;
