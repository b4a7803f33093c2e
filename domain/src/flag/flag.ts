/** The flag as people decide on it, with its state in every environment; what evaluates is `flag-definition.ts`. */
import { z } from 'zod';
import { environmentKeyName } from '../environment/environment.ts';
import { idOf } from '../ids.ts';
import { guards, pauses, rungs, shownRungs } from '../ladder/rung-words.ts';
import { filledLine, instant, itemId, oneLine, personId } from '../schema-parts.ts';
import { FlagDefinition } from './flag-definition.ts';

export const FlagConfig = FlagDefinition.pick({
  enabled: true,
  rules: true,
  fallthrough: true,
  offVariant: true,
  version: true,
}).describe('What a flag is set to in one environment');
export type FlagConfig = z.infer<typeof FlagConfig>;

const percent = z.number().min(0).max(100).multipleOf(0.001, 'has steps of 0.001 %');
export const customerKey = z.string().min(1).max(200);

export const Ladder = z.object({
  customers: z.array(customerKey).max(5_000).describe('Chosen for `beta`, by key'),
  segment: FlagDefinition.shape.key
    .nullable()
    .describe('Whom `beta` means; null: the segment `beta`, unless customers are named'),
  percent: percent.describe('Of `unit`, on `gradual`'),
  unit: z.string().min(1).max(200).describe('What is drawn: `customer`, `user`, or any attribute'),
  steps: z
    .array(z.object({ at: instant, percent }))
    .max(60)
    .describe('A climb by schedule: at `at` the server raises the share to this; 100 % is `everyone`'),
  enough: z
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe('How many must have been seen to get it since the step before; with fewer, a step waits'),
  pause: z
    .object({ kind: z.enum(pauses), since: instant, why: oneLine(400) })
    .optional()
    .describe('Why the climb does not go on. `held`: it goes on by itself. `halted`: somebody has to say so'),
});
export type Ladder = z.infer<typeof Ladder>;

export const Flag = z
  .object({
    id: idOf('flag'),
    key: FlagDefinition.shape.key.describe('What the code asks for; never changes, never used again'),
    title: filledLine(200),
    kind: FlagDefinition.shape.kind,
    type: FlagDefinition.shape.type,
    variants: FlagDefinition.shape.variants,
    onVariant: filledLine(100).describe('What a rung serves'),
    offVariant: filledLine(100).describe('What everybody else gets'),
    salt: FlagDefinition.shape.salt,
    clientSide: FlagDefinition.shape.clientSide,
    ownerId: personId.nullable(),
    storyIds: z.array(itemId).max(50).describe('The stories it switches on'),
    rung: z.enum(shownRungs).describe('`custom`: somebody wrote rules by hand'),
    ladder: Ladder,
    excluded: z.array(customerKey).max(5_000).describe('Customers it is switched off for, on every rung'),
    trying: z
      .array(
        z.object({
          environment: environmentKeyName,
          memberId: personId,
          key: customerKey.describe('Who they are in the product: the key of the user, or the e-mail'),
          until: instant.describe('It ends by itself'),
          linkId: idOf('tryLink').describe('The link they came by'),
        }),
      )
      .max(500)
      .default([])
      .describe('Members for whom it is on a while, above the rungs and below who is excluded'),
    environments: z.record(environmentKeyName, FlagConfig).describe('By the environment’s key; absent: switched off'),
    lastMove: z
      .object({
        from: z.enum(shownRungs),
        to: z.enum(shownRungs),
        reason: oneLine(400),
        overrode: z.array(z.enum(guards)).describe('Guards that did not hold'),
        byId: personId.nullable(),
        at: instant,
      })
      .nullable(),
    cleanUp: z
      .object({
        ownerId: personId.nullable(),
        dueDay: z.iso.date(),
        reopenedAt: instant.optional().describe('Since when it is asked for again after it was made permanent'),
        lateAt: instant.optional().describe('When its day was seen to be past; a later day takes that back'),
      })
      .nullable()
      .describe('To clean up: everyone has it, and its code should be gone by this day'),
    lifetimeDays: z.int().min(1).max(3650).nullable().describe('How long it is expected to live; null: for good'),
    archivedAt: instant.nullable(),
    createdAt: instant,
  })
  .describe('A switch in the product');
export type Flag = z.infer<typeof Flag>;

export const rungNames = z.enum(rungs);
