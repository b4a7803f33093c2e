/** The registry's schemas as JSON Schema 2020-12, the one of OpenAPI 3.1. Entities are named once and referred to. */
import { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import { entities, entityNames } from '@shortlist/domain/entities.ts';
import { Clause, FlagDefinition } from '@shortlist/domain/flag/flag-definition.ts';
import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

const named = new Map<z.core.$ZodType, string>([
  ...entityNames
    .filter((name) => entities[name].audience === 'workspace')
    .map((name): [z.core.$ZodType, string] => [entities[name].schema, capitalised(name)]),
  [FeedChange, 'FeedChange'],
  // These contain themselves, so they must have a name to be referred to by.
  [Clause, 'Clause'],
  [FlagDefinition.shape.variants.valueType, 'JsonValue'],
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
  const {
    $schema: _,
    $defs = {},
    ...converted
  } = z.toJSONSchema(schema, {
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
  return referringByName(converted, `#/components/schemas/${named.get(schema) ?? ''}`, $defs);
}

/**
 * zod refers to what contains itself by a place below the same schema; here every schema is part of one document. Each circle
 * goes through a schema that has a name, so everything else can be written out where it stands.
 */
function referringByName(schema: JsonSchema, self: string, places: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const walked = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, walk(entry)]));
    const { $ref: ref, ...beside } = walked;
    if (ref === '#') return { ...beside, $ref: self };
    const place = typeof ref === 'string' ? places[ref.slice('#/$defs/'.length)] : undefined;
    return place === undefined
      ? walked
      : { ...Object.fromEntries(Object.entries(place).map(([key, entry]) => [key, walk(entry)])), ...beside };
  };
  // It was walked field by field, and only references are other texts now.
  return walk(schema) as JsonSchema;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
