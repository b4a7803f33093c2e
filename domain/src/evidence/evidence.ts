import { z } from 'zod';
import { idOf } from '../ids.ts';
import { instant, longText, oneLine, sourceFields, url } from '../schema-parts.ts';

export const Evidence = z
  .object({
    id: idOf('evidence'),
    subjectId: z.string().max(60).describe('The idea or work item it speaks for'),
    text: longText(100_000).describe('Somebody’s words; empty for a bare link'),
    url: url.nullable(),
    author: oneLine(120).nullable().describe('Whose words they are'),
    saidAt: instant,
    ...sourceFields,
  })
  .describe('A customer’s words or a link, attached to an idea or a work item');
export type Evidence = z.infer<typeof Evidence>;
