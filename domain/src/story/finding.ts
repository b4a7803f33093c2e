import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, itemId, personId } from '../schema-parts.ts';
import { environmentKey } from './criterion.ts';
import { findingKinds } from './finding-words.ts';

export const Finding = z
  .object({
    id: idOf('finding'),
    storyId: itemId,
    criterionId: idOf('criterion').nullable().describe('What it was seen beside; null: the story as a whole'),
    kind: z.enum(findingKinds).describe('`finding` holds the climb to beta while it is open; `polish` holds nothing'),
    text: filledLine(500).describe('What was seen'),
    environment: environmentKey,
    foundBy: personId,
    foundAt: instant,
    settledBy: personId.nullable(),
    settledAt: instant.nullable().describe('Null while it is open'),
  })
  .describe('What was seen when a story was tried before customers had it; it belongs to the story and is no bug');
export type Finding = z.infer<typeof Finding>;
