/** Schemas that many entities use. */
import { z } from 'zod';
import { idOf } from './ids.ts';
import { collaboratorsMost } from './story/collaborators.ts';

export const instant = z.iso.datetime({ precision: 3 }).describe('An instant, ISO 8601 in UTC with milliseconds');

export const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), 'must be one line without control characters');

export const filledLine = (max: number) => oneLine(max).min(1, 'must not be empty');

// PostgreSQL cannot store U+0000 in a text.
export const longText = (max: number) =>
  z
    .string()
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !text.includes('\u0000'), 'must not contain the character U+0000');

export const personId = idOf('person');
export const itemId = idOf('item');
export const teamId = idOf('team');

/** Of a work item. */
export const collaboratorIds = z
  .array(personId)
  .max(collaboratorsMost)
  .nullable()
  .describe('Members who work on it beside its owner; null: nobody');

/** Where an imported entity came from, so that a second import updates instead of repeating. */
export const sourceFields = {
  source: z.string().max(40).nullable().describe('The tracker it was imported from, such as `github`; null if made here'),
  externalId: z.string().max(300).nullable().describe('Its id over there, unique within the source'),
};

/** The page fields of every list; `after` is the `next` of the page before. */
export const pageInput = {
  limit: z.int().min(1).max(1000).default(100).describe('How many at most'),
  after: z.string().max(200).optional().describe('The `next` of the page before'),
};

/** A page: `next` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() });

export const url = z
  .string()
  .max(2000)
  .refine((text) => /^https?:\/\/\S+$/i.test(text), 'must start with http:// or https://');
