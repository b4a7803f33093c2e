import { z } from 'zod';
import { audiences } from '../feature/feature-words.ts';
import { idOf } from '../ids.ts';
import { filledLine, instant } from '../schema-parts.ts';

export const Workspace = z
  .object({
    id: idOf('workspace'),
    name: filledLine(80).describe('What people call the company or product'),
    createdAt: instant,
    features: z
      .record(z.string(), z.enum(audiences))
      .nullable()
      .describe('For whom features of Shortlist itself are on, by key; null, or a key that is missing: everyone'),
  })
  .describe('The installation’s tenant');
export type Workspace = z.infer<typeof Workspace>;
