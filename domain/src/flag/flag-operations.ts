import { z } from 'zod';
import { environmentKeyName } from '../environment/environment.ts';
import { idOf } from '../ids.ts';
import { command, query } from '../operation.ts';
import { instant, itemId, oneLine, pageInput, pageOf } from '../schema-parts.ts';
import { Flag, FlagConfig, customerKey } from './flag.ts';
import { FlagDefinition } from './flag-definition.ts';
import type { ClauseTrace } from './flag-explain.ts';
import { errorCodes, reasons } from './flag-words.ts';

const key = Flag.shape.key.describe('Key of the flag');
const ruleOutcomes = ['served', 'passedOver', 'notMet', 'notReached'] as const;
const environment = environmentKeyName.describe('Key of the environment, such as `production`');
const reason = oneLine(400).default('').describe('Why; it stays with the change');
const variants = Flag.shape.variants.refine((all) => Object.keys(all).length >= 2, 'needs at least two variants');

export const createFlag = command({
  name: 'flag.create',
  summary: 'Makes a flag, switched off everywhere; with a story, the flag of that story.',
  requires: 'release',
  input: z.object({
    storyId: itemId.nullish().describe('The story it switches on'),
    key: environmentKeyName
      .max(60)
      .optional()
      .describe('Kebab-case; what the code asks for; never changes. Absent: made from the title'),
    title: Flag.shape.title.optional().describe('Absent: the story’s title, or the key'),
    type: Flag.shape.type.default('boolean'),
    kind: Flag.shape.kind.default('release'),
    variants: variants.optional().describe('Absent: `on` and `off` of the type'),
    onVariant: Flag.shape.onVariant.optional(),
    offVariant: Flag.shape.offVariant.optional(),
    clientSide: Flag.shape.clientSide.default(false),
  }),
  output: Flag,
});

export const editFlag = command({
  name: 'flag.edit',
  summary: 'Changes what a flag is: title, kind, variants, owner, whether browsers may see it.',
  requires: 'release',
  replaces: 'key',
  input: z.object({
    key,
    title: Flag.shape.title.optional(),
    kind: Flag.shape.kind.optional(),
    variants: variants.optional(),
    onVariant: Flag.shape.onVariant.optional(),
    offVariant: Flag.shape.offVariant.optional(),
    clientSide: Flag.shape.clientSide.optional(),
    ownerId: Flag.shape.ownerId.optional(),
    lifetimeDays: Flag.shape.lifetimeDays.optional(),
  }),
  output: Flag,
});

export const linkFlag = command({
  name: 'flag.link',
  summary: 'Lets a flag serve one more story; a story has at most one flag.',
  requires: 'release',
  input: z.object({ key, storyId: itemId }),
  output: Flag,
});

export const unlinkFlag = command({
  name: 'flag.unlink',
  summary: 'Lets a story go from its flag; the flag stays as it is.',
  requires: 'release',
  input: z.object({ key, storyId: itemId }),
  output: Flag,
});

export const setFlagRules = command({
  name: 'flag.setRules',
  summary: 'Replaces what a flag is set to in one environment; rules written by hand show as the rung `custom`.',
  requires: 'release',
  replaces: 'key',
  input: z.object({
    key,
    environment,
    enabled: FlagConfig.shape.enabled.optional(),
    rules: FlagConfig.shape.rules.optional(),
    fallthrough: FlagConfig.shape.fallthrough.optional(),
    offVariant: FlagConfig.shape.offVariant.optional(),
    reason,
  }),
  output: Flag,
});

export const killFlag = command({
  name: 'flag.kill',
  summary: 'Switches a flag off in one environment, at once and whatever its rules say. Every member may.',
  requires: 'release',
  input: z.object({ key, environment, reason }),
  output: Flag,
});

export const excludeFromFlag = command({
  name: 'flag.exclude',
  summary: 'Switches a flag off for these customers, on every rung. The list replaces the one before.',
  requires: 'release',
  replaces: 'key',
  input: z.object({ key, customers: z.array(customerKey).max(5_000), reason }),
  output: Flag,
});

export const copyFlag = command({
  name: 'flag.copy',
  summary: 'Sets a flag in one environment to what it is set to in another.',
  requires: 'release',
  input: z.object({ key, from: environment, to: environment, reason }),
  output: Flag,
});

export const revertFlag = command({
  name: 'flag.revert',
  summary: 'Sets a flag back to what it was after an earlier change, in every environment.',
  requires: 'release',
  input: z.object({ key, seq: z.int().min(1).describe('The number of that change'), reason }),
  output: Flag,
});

export const archiveFlag = command({
  name: 'flag.archive',
  summary: 'Puts a flag away, or brings it back. It goes on answering code that still asks.',
  requires: 'release',
  input: z.object({ key, archived: z.boolean().default(true) }),
  output: Flag,
});

export const listFlags = query({
  name: 'flag.list',
  summary: 'Flags, newest first.',
  requires: 'read',
  input: z.object({
    kind: Flag.shape.kind.optional(),
    rung: Flag.shape.rung.optional(),
    archived: z.boolean().default(false).describe('The archived ones instead'),
    storyId: itemId.optional().describe('The flag of this story only'),
    ...pageInput,
  }),
  output: pageOf(Flag),
});

export const getFlag = query({
  name: 'flag.get',
  summary: 'A flag with who sees it now, and when each environment was last asked for it.',
  requires: 'read',
  input: z.object({ key }),
  output: z.object({
    flag: Flag,
    seq: z.int().describe('Of its last change: the `If-Match` of what replaces it'),
    sentence: z.string().describe('Who sees it now'),
    environments: z.array(
      z.object({
        environment,
        environmentId: idOf('environment'),
        config: FlagConfig,
        lastEvaluatedAt: instant.nullable(),
      }),
    ),
  }),
});

export const listAskedFlags = query({
  name: 'flag.asked',
  summary: 'When each flag was last asked for, and where; those that nobody asked for are left out.',
  requires: 'read',
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ key: Flag.shape.key, environment, lastEvaluatedAt: instant })),
  }),
});

const count = z.number().min(0);

export const countFlag = query({
  name: 'flag.counts',
  summary: 'How often a flag was asked for in an environment, by variant and over time; told by products every ten seconds.',
  requires: 'read',
  input: z.object({
    key,
    environment,
    days: z.int().min(1).max(90).default(7).describe('One day is told by the hour, more by the day (UTC)'),
  }),
  output: z.object({
    step: z.enum(['hour', 'day']),
    items: z
      .array(
        z.object({
          at: instant.describe('The beginning of the hour or day'),
          variant: z.string().describe('Empty: the default in the code'),
          evaluations: count,
          exposures: count.describe('How many others than before got it through a rule that draws or aims'),
        }),
      )
      .describe('Oldest first; an hour or day without any is left out'),
  }),
});

export const explainFlag = query({
  name: 'flag.explain',
  summary: 'What somebody gets in an environment, and why: the rule that serves.',
  requires: 'read',
  input: z.object({
    key,
    environment,
    context: z
      .record(z.string().max(200), z.unknown())
      .describe('As the product would ask: `{user: {key}, customer: {key, plan}}`'),
  }),
  output: z.object({
    value: z.unknown().describe('Absent: the default in the code'),
    variant: z.string().nullable(),
    reason: z.enum(reasons),
    ruleId: z.string().nullable(),
    ruleTitle: z.string().nullable(),
    errorCode: z.enum(errorCodes).nullable(),
    errorMessage: z.string().nullable(),
    definition: FlagDefinition.describe('What the evaluator read'),
    rules: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          outcome: z.enum(ruleOutcomes),
          unit: z.string().nullable().describe('Whom a split was drawn by'),
          clauses: z.array(z.custom<ClauseTrace>()).readonly().describe('Each clause with what it saw and whether it holds'),
        }),
      )
      .describe('Every rule in order, and what became of it'),
    missing: z.array(z.string()).describe('Attributes that were asked for and are not in the context'),
  }),
});
