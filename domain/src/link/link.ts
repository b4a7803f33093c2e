import { z } from 'zod';
import { idOf } from '../ids.ts';
import { instant, itemId, personId } from '../schema-parts.ts';
import { linkKinds } from './link-kinds.ts';

export const Link = z
  .object({
    id: idOf('link'),
    fromId: itemId,
    toId: itemId,
    kind: z
      .enum(linkKinds)
      .describe('What the first is to the second: it `blocks` it, `relates` to it, `duplicates` it, is `splitFrom` it'),
    addedBy: personId.nullable(),
    addedAt: instant,
  })
  .describe('What a work item is to another; both show it');
export type Link = z.infer<typeof Link>;
