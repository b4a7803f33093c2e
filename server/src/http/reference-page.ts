/** `/api`: the reference for people. One page of HTML without a script, from the same document as the OpenAPI file. */
import { refusalStatus } from '@shortlist/domain/refusal.ts';
import { operationNames, operations } from '@shortlist/domain/operations.ts';
import type { Command, Query } from '@shortlist/domain/operation.ts';
import { itemId } from '@shortlist/domain/schema-parts.ts';
import { html, raw } from 'hono/html';
import { jsonSchemaOf, type JsonSchema } from './json-schemas.ts';
import { featureOf, rolesOf, type OpenApiDocument } from './openapi.ts';
import { httpProblemStatus, titleOf, type ProblemCode } from './problem.ts';

type Html = ReturnType<typeof html>;

export async function referencePage(document: OpenApiDocument): Promise<string> {
  const features = Map.groupBy(
    operationNames.map((name) => operations[name]),
    featureOf,
  );
  const schemas = Object.entries(document.components.schemas);
  return String(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>API · Shortlist</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/api/reference.css" />
        </head>
        <body>
          <nav aria-label="Contents">
            <p><a href="/">Shortlist</a></p>
            <ul>
              <li><a href="#calling">Calling</a></li>
              ${[...features.keys()].map((feature) => html`<li><a href="#${feature}">${feature}</a></li>`)}
              <li><a href="#streams">snapshot, feed</a></li>
              <li><a href="#entities">Entities</a></li>
              <li><a href="#codes">Codes</a></li>
            </ul>
          </nav>
          <main>
            <h1>Shortlist API</h1>
            ${calling()} ${[...features].map(([feature, list]) => featureSection(feature, list))} ${streams()}
            <section id="entities">
              <h2>Entities</h2>
              ${schemas.map(([name, schema]) => entitySection(name, schema))}
            </section>
            <section id="codes">
              <h2>Codes</h2>
              <p>Every refusal has one of these. They are stable; the sentence in <code>detail</code> may change.</p>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Code</th>
                    <th scope="col">Status</th>
                    <th scope="col">Meaning</th>
                  </tr>
                </thead>
                <tbody>
                  ${Object.entries({ ...refusalStatus, ...httpProblemStatus }).map(
                    ([code, status]) =>
                      // The keys of both lists are what a problem's code may be.
                      html`<tr id="${code}">
                        <td><code>${code}</code></td>
                        <td>${status}</td>
                        <td>${titleOf(code as ProblemCode)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </section>
          </main>
        </body>
      </html>`,
  );
}

function calling(): Html {
  return html`<section id="calling">
    <h2>Calling</h2>
    <p>
      Send a JSON object to <code>POST /api/v1/&lt;operation&gt;</code>. Queries also answer
      <code>GET /api/v1/&lt;query&gt;?field=value</code>. An answer is <code>{"value": …, "seq": n}</code>. Anything else is
      <code>application/problem+json</code> with a <a href="#codes"><code>code</code></a
      >, a sentence in <code>detail</code> and, for invalid input, all wrong paths in <code>errors</code>.
    </p>
    <pre tabindex="0"><code>curl "$SHORTLIST_URL/api/v1/idea.capture" -H "Authorization: Bearer $SHORTLIST_TOKEN" \\
  -H "Content-Type: application/json" -d '{"problem": "The export forgets the time zone"}'</code></pre>
    <p>
      Tokens are made under Settings or with <a href="#token.create">token.create</a>. Wherever an id is expected, a handle
      (<code>STORY-34</code>) or a team’s key is accepted too. <code>Idempotency-Key</code> makes a retry harmless for seven days;
      <code>If-Match: "&lt;seq&gt;"</code> refuses an edit of what was changed since it was read. All of this for programs:
      <a href="/api/v1/openapi.json">openapi.json</a>.
    </p>
  </section>`;
}

function featureSection(feature: string, list: readonly (Command | Query)[]): Html {
  return html`<section id="${feature}">
    <h2>${feature}</h2>
    ${list.map(operationSection)}
  </section>`;
}

function operationSection(operation: Command | Query): Html {
  const roles = rolesOf(operation);
  return html`<article id="${operation.name}">
    <h3><a href="#${operation.name}">${operation.name}</a> <small>${operation.kind}</small></h3>
    <p>${raw(inWords(operation.summary))}</p>
    <p class="who">${roles === null ? 'Needs no login' : `For ${roles.join(', ')}`}</p>
    <details>
      <summary>Input and answer</summary>
      <h4>Input</h4>
      ${fieldsOf(jsonSchemaOf(operation.input, 'input'))}
      <h4>Answer’s <code>value</code></h4>
      ${fieldsOf(jsonSchemaOf(operation.output, 'output'))}
    </details>
  </article>`;
}

function entitySection(name: string, schema: JsonSchema): Html {
  return html`<article id="schema-${name}">
    <h3>${name}</h3>
    <p>${raw(inWords(schema.description ?? ''))}</p>
    ${fieldsOf(schema)}
  </article>`;
}

function streams(): Html {
  return html`<section id="streams">
    <h2>snapshot, feed</h2>
    <p>
      <code>GET /api/v1/snapshot</code> answers every live entity as of one <code>seq</code>, as lines of JSON.
      <code>GET /api/v1/feed?after=&lt;seq&gt;</code> then streams every change, as a WebSocket or, with
      <code>Accept: text/event-stream</code>, as server-sent events.
    </p>
  </section>`;
}

/** A table of an object's fields, those of nested objects below them; or the type's name where it is no object. */
function fieldsOf(schema: JsonSchema): Html {
  const rows = rowsOf(schema, '', 0);
  if (rows.length === 0) {
    const type = typeOf(schema);
    return type === 'object' ? html`<p>An empty object.</p>` : html`<p>${raw(type)}</p>`;
  }
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">Type</th>
        <th scope="col">Meaning</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ path, type, isRequired, description }) =>
          html`<tr>
            <td><code>${path}</code>${isRequired ? '' : html` <small>optional</small>`}</td>
            <td>${raw(type)}</td>
            <td>${raw(inWords(description))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

interface Row {
  readonly path: string;
  /** HTML, already escaped. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

const deepest = 3;

const idPattern = jsonSchemaOf(itemId, 'output').pattern;

function rowsOf(schema: JsonSchema, prefix: string, depth: number): readonly Row[] {
  const required = new Set(schema.required);
  const rows: Row[] = [];
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (typeof field === 'boolean') continue;
    const path = `${prefix}${name}`;
    rows.push({ path, type: typeOf(field), isRequired: required.has(name), description: field.description ?? '' });
    const element = field.type === 'array' && typeof field.items === 'object' && !Array.isArray(field.items) ? field.items : null;
    if (depth < deepest) rows.push(...rowsOf(element ?? field, `${path}${element === null ? '.' : '[].'}`, depth + 1));
  }
  return rows;
}

/** In words, as HTML: `text`, `"open" or "done"`, `list of Idea`. */
function typeOf(schema: JsonSchema): string {
  if (schema.$ref !== undefined) {
    const name = escaped(schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1));
    return `<a href="#schema-${name}">${name}</a>`;
  }
  if (schema.enum !== undefined) return escaped(schema.enum.map((value) => JSON.stringify(value)).join(' or '));
  if (schema.const !== undefined) return escaped(JSON.stringify(schema.const));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map((choice) => typeOf(choice)).join(' or ');
  if (schema.allOf !== undefined) return schema.allOf.map((part) => typeOf(part)).join(' and ');
  if (schema.type === 'array') {
    const { items } = schema;
    return typeof items === 'object' && !Array.isArray(items) ? `list of ${typeOf(items)}` : 'list';
  }
  if (schema.pattern === idPattern) return 'id';
  if (schema.type === 'object' && schema.properties !== undefined && schema.required !== undefined) {
    const names = Object.keys(schema.properties).map((name) => `<code>${escaped(name)}</code>`);
    return names.length === 0 ? 'object' : `object with ${names.join(', ')}`;
  }
  return escaped(
    { string: 'text', integer: 'whole number', boolean: 'true or false' }[String(schema.type)] ??
      String(schema.type ?? 'anything'),
  );
}

/** What stands between backticks is code. */
function inWords(text: string): string {
  return escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
