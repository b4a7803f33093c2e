/** OFREP's answers: each has the protocol's shape, says what in-process evaluation says, and comes whatever is sent. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { evaluateFlag } from '@shortlist/domain/flag/flag-evaluate.ts';
import { flagQuestions } from '@shortlist/domain/flag/flag-fingerprint.ts';
import { readSetText } from '@shortlist/domain/flag/flag-set.ts';
import fc from 'fast-check';
import { z } from 'zod';
import { eventsOf } from '../test-feed.ts';
import { jsonOf, startTestServer, type TestServer } from '../test-server.ts';

const isSoak = process.env['SHORTLIST_SOAK'] === '1';
const pairs = isSoak ? 10_000 : 500;
const cases = isSoak ? 100_000 : 1_500;

// The schemas of the protocol's OpenAPI document, version 0.3.0, by the names they have there; stricter in that nothing else may be in an answer.
const metadata = z.record(z.string(), z.union([z.boolean(), z.string(), z.number()]));
const evaluationSuccess = z.strictObject({
  key: z.string(),
  reason: z.enum(['STATIC', 'TARGETING_MATCH', 'SPLIT', 'DISABLED', 'UNKNOWN']),
  variant: z.string().optional(),
  // booleanFlag, stringFlag, integerFlag, floatFlag, objectFlag; absent: codeDefaultFlag
  value: z.union([z.boolean(), z.string(), z.number(), z.record(z.string(), z.unknown())]).optional(),
  metadata: metadata.optional(),
});
const evaluationFailure = z.strictObject({
  key: z.string(),
  errorCode: z.enum(['PARSE_ERROR', 'TARGETING_KEY_MISSING', 'INVALID_CONTEXT', 'GENERAL']),
  errorDetails: z.string(),
});
const flagNotFound = z.strictObject({ key: z.string(), errorCode: z.literal('FLAG_NOT_FOUND'), errorDetails: z.string() });
const bulkEvaluationSuccess = z.strictObject({
  flags: z.array(z.union([evaluationSuccess, evaluationFailure])),
  metadata,
  eventStreams: z.array(z.strictObject({ type: z.literal('sse'), url: z.url() })),
});
const bulkEvaluationFailure = z.strictObject({ errorCode: z.string(), errorDetails: z.string() });
const sseEventData = z.strictObject({ type: z.literal('refetchEvaluation'), etag: z.string(), lastModified: z.int().min(0) });

const one = new Map<number, z.ZodType>([
  [200, evaluationSuccess],
  [400, evaluationFailure],
  [404, flagNotFound],
  [413, evaluationFailure],
]);
const all = new Map<number, z.ZodType>([
  [200, bulkEvaluationSuccess],
  [400, bulkEvaluationFailure],
  [413, bulkEvaluationFailure],
]);

let server: TestServer;
let secret = '';
const keys: string[] = [];
const { document, next } = flagQuestions(29);

before(async () => {
  server = await startTestServer({ flagLimits: { server: 1e9, browser: 1e9, wrongKey: 1e9, windowSeconds: 60 } });
  secret = (await server.value('environment.createKey', { environment: 'production', kind: 'server' })).keySecret;
  await server.value('segment.edit', { key: 'beta', included: ['日本', 'ada'], excluded: ['josé'] });
  for (const { key, rules, fallthrough, offVariant, enabled } of Object.values(document.flags).slice(0, 60)) {
    await server.value('flag.create', { key, clientSide: true });
    // What no rule may hold is refused when it is written, so not every one of them comes to be asked.
    const set = { key, environment: 'production', enabled, rules, fallthrough, offVariant: offVariant ?? 'off' };
    if ((await server.post('flag.setRules', set)).status === 200) keys.push(key);
  }
  assert.ok(keys.length > 15, `${keys.length} flags were taken`);
  const object = { type: 'object' as const, variants: { on: { größe: [1, 'zwei'] }, off: {} } };
  await server.value('flag.create', { key: 'object', clientSide: true, ...object, onVariant: 'on', offVariant: 'off' });
  await server.value('flag.create', { key: 'needs-a-unit' });
  const split = { unit: 'user', hashVersion: 1 as const, weights: [{ variant: 'on', weight: 100_000 }] };
  const rules = { key: 'needs-a-unit', environment: 'production', enabled: true, fallthrough: { split } };
  await server.value('flag.setRules', rules);
});
after(async () => await server.end());

const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  server.fetch(path, {
    as: secret,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'shortlist-reasons': 'strict', ...headers },
    body,
  });
const ask = (path: string, context: unknown) => post(`/ofrep/v1/evaluate/flags${path}`, JSON.stringify({ context }));

/** Parses the answer by the schema of its status. */
async function valid(schemas: ReadonlyMap<number, z.ZodType>, response: Response): Promise<number> {
  const text = await response.text();
  const schema = schemas.get(response.status);
  assert.ok(schema !== undefined, `${response.status} ${text}`);
  schema.parse(JSON.parse(text));
  return response.status;
}

test('every kind of answer has the protocol’s shape', async () => {
  const statuses = [
    await valid(one, await ask('/object', { targetingKey: 'u' })),
    await valid(one, await ask(`/${keys[0] ?? ''}`, { targetingKey: 'ü😀' })),
    await valid(one, await ask('/nothing', { targetingKey: 'u' })),
    await valid(one, await ask('/needs-a-unit', {})),
    await valid(one, await ask('/object', [])),
    await valid(one, await post('/ofrep/v1/evaluate/flags/object', '{')),
    await valid(one, await post('/ofrep/v1/evaluate/flags/object', '{}', { 'content-type': 'text/plain' })),
    await valid(one, await ask('/object', { text: 'x'.repeat(300_000) })),
    await valid(all, await ask('', { targetingKey: 'u' })),
    await valid(all, await ask('', 7)),
  ];
  assert.deepEqual(statuses, [200, 200, 404, 400, 400, 400, 400, 413, 200, 400]);
  const bulk = await jsonOf(await ask('', { targetingKey: 'u' }));
  const events = eventsOf(await fetch(bulk.eventStreams[0].url));
  await server.value('flag.edit', { key: 'object', title: 'Another' });
  await server.value('flag.setRules', {
    key: 'object',
    environment: 'production',
    enabled: true,
    fallthrough: { variant: 'on' },
  });
  for (;;) {
    const { value } = await events.next();
    if (value?.event !== 'message') continue;
    sseEventData.parse(JSON.parse(value.data ?? ''));
    break;
  }
});

test(`${pairs} questions get over OFREP what they get in process`, async () => {
  const set = readSetText(await (await server.fetch('/flags/v1/set', { as: secret })).text(), Date.now);
  let asked = 0;
  const reasons = new Set<string>();
  while (asked < pairs) {
    const { context } = next();
    const text = JSON.stringify({ context });
    // Half a character is no JSON that another language could send.
    if (text.includes('\\ud8')) continue;
    const key = keys[asked % keys.length] ?? '';
    asked += 1;
    const response = await post(`/ofrep/v1/evaluate/flags/${key}`, text, { 'shortlist-reasons': 'all' });
    const told = await jsonOf(response);
    const here = evaluateFlag(set, key, context);
    reasons.add(here.reason);
    if (here.errorCode !== null) assert.deepEqual([response.status, told.errorCode], [400, here.errorCode], text);
    else {
      const { value, variant, reason } = told;
      const rule = told.metadata.ruleId ?? null;
      assert.deepEqual([value, variant, reason, rule], [here.value, here.variant, here.reason, here.ruleId], `${key} ${text}`);
    }
  }
  assert.ok(reasons.has('SPLIT') && reasons.has('TARGETING_MATCH'), [...reasons].join());
});

const wild = fc.oneof(
  fc.anything({ withNullPrototype: false, maxDepth: 4 }),
  fc.jsonValue({ maxDepth: 6 }),
  fc.constantFrom<unknown>(
    '\ud800',
    '\u0000',
    1e308,
    -0,
    'a'.repeat(5_000),
    `${'(a+)+'.repeat(20)}$`,
    '::ffff:1.2.3.4',
    '1.2.3-\u00e9',
  ),
);
const names = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'targetingKey', 'user', 'customer', 'device', 'groups', 'größe'),
);
const context = fc.oneof(fc.dictionary(names, wild, { maxKeys: 8 }), wild, fc.integer({ min: 1, max: 3_000 }).map(nested));
const body = fc.oneof(
  { weight: 6, arbitrary: context.map((value) => textOf({ context: value })) },
  { weight: 1, arbitrary: fc.oneof(wild, fc.constant(undefined)).map((value) => textOf(value)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);
const path = fc.oneof(
  { weight: 4, arbitrary: fc.nat(59).map((index) => `/ofrep/v1/evaluate/flags/flag-${index}`) },
  { weight: 1, arbitrary: fc.constantFrom('/ofrep/v1/evaluate/flags', '/flags/v1/telemetry') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((key) => `/ofrep/v1/evaluate/flags/${encodedOf(key)}`) },
);

function nested(depth: number): unknown {
  return JSON.parse(`${'{"user":'.repeat(depth)}1${'}'.repeat(depth)}`);
}

/** What JSON cannot say is left out, as clients do. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value, (_, entry: unknown) => (typeof entry === 'bigint' ? String(entry) : entry)) ?? '';
  } catch {
    return '{}';
  }
}

function encodedOf(key: string): string {
  return key.isWellFormed() ? encodeURIComponent(key).replaceAll('.', '%2E') : '%';
}

test(`${cases} bodies, contexts and keys of every kind are answered in the protocol’s words`, async () => {
  await fc.assert(
    fc.asyncProperty(path, body, async (at, sent) => {
      const response = await post(at, typeof sent === 'string' ? sent : new Uint8Array(sent));
      const text = await response.text();
      assert.ok(response.status < 500, `${response.status} ${text}`);
      if (response.status >= 400) assert.match(JSON.parse(text).errorCode, /^[A-Z_]+$/);
    }),
    { numRuns: cases },
  );
});
