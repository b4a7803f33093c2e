/** The input of a query that is asked with GET: `?input=<json>`, or one parameter for each field. */
import { z } from 'zod';
import { boundedValue, readJson, type Read } from './read-input.ts';

/** A parameter is read as its field's type: text stays text, everything else is read as JSON where it is JSON. */
export function readQuery(parameters: URLSearchParams, input: z.ZodType): Read<unknown> {
  const whole = parameters.get('input');
  if (whole !== null) return readJson(whole, 'parameter input');
  const fields = [...new Set(parameters.keys())].map((field) => [
    field,
    readField(parameters.getAll(field), fieldOf(input, field)),
  ]);
  return boundedValue(Object.fromEntries(fields));
}

function readField(texts: readonly string[], schema: z.ZodType | undefined): unknown {
  const values = texts.map((text) => (takesText(schema) ? text : fromJson(text)));
  return values.length === 1 && !(schema instanceof z.ZodArray) ? values[0] : values;
}

function fieldOf(input: z.ZodType, field: string): z.ZodType | undefined {
  if (!(input instanceof z.ZodObject) || !Object.hasOwn(input.shape, field)) return undefined;
  return unwrapped(input.shape[field]);
}

function unwrapped(schema: unknown): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrapped(schema.unwrap());
  }
  return schema instanceof z.ZodType ? schema : undefined;
}

function takesText(schema: z.ZodType | undefined): boolean {
  const one = schema instanceof z.ZodArray ? unwrapped(schema.element) : schema;
  return (
    one instanceof z.ZodString || one instanceof z.ZodEnum || one instanceof z.ZodLiteral || one instanceof z.ZodStringFormat
  );
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
