import { z } from 'zod';
import { filledLine, instant, personId } from '../schema-parts.ts';
import { roles } from './roles.ts';

export const disciplines = ['product', 'engineering', 'design', 'quality', 'support', 'sales', 'other'] as const;

export const Member = z
  .object({
    id: personId,
    name: filledLine(80),
    role: z.enum(roles).describe('What the member may do'),
    discipline: z.enum(disciplines).describe('For the ownership report only, never for permission'),
    joinedAt: instant,
    removedAt: instant.nullable().describe('When the member lost the login; the name stays on what they did'),
  })
  .describe('A person with a login');
export type Member = z.infer<typeof Member>;
