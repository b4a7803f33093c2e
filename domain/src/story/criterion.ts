import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, itemId, oneLine, personId } from '../schema-parts.ts';
import { environmentKeyPattern, verdicts } from './environments.ts';

export const environmentKey = z
  .string()
  .regex(environmentKeyPattern, 'is not an environment’s key: small letters, digits and -')
  .describe('An environment’s key, such as `staging`');

export const Verdict = z
  .object({
    environment: environmentKey,
    verdict: z.enum(verdicts),
    by: personId,
    at: instant,
    note: oneLine(400).describe('What was seen; may be empty'),
  })
  .describe('That a criterion was seen to hold, or not, in one environment');
export type Verdict = z.infer<typeof Verdict>;

export const Example = z
  .object({
    given: oneLine(1000).describe('What is so before'),
    when: oneLine(1000).describe('What somebody does'),
    result: oneLine(1000).describe('Then: what can be seen'),
  })
  .describe('A criterion told by an example');
export type Example = z.infer<typeof Example>;

export const Criterion = z
  .object({
    id: idOf('criterion'),
    storyId: itemId,
    number: z.int().min(1).describe('Addressable within the story, as in `/item/STORY-34#AC-2`; never reused'),
    parentId: idOf('criterion').nullable().describe('The criterion it is part of; null at the first of three levels'),
    rank: z.string().describe('Where it stands among the criteria beside it'),
    text: filledLine(1000),
    example: Example.nullable().describe('Given, when and then; null: it is a rule'),
    verdicts: z.array(Verdict).max(20).describe('The latest of each environment; of one with parts, the parts’ verdicts count'),
    formerly: z
      .array(z.object({ storyId: itemId, number: z.int().min(1) }))
      .max(50)
      .describe('Where it was addressed before its story was split; those links still lead to it'),
    wordedAt: instant.describe('When its words last changed: a verdict from before is about other words'),
    createdAt: instant,
  })
  .describe('A statement that is verified before the story is done');
export type Criterion = z.infer<typeof Criterion>;
