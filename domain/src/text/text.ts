import { z } from 'zod';
import { instant, longText } from '../schema-parts.ts';
import { longestText } from './text-limits.ts';

export const textFields = ['problem', 'outOfScope', 'approach'] as const;
export type TextField = (typeof textFields)[number];

export const Text = z
  .object({
    id: z.string().max(80).describe('The subject’s id and the field: `sto_….problem`'),
    subjectId: z.string().max(60),
    field: z.enum(textFields),
    text: longText(longestText).describe('Markdown, exactly as typed'),
    editedAt: instant,
  })
  .describe('A long text of another entity, loaded when that is opened');
export type Text = z.infer<typeof Text>;
