import { z } from 'zod';
import { filledLine, instant, personId, sourceFields } from '../schema-parts.ts';

export const Contact = z
  .object({
    id: personId,
    name: filledLine(120).describe('What to call them'),
    ...sourceFields,
    createdAt: instant,
  })
  .describe('Someone outside without a login, on whose behalf an idea was captured');
export type Contact = z.infer<typeof Contact>;
