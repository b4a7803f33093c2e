/**
 * What the evaluator reads: one environment's flags and segments, as the server hands them to SDKs. The evaluator itself
 * imports the types only; a definition is parsed once, where it is written.
 */
import { z } from 'zod';
import { instant } from '../schema-parts.ts';
import { clauseOps, flagKinds, flagLimits, flagTypes, hashVersions, WEIGHT_TOTAL } from './flag-words.ts';

const shortText = z.string().min(1).max(flagLimits.keyLength);

/** Keys made here are kebab-case; flags that were imported keep theirs, since code asks for them by it. */
export const flagKey = z
  .string()
  .min(1)
  .max(flagLimits.keyLength)
  .regex(/^[^\s\p{Cc}\p{Cs}]+$/u, 'must hold no spaces or control characters')
  .refine((key) => key !== '__proto__', 'is not a key');
const variantName = shortText.refine((name) => name !== '__proto__', 'is not a name');
const value = z.union([z.string().max(flagLimits.valueLength), z.number(), z.boolean()]);

const attribute = z
  .string()
  .min(1)
  .max(200)
  .describe(
    'A path into the context: `customer.plan`. `customer`, `user` and `device` alone mean their key. `user.email` also finds the `email` of a flat context. `$now` is the moment of asking',
  );

const splitFields = {
  unit: attribute.describe('What is drawn: `customer`, `user`, `device`, or any attribute'),
  fallbackUnit: attribute.optional().describe('What is drawn where the unit is missing'),
  hashVersion: z.literal(hashVersions),
  salt: z.string().max(200).optional().describe("Instead of the flag's: same salt, same draw"),
};

const weights = z
  .array(z.object({ variant: variantName, weight: z.int().min(0).max(100_000_000) }))
  .min(1)
  .max(flagLimits.variants)
  .describe(`In order; the sum is ${WEIGHT_TOTAL} for hashVersion 1, and above 0 for the others`);

export const Split = z
  .object({
    ...splitFields,
    weights,
    steps: z
      .array(z.object({ at: instant, weights }))
      .max(flagLimits.steps)
      .optional()
      .describe(
        'From `at` on these weights hold: a climb by schedule, without a write. Ascending; before the first, `weights` holds',
      ),
  })
  .refine(addsUp, `The weights of hashVersion 1 must add up to ${WEIGHT_TOTAL}`)
  .describe('Shares the units between variants. Growing the first weight only adds units to it');
export type Split = z.infer<typeof Split>;

export const Share = z
  .object({
    ...splitFields,
    from: z.int().min(0).describe('Of `total`'),
    to: z.int().min(0).describe('Of `total`, itself not included'),
    total: z.int().min(1).max(1_000_000_000),
  })
  .describe('Holds for the units that are drawn between `from` and `to`');
export type Share = z.infer<typeof Share>;

/** A condition. A missing attribute makes an attribute clause false, `notIn` included, and is counted; `not` around it makes that true. */
export type Clause =
  | {
      readonly attribute: string;
      readonly op: (typeof clauseOps)[number];
      readonly values: readonly (string | number | boolean)[];
      readonly ignoreCase?: boolean | undefined;
    }
  | { readonly segment: string }
  | { readonly flag: string; readonly variants: readonly string[] }
  | { readonly share: Readonly<Share> }
  | { readonly all: readonly Clause[] }
  | { readonly any: readonly Clause[] }
  | { readonly not: Clause };

const clauses = z.lazy(() => z.array(Clause)).refine((list) => list.length <= flagLimits.clauses, 'has too many clauses');

export const Clause: z.ZodType<Clause> = z.union([
  z
    .strictObject({
      attribute,
      op: z.enum(clauseOps),
      values: z
        .array(value)
        .max(flagLimits.values)
        .describe('Any of them; texts, numbers and booleans compare by their text. Of a list in the context, any element'),
      ignoreCase: z.boolean().optional().describe('For `in`, `notIn`, `startsWith`, `endsWith`, `contains` and `matches`'),
    })
    .describe('Asks an attribute of the context'),
  z.strictObject({ segment: flagKey }).describe('The context belongs to the segment'),
  z
    .strictObject({ flag: flagKey, variants: z.array(variantName).min(1).max(flagLimits.variants) })
    .describe('Another flag of this environment gives one of these variants: a prerequisite'),
  z.strictObject({ share: Share }),
  z.strictObject({ all: clauses }),
  z.strictObject({ any: clauses }),
  z.strictObject({ not: z.lazy(() => Clause) }),
]);

export const Serve = z.union([
  z.strictObject({ variant: variantName.nullable().describe('null: the default written in the code') }),
  z.strictObject({ split: Split }),
]);
export type Serve = z.infer<typeof Serve>;

export const Rule = z
  .object({
    id: shortText,
    title: z.string().max(200).describe('Comes back with the answer: why somebody got what they got'),
    when: clauses.describe('All must hold; none at all holds for everybody'),
    serve: Serve,
  })
  .describe('The first rule whose clauses hold serves. A split whose units are missing is passed over, and counted');
export type Rule = z.infer<typeof Rule>;

/** A flag as it is in one environment. */
export const FlagDefinition = z.object({
  key: flagKey,
  type: z.enum(flagTypes),
  kind: z.enum(flagKinds),
  salt: z.string().min(1).max(200).describe('Random, made with the flag, never its key, and never changed'),
  clientSide: z.boolean().describe('Browsers may see it'),
  archived: z.boolean().describe('Still answers as before, for code that still asks; bulk answers leave it out'),
  variants: z.record(variantName, z.json()).describe('What each variant gives'),
  enabled: z.boolean().describe('The kill switch: off gives `offVariant`, whatever the rules say'),
  rules: z.array(Rule).max(flagLimits.rules),
  fallthrough: Serve.describe('Where no rule serves'),
  offVariant: variantName.nullable().describe('null: the default written in the code'),
  version: z.int().min(0).describe('Counts the changes of this flag in this environment'),
  metadata: z.record(shortText, value).optional().describe('Given along with every answer'),
});
export type FlagDefinition = z.infer<typeof FlagDefinition>;

export const SegmentDefinition = z
  .object({
    key: flagKey,
    unit: attribute.describe('What the two lists hold keys of, such as `customer`'),
    included: z.array(z.string().min(1).max(flagLimits.valueLength)).max(flagLimits.segmentKeys),
    excluded: z
      .array(z.string().min(1).max(flagLimits.valueLength))
      .max(flagLimits.segmentKeys)
      .describe('Stronger than `included` and the rules'),
    rules: z.array(clauses).max(flagLimits.rules).describe('Whoever meets all clauses of one of them belongs to it'),
  })
  .describe('A named group that rules ask about');
export type SegmentDefinition = z.infer<typeof SegmentDefinition>;

/** What one environment is set to. Its text form is `writeSetText`. */
export const SetDocument = z.object({
  version: z.int().min(0).describe('Grows with every change of the environment'),
  environment: shortText,
  flags: z.record(flagKey, FlagDefinition),
  segments: z.record(flagKey, SegmentDefinition),
});
export type SetDocument = z.infer<typeof SetDocument>;

/** What changed between two versions of a set; null means removed. Applies to a set of version `after`, or of one between the two. */
export const SetDelta = z.object({
  after: z.int().min(0),
  version: z.int().min(0),
  environment: shortText,
  flags: z.record(flagKey, FlagDefinition.nullable()),
  segments: z.record(flagKey, SegmentDefinition.nullable()),
});
export type SetDelta = z.infer<typeof SetDelta>;

type Weighted = { readonly weight: number };

function addsUp(split: {
  hashVersion: (typeof hashVersions)[number];
  weights: readonly Weighted[];
  steps?: readonly { weights: readonly Weighted[] }[] | undefined;
}): boolean {
  return [split.weights, ...(split.steps ?? []).map((step) => step.weights)].every((list) => {
    const sum = list.reduce((total, { weight }) => total + weight, 0);
    return split.hashVersion === 1 ? sum === WEIGHT_TOTAL : sum > 0;
  });
}
