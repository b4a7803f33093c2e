import { z } from 'zod';
import { SegmentDefinition } from '../flag/flag-definition.ts';
import { idOf } from '../ids.ts';
import { filledLine, instant } from '../schema-parts.ts';

export const Segment = z
  .object({
    id: idOf('segment'),
    ...SegmentDefinition.shape,
    name: filledLine(80).describe('What people call the group'),
    createdAt: instant,
  })
  .describe('A named group that the rules of flags ask about, the same in every environment');
export type Segment = z.infer<typeof Segment>;
