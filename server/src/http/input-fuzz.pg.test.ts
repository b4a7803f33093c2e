// Whatever is sent, the server answers in its own words: never 500, never nothing.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { operationNames, operations } from '@shortlist/domain/operations.ts';
import fc from 'fast-check';
import { jsonSchemaOf, type JsonSchema } from './json-schemas.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

// A twentieth of the soak's hundred thousand, shared by the properties below.
const isSoak = process.env['SHORTLIST_SOAK'] === '1';
const cases = (share: number): number => Math.round((isSoak ? 100_000 : 5_000) * share);

/** Left out: what hashes a password takes a third of a second, and signing out would end the fuzzing. */
const slow = new Set(['workspace.setUp', 'member.join', 'session.start', 'session.end']);
const names = operationNames.filter((name) => !slow.has(name));

let server: TestServer;
before(async () => {
  server = await startTestServer();
  await server.value('team.create', { key: 'WEB', name: 'Web' });
  await server.value('idea.capture', { problem: 'Something to aim at' });
});
after(async () => {
  await server.end();
});

async function assertAnswered(response: Response): Promise<void> {
  const text = await response.text();
  assert.ok(response.status < 500 || response.status === 507, `${response.status} ${text}`);
  if (response.status >= 400) assert.match(JSON.parse(text).code, /^[a-z_]+$/);
}

const call = (name: string, body: string | Uint8Array<ArrayBuffer>) =>
  server.fetch(`/api/v1/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

/** Texts with what has broken parsers and databases before. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '__proto__',
    'IDEA-1',
    'IDEA-99999999999',
    'WEB',
    'team_x',
    "'; drop table idea; --",
    '%',
    '\\',
    '',
  ),
  fc.constantFrom('2026-13-45T99:99:99.999Z', '-infinity', 'NaN', '1e999', 'idea_' + '0'.repeat(40), 'a'.repeat(3_000)),
);
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(2 ** 53, -1, 2 ** 31, 1e308, Number.MIN_VALUE, 0, -0));

/** Input that fits a schema's shape here and there, so that it gets past the parser often enough. */
function near(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  const wild = fc.jsonValue({ maxDepth: 2 });
  const fitting = fit(schema, depth);
  return depth > 4 ? wild : fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: fc.oneof(wild, text, number) });
}

function fit(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => near(choice, depth + 1)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {}).map(([name, field]): [string, fc.Arbitrary<unknown>] => [
      name,
      typeof field === 'object' ? near(field, depth + 1) : fc.constant(null),
    ]);
    return fc.record(Object.fromEntries(fields), {
      requiredKeys: (schema.required ?? []).filter((name) => name in (schema.properties ?? {})),
    });
  }
  if (schema.type === 'array') {
    const { items } = schema;
    return fc.array(typeof items === 'object' && !Array.isArray(items) ? near(items, depth + 1) : text, { maxLength: 4 });
  }
  if (schema.type === 'integer' || schema.type === 'number') return fc.oneof(fc.integer({ min: -2, max: 50 }), number);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  return schema.format === 'date-time' ? fc.date({ noInvalidDate: true }).map((date) => date.toISOString()) : text;
}

/** What is sent to each, made once: to read a schema anew for each case would cost more than the case. */
const commands = names.map((name) =>
  near(jsonSchemaOf(operations[name].input, 'input')).map((input) => ({ name, body: JSON.stringify(input) ?? '' })),
);
const command = fc.oneof(...commands);

test('input that nearly fits is done or refused', () =>
  fc.assert(
    fc.asyncProperty(command, async ({ name, body }) => await assertAnswered(await call(name, body))),
    { numRuns: cases(0.5) },
  ));

test('bytes and texts that are no input are refused', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((json) => json.slice(1)),
        text,
      ),
      async (name, body) => {
        await assertAnswered(await call(name, typeof body === 'string' ? body : new Uint8Array(body)));
      },
    ),
    { numRuns: cases(0.15) },
  ));

test('any query string is answered', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(fc.tuple(fc.oneof(fc.constantFrom('input', 'limit', 'after', 'teamId'), text), text)),
      async (name, pairs) => {
        const query = new URLSearchParams(
          pairs.map(([key, value]): [string, string] => [key.toWellFormed(), value.toWellFormed()]),
        );
        await assertAnswered(await server.fetch(`/api/v1/${name}?${query.toString()}`));
      },
    ),
    { numRuns: cases(0.15) },
  ));

/** A request as a program other than a browser could write it. */
async function raw(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const sent = request({ host: '127.0.0.1', port: server.port, path, headers, method: 'GET' });
  const [response] = await once(sent.end(), 'response');
  response.resume();
  return response.statusCode;
}

const visible = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)) });
const headerName = fc.constantFrom(
  'authorization',
  'cookie',
  'if-match',
  'if-none-match',
  'idempotency-key',
  'accept',
  'accept-encoding',
  'origin',
  'last-event-id',
  'x-forwarded-for',
  'shortlist-via',
  'content-type',
);

test('any path and any headers are answered', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        visible,
        visible.map((rest) => `api/v1/${rest}`),
        fc.constantFrom('api/v1/snapshot', 'api', 'assets/../../x', '%00', '%', 'api/v1/team.list'),
      ),
      fc.dictionary(
        headerName,
        fc.oneof(visible, fc.constantFrom('Bearer ', 'Bearer x', 'shortlist_session=', 'br;q=x, *', '"', 'W/"1"')),
      ),
      async (path, headers) => {
        const status = (await raw(`/${path}`, headers)) ?? 0;
        // 503 is the app that is not built, where the tests run without one.
        assert.ok((status >= 200 && status < 500) || status === 503, `${status}`);
      },
    ),
    { numRuns: cases(0.2) },
  ));

test('bytes that are no HTTP end in a refusal or a closed connection, and the server lives on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.resume();
      socket.end(bytes);
      await new Promise((resolve) => socket.once('close', resolve));
    }),
    { numRuns: cases(0.02) },
  );
  assert.equal((await server.fetch('/healthz')).status, 200);
});
