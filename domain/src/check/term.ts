import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant } from '../schema-parts.ts';

export const Term = z
  .object({
    id: idOf('term'),
    word: filledLine(60).describe('A word or a short phrase, as people say it; plurals are understood'),
    createdAt: instant,
  })
  .describe('A word of the team’s own domain; the problem check marks it less');
export type Term = z.infer<typeof Term>;
