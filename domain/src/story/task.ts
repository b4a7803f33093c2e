import { z } from 'zod';
import { idOf } from '../ids.ts';
import { collaboratorIds, filledLine, instant, itemId, oneLine, personId, sourceFields } from '../schema-parts.ts';
import { sizes } from './sizes.ts';

export const Task = z
  .object({
    id: itemId,
    handle: z.string().describe('`TASK-5`'),
    title: filledLine(500),
    why: oneLine(500).describe('Why it has to be done; a task without one is not ready'),
    size: z.enum(sizes).nullable(),
    ownerId: personId.nullable(),
    collaboratorIds,
    ideaId: idOf('idea').nullable().describe('The idea it was refined from'),
    ...sourceFields,
    createdAt: instant,
  })
  .describe('Work without a user-visible problem, as a work item');
export type Task = z.infer<typeof Task>;
