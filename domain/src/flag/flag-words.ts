/** The closed lists and bounds of flags, without a schema, so that the SDK and the browser can carry them. */

export const flagTypes = ['boolean', 'string', 'number', 'object'] as const;
export type FlagType = (typeof flagTypes)[number];

/** Release flags must go, experiments must be decided, the other two may stay. */
export const flagKinds = ['release', 'experiment', 'operational', 'permission'] as const;
export type FlagKind = (typeof flagKinds)[number];

/**
 * What a clause asks of an attribute. `matches` takes patterns of the linear-time subset (`pattern.ts`); `before` and `after` take
 * instants; `semver…` follow Semantic Versioning 2.0.0; `cidr` takes IPv4 and IPv6 networks; `exists` takes no values.
 */
export const clauseOps = [
  'in',
  'notIn',
  'startsWith',
  'endsWith',
  'contains',
  'matches',
  'gt',
  'gte',
  'lt',
  'lte',
  'before',
  'after',
  'semverEq',
  'semverGt',
  'semverGte',
  'semverLt',
  'semverLte',
  'cidr',
  'exists',
] as const;
export type ClauseOp = (typeof clauseOps)[number];

/**
 * How a unit becomes a place between 0 and 2³². `1` is Shortlist's own; the other two are the arithmetic of flags that were
 * brought along, so that nobody changes sides by moving house.
 */
export const hashVersions = [1, 'unleash', 'flagd2'] as const;
export type HashVersion = (typeof hashVersions)[number];

/** Weights of `hashVersion` 1 add up to this: steps of 0.001 %. */
export const WEIGHT_TOTAL = 100_000;

/** The attribute that holds the moment of asking, as an instant; no context can set it. */
export const NOW_ATTRIBUTE = '$now';

/** OpenFeature's reasons, as far as an evaluator gives them (`CACHED` and `STALE` are a client's). */
export const reasons = ['STATIC', 'DEFAULT', 'TARGETING_MATCH', 'SPLIT', 'DISABLED', 'ERROR'] as const;
export type Reason = (typeof reasons)[number];

/** OpenFeature's error codes, as far as an evaluator gives them. */
export const errorCodes = [
  'FLAG_NOT_FOUND',
  'PARSE_ERROR',
  'TYPE_MISMATCH',
  'TARGETING_KEY_MISSING',
  'INVALID_CONTEXT',
  'GENERAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What a definition may hold at most. */
export const flagLimits = {
  keyLength: 100,
  variants: 64,
  rules: 200,
  clauses: 64,
  values: 5_000,
  valueLength: 1_000,
  steps: 64,
  segmentKeys: 50_000,
  /** Of `all`, `any` and `not` inside each other, and of flags and segments that ask one another. */
  depth: 8,
} as const;
