import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operationNames, operations } from '@shortlist/domain/operations.ts';
import { refusalStatus } from '@shortlist/domain/refusal.ts';
import { openApiDocument } from './openapi.ts';
import { referencePage } from './reference-page.ts';

const document = openApiDocument('1.2.3', null);
// As others read it.
const plain = JSON.parse(JSON.stringify(document));

function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (key === '$ref' ? [String(entry)] : referencesIn(entry)));
}

test('every operation is described, queries for both methods, with who may call it', () => {
  for (const name of operationNames) {
    const path = plain.paths[`/api/v1/${name}`];
    assert.equal(path.post.summary, operations[name].summary, name);
    assert.equal(path.get !== undefined, operations[name].kind === 'query', name);
    assert.equal(path.post['x-requires'], operations[name].requires);
    assert.deepEqual(Object.keys(path.post.responses['200'].content['application/json'].schema.properties), ['value', 'seq']);
  }
  assert.deepEqual(plain.paths['/api/v1/session.start'].post.security, []);
  assert.deepEqual(plain.paths['/api/v1/backlog.commit'].post['x-roles'], ['owner', 'admin', 'member']);
});

test('every reference leads somewhere, and entities are described once', () => {
  const references = new Set(referencesIn(plain));
  assert.ok(references.has('#/components/schemas/Idea'));
  for (const reference of references) {
    const [, , part = '', name = ''] = reference.split('/');
    assert.ok(plain.components[part]?.[name] !== undefined, reference);
  }
});

test('an input asks only for what has no default, and an answer names all it has', () => {
  const input = plain.paths['/api/v1/team.create'].post.requestBody.content['application/json'].schema;
  assert.deepEqual(input.required, ['key', 'name']);
  assert.equal(plain.components.schemas.Idea.required.includes('context'), true);
});

test('commands take an idempotency key, and If-Match where they replace what was read', () => {
  const headers = (name: string) => plain.paths[`/api/v1/${name}`].post.parameters.map((header: { name: string }) => header.name);
  assert.deepEqual(headers('idea.capture'), ['Idempotency-Key']);
  assert.deepEqual(headers('idea.edit'), ['Idempotency-Key', 'If-Match']);
});

test('operation ids are unique', () => {
  const ids = Object.values<Record<string, { operationId: string }>>(plain.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  assert.equal(new Set(ids).size, ids.length);
});

test('the reference page has every operation, entity and code, loads nothing from elsewhere and runs nothing', async () => {
  const page = await referencePage(document);
  for (const name of operationNames) assert.ok(page.includes(`id="${name}"`), name);
  for (const name of Object.keys(plain.components.schemas)) assert.ok(page.includes(`id="schema-${name}"`), name);
  for (const code of Object.keys(refusalStatus)) assert.ok(page.includes(`<tr id="${code}">`), code);
  const links = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target ?? '');
  assert.deepEqual(
    links.filter((target) => !/^[/#]/.test(target)),
    [],
  );
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  assert.deepEqual(
    links.filter((target) => target.startsWith('#') && !ids.has(target.slice(1))),
    [],
  );
  assert.doesNotMatch(page, /<script|<style| style=| on[a-z]+=/);
});
