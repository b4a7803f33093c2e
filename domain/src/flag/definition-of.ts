/** From the flag that people decide on to what an evaluator reads. No schemas. */
import { configIn } from '../ladder/rungs.ts';
import type { FlagDefinition, SegmentDefinition } from './flag-definition.ts';
import type { Flag } from './flag.ts';
import type { Segment } from '../segment/segment.ts';
import { withTrying } from '../trying/trying-rule.ts';

/** A flag as it is in one environment. */
export function definitionIn(flag: Flag, environmentKey: string): FlagDefinition {
  const { enabled, rules, fallthrough, offVariant, version } = configIn(flag, environmentKey);
  return {
    key: flag.key,
    type: flag.type,
    kind: flag.kind,
    salt: flag.salt,
    clientSide: flag.clientSide,
    archived: flag.archivedAt !== null,
    variants: flag.variants,
    enabled,
    rules: withTrying(flag, environmentKey, rules),
    fallthrough,
    offVariant,
    version,
  };
}

export function segmentDefinition({ key, unit, included, excluded, rules }: Segment): SegmentDefinition {
  return { key, unit, included, excluded, rules };
}
