/** The two addresses of attached files, as OpenAPI paths. */

const problem = { $ref: '#/components/responses/Problem' };
const security = [{ bearer: [] }, { cookie: [] }];
const bytes = { schema: { type: 'string', format: 'binary' } };

export const filePaths = {
  '/api/v1/files': {
    post: {
      operationId: 'files',
      summary: 'Takes one file of at most 25 MB, as it is. `attachment.add` then says to what it belongs; within a day.',
      tags: ['attachment'],
      security,
      requestBody: { required: true, content: { 'application/octet-stream': bytes } },
      responses: {
        '200': {
          description: 'It is kept',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['value'],
                properties: {
                  value: {
                    type: 'object',
                    required: ['fileId', 'type', 'size'],
                    properties: {
                      fileId: { type: 'string' },
                      type: { type: 'string', description: 'Media type, as its bytes say' },
                      size: { type: 'integer', description: 'Bytes' },
                    },
                  },
                },
              },
            },
          },
        },
        ...Object.fromEntries([400, 401, 403, 413, 415, 429, 500, 503, 507].map((status) => [String(status), problem])),
      },
      'x-requires': 'capture',
    },
  },
  '/api/v1/files/{id}': {
    get: {
      operationId: 'file',
      summary: 'The bytes of an attachment. Known pictures are shown in place, everything else is given out to be saved.',
      tags: ['attachment'],
      security,
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        '200': { description: 'The bytes', content: { '*/*': bytes } },
        '304': { description: 'The same as the `ETag` of `If-None-Match`' },
        ...Object.fromEntries([401, 404, 500, 503].map((status) => [String(status), problem])),
      },
      'x-requires': 'read',
    },
  },
} as const;
