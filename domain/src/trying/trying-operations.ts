import { z } from 'zod';
import { environmentKeyName } from '../environment/environment.ts';
import { Flag } from '../flag/flag.ts';
import { command, query } from '../operation.ts';
import { instant, personId } from '../schema-parts.ts';
import { ownKey, TryLink } from './try-link.ts';
import { tryingLimits } from './trying-words.ts';

const flagKey = Flag.shape.key.describe('Key of the flag');
const environment = environmentKeyName.describe('Key of the environment, such as `production`');
const tryToken = z.string().min(1).max(200).describe('The secret of the link');
const ShownLink = TryLink.omit({ secretHash: true });

export const tryFlag = command({
  name: 'flag.tryIt',
  summary: 'Makes a link that turns a feature on in one environment for each member who opens it; it is shown once.',
  requires: 'release',
  secret: true,
  input: z.object({
    flagKey,
    environment,
    hours: z.int().min(1).max(tryingLimits.linkHours).default(tryingLimits.usualLinkHours).describe('How long the link works'),
  }),
  output: z.object({ tryLink: ShownLink, tryToken }),
});

export const openTryLink = query({
  name: 'try.open',
  summary: 'What a link turns on, and who one is in the product there.',
  requires: 'release',
  input: z.object({ tryToken }),
  output: z.object({
    tryLink: ShownLink,
    key: ownKey.nullable().describe('As one said it last; null: not yet'),
    email: z.string().nullable().describe('One’s own address here, which the product may know too'),
  }),
});

export const turnTryOn = command({
  name: 'try.turnOn',
  summary: 'Turns the feature of a link on for oneself, for a few hours; again moves the end.',
  requires: 'release',
  input: z.object({
    tryToken,
    key: ownKey.optional().describe('Absent: as one said it last in that environment'),
    hours: z.int().min(1).max(tryingLimits.hours).default(tryingLimits.usualHours).describe('How long it stays on'),
  }),
  output: Flag,
});

export const turnTryOff = command({
  name: 'try.turnOff',
  summary: 'Ends trying a feature: one’s own, or somebody else’s. Every member may.',
  requires: 'release',
  input: z.object({ flagKey, environment, memberId: personId.optional().describe('Absent: oneself') }),
  output: Flag,
});

export const listTryLinks = query({
  name: 'try.links',
  summary: 'The links of a flag that still work, without their secrets.',
  requires: 'release',
  input: z.object({ flagKey }),
  output: z.object({ items: z.array(ShownLink.extend({ by: z.string().describe('Who made it') })), next: z.null() }),
});

export const revokeTryLink = command({
  name: 'try.revoke',
  summary: 'Makes a link useless at once, and turns the feature off for those who came by it. Every member may.',
  requires: 'release',
  input: z.object({ tryLinkId: TryLink.shape.id }),
  output: z.object({ ended: z.int().describe('For how many it was turned off'), at: instant }),
});
