/** The registry's schemas as JSON Schema 2020-12, the one of OpenAPI 3.1. Entities are named once and referred to. */
import { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import { entities, entityNames } from '@shortlist/domain/entities.ts';
import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

const named = new Map<z.core.$ZodType, string>([
  ...entityNames
    .filter((name) => entities[name].audience === 'workspace')
    .map((name): [z.core.$ZodType, string] => [entities[name].schema, capitalised(name)]),
  [FeedChange, 'FeedChange'],
]);

/** `input` is what a caller sends, `output` what comes back. */
export function jsonSchemaOf(schema: z.ZodType, side: 'input' | 'output'): JsonSchema {
  return convert(schema, side, true);
}

/** The schemas that others refer to, by name. */
export function namedSchemas(): Readonly<Record<string, JsonSchema>> {
  // Everything in `named` is a schema of the whole library, not of its small core.
  return Object.fromEntries([...named].map(([schema, name]) => [name, convert(schema as z.ZodType, 'output', false)]));
}

function convert(schema: z.ZodType, io: 'input' | 'output', refersToItself: boolean): JsonSchema {
  const itself: unknown = schema;
  const { $schema: _, ...converted } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const name = named.get(zodSchema);
      if (name === undefined || (zodSchema === itself && !refersToItself)) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      jsonSchema.$ref = `#/components/schemas/${name}`;
    },
  });
  return converted;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
