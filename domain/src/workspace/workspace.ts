import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant } from '../schema-parts.ts';

export const Workspace = z
  .object({
    id: idOf('workspace'),
    name: filledLine(80).describe('What people call the company or product'),
    createdAt: instant,
  })
  .describe('The installation’s tenant');
export type Workspace = z.infer<typeof Workspace>;
