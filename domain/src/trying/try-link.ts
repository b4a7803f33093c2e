import { z } from 'zod';
import { environmentKeyName } from '../environment/environment.ts';
import { FlagDefinition } from '../flag/flag-definition.ts';
import { idOf } from '../ids.ts';
import { filledLine, instant, personId } from '../schema-parts.ts';

/** What a product sends for somebody: the key of the user, or their e-mail. */
export const ownKey = filledLine(200).describe('What the product sends for oneself: the key of the user, or the e-mail');

export const TryLink = z
  .object({
    id: idOf('tryLink'),
    flagKey: FlagDefinition.shape.key,
    environment: environmentKeyName,
    secretHash: z.string().describe('SHA-256 of the secret, hexadecimal; the secret itself is shown once and not kept'),
    madeBy: personId,
    madeAt: instant,
    until: instant.describe('When it stops working'),
  })
  .describe('A link that turns a feature on for each member who opens it');
export type TryLink = z.infer<typeof TryLink>;

export const TryKey = z
  .object({
    id: idOf('tryKey'),
    memberId: personId,
    environment: environmentKeyName,
    key: ownKey,
  })
  .describe('Who a member is in the product, in one environment; asked once');
export type TryKey = z.infer<typeof TryKey>;
