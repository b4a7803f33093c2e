// Every kind of OFREP answer against the schemas of the protocol's own OpenAPI document, which a folder of data brings.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface OfrepAnswer {
  readonly what: string;
  /** Name of the schema in the document: `evaluationSuccess`. */
  readonly schema: string;
  readonly body: unknown;
}

/** What does not fit, with why; empty where all do. */
export function misfits(file: string, answers: readonly OfrepAnswer[]): string[] {
  const { components } = JSON.parse(readFileSync(file, 'utf8')) as { components: { schemas: Record<string, unknown> } };
  const text = JSON.stringify(components.schemas)
    .replaceAll('#/components/schemas/', '#/$defs/')
    // As it is meant: the schema of "no value" fits every answer, and a whole number is a number, so exactly one never fits.
    .replaceAll('"oneOf"', '"anyOf"');
  // What the lines above made.
  const definitions = JSON.parse(text, sayable) as Record<string, never>;
  return answers.flatMap(({ what, schema, body }) => {
    const fit = z.fromJSONSchema({ $ref: `#/$defs/${schema}`, $defs: definitions }).safeParse(body);
    return fit.success ? [] : [`${what}: ${z.prettifyError(fit.error)}`];
  });
}

/** As zod can take it: it has no "not", which only says there that a stream is named in one of two ways, and reads properties of objects alone. */
function sayable(key: string, value: unknown): unknown {
  if (key === 'not') return undefined;
  return typeof value === 'object' && value !== null && 'properties' in value ? { type: 'object', ...value } : value;
}
