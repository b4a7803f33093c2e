/** Flags, segments and sets for tests: each builder fills what is not given. */
import type { Clause, FlagDefinition, Rule, SegmentDefinition, Serve, SetDocument } from './flag-definition.ts';
import { WEIGHT_TOTAL } from './flag-words.ts';

export function aFlag(given: Partial<FlagDefinition> = {}): FlagDefinition {
  return {
    key: 'checkout',
    type: 'boolean',
    kind: 'release',
    salt: 'salt-of-checkout',
    clientSide: true,
    archived: false,
    variants: { on: true, off: false },
    enabled: true,
    rules: [],
    fallthrough: { variant: 'off' },
    offVariant: 'off',
    version: 1,
    ...given,
  };
}

export function aRule(when: Clause[], serve: Serve = { variant: 'on' }, given: Partial<Rule> = {}): Rule {
  return { id: 'rule-1', title: 'Rule one', when, serve, ...given };
}

export function aSegment(given: Partial<SegmentDefinition> = {}): SegmentDefinition {
  return { key: 'beta', unit: 'customer', included: [], excluded: [], rules: [], ...given };
}

/** `on` for this many of 100,000, by hash version 1. */
export function aSplit(on: number, unit = 'user'): Serve {
  const weights = [
    { variant: 'on', weight: on },
    { variant: 'off', weight: WEIGHT_TOTAL - on },
  ];
  return { split: { unit, hashVersion: 1, weights } };
}

export function aSet(flags: readonly FlagDefinition[], segments: readonly SegmentDefinition[] = []): SetDocument {
  return {
    version: 1,
    environment: 'production',
    flags: Object.fromEntries(flags.map((flag) => [flag.key, flag])),
    segments: Object.fromEntries(segments.map((segment) => [segment.key, segment])),
  };
}
