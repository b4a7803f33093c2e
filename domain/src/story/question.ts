import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, itemId, longText, personId } from '../schema-parts.ts';

export const Question = z
  .object({
    id: idOf('question'),
    storyId: itemId,
    text: filledLine(500).describe('What has to be known before the story is ready'),
    ownerId: personId.nullable().describe('Who finds it out'),
    askedBy: personId,
    askedAt: instant,
    answer: longText(4000).nullable().describe('Null while it is open'),
    answeredBy: personId.nullable(),
    answeredAt: instant.nullable(),
  })
  .describe('An open question of a story; an answer closes it');
export type Question = z.infer<typeof Question>;
