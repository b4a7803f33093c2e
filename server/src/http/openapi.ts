/** The API as an OpenAPI 3.1 document: everything in it comes from the registry and the list of refusals. */
import type { Command, Query } from '@shortlist/domain/operation.ts';
import { operationNames, operations } from '@shortlist/domain/operations.ts';
import { refusalStatus } from '@shortlist/domain/refusal.ts';
import { roleMay, roles } from '@shortlist/domain/workspace/roles.ts';
import { jsonSchemaOf, namedSchemas, type JsonSchema } from './json-schemas.ts';
import { httpProblemStatus } from './problem.ts';
import { readPaths } from './openapi-feed.ts';
import { filePaths } from './openapi-files.ts';

type Json = Readonly<Record<string, unknown>>;

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Json>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } & Json;
}

/** `server` is the address that people use; without one, addresses are relative to the document's own. */
export function openApiDocument(version: string, server: string | null): OpenApiDocument {
  const all = operationNames.map((name) => operations[name]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shortlist',
      version,
      summary: 'Every operation of a Shortlist workspace.',
      description:
        'Commands are sent with POST; queries also with GET. An answer is `{"value": …, "seq": n}`; every refusal is `application/problem+json` with a stable `code`. Wherever an id is expected, a handle (`STORY-34`) or a team’s key is accepted too.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    ...(server !== null && { servers: [{ url: server }] }),
    tags: [...new Set(all.map((operation) => featureOf(operation)))].map((name) => ({ name })),
    paths: {
      ...Object.fromEntries(all.map((operation) => [`/api/v1/${operation.name}`, pathOf(operation)])),
      ...readPaths,
      ...filePaths,
    },
    components: {
      schemas: { ...namedSchemas(), Problem: problemSchema },
      responses: { Problem: problemAnswer },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An API token, or a session’s secret' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'shortlist_session', description: 'A browser’s session' },
      },
    },
  };
}

/** `backlog.commit` → `backlog`. */
export function featureOf(operation: Command | Query): string {
  return operation.name.slice(0, operation.name.indexOf('.'));
}

/** Names of the roles that may call it; null where nobody needs to be signed in. */
export function rolesOf(operation: Command | Query): readonly string[] | null {
  return operation.requires === 'anyone' ? null : roles.filter((role) => roleMay(role, operation.requires));
}

function pathOf(operation: Command | Query): Json {
  const input = jsonSchemaOf(operation.input, 'input');
  const common = {
    summary: operation.summary,
    tags: [featureOf(operation)],
    security: operation.requires === 'anyone' ? [] : [{ bearer: [] }, { cookie: [] }],
    responses: responsesOf(operation),
    'x-requires': operation.requires,
    'x-roles': rolesOf(operation) ?? 'anyone',
  };
  const post = {
    ...common,
    operationId: operation.name,
    parameters: operation.kind === 'command' ? commandHeaders(operation) : [],
    requestBody: { required: true, content: { 'application/json': { schema: input } } },
  };
  if (operation.kind === 'command') return { post };
  return { get: { ...common, operationId: `${operation.name}.get`, parameters: queryParameters(input) }, post };
}

function commandHeaders(operation: Command): readonly Json[] {
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Makes a retry harmless for seven days. A UUID, new for each command.',
    schema: { type: 'string', maxLength: 200 },
  };
  if (operation.replaces === null) return [key];
  const ifMatch = {
    name: 'If-Match',
    in: 'header',
    description: 'The `seq` at which the entity was read, in quotes; a later change of it answers 412 `stale`.',
    schema: { type: 'string', pattern: '^"\\d+"$' },
  };
  return [key, ifMatch];
}

function queryParameters(input: JsonSchema): readonly Json[] {
  const required = new Set(input.required);
  return Object.entries(input.properties ?? {}).map(([name, schema]) => {
    const isPlain = typeof schema === 'object' && ['string', 'integer', 'number', 'boolean'].includes(String(schema.type));
    const shape = isPlain ? { schema } : { content: { 'application/json': { schema } } };
    return Object.assign({ name, in: 'query', required: required.has(name) }, shape);
  });
}

function responsesOf(operation: Command | Query): Json {
  const value = jsonSchemaOf(operation.output, 'output');
  const seq = {
    type: 'integer',
    description: operation.kind === 'command' ? '`seq` of its last change' : 'The workspace’s `seq` before it was read',
  };
  const answer = { type: 'object', properties: { value, seq }, required: ['value', 'seq'] };
  const problems = refusalsOf(operation).map((status) => [String(status), { $ref: '#/components/responses/Problem' }]);
  return {
    '200': { description: 'Done', content: { 'application/json': { schema: answer } } },
    ...Object.fromEntries(problems),
  };
}

const limited = ['session.start', 'workspace.setUp', 'member.join'];

function refusalsOf(operation: Command | Query): readonly number[] {
  const always = [400, 404, 413, 500, 503];
  const signedIn = operation.requires === 'anyone' ? [401] : [401, 403];
  const command = operation.kind === 'command' ? [409, 415, 507] : [];
  const stale = operation.kind === 'command' && operation.replaces !== null ? [412] : [];
  const many = limited.includes(operation.name) ? [410, 429] : [];
  return [...always, ...signedIn, ...command, ...stale, ...many].toSorted((one, other) => one - other);
}

const problemSchema: JsonSchema = {
  type: 'object',
  description: 'Why something was not done (RFC 9457). Figures of the refusal stand beside these members.',
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'Where the code is explained' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: [...Object.keys(refusalStatus), ...Object.keys(httpProblemStatus)] },
    detail: { type: 'string', description: 'What happened, then what can be done' },
    errors: {
      type: 'array',
      description: 'Every wrong path of invalid input',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'code', 'detail'],
};

const problemAnswer = {
  description: 'It was not done',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
