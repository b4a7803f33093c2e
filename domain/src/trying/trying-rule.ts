/** Who try a feature for themselves, as the rule that an evaluator reads. No schemas. */
import type { Clause, Rule } from '../flag/flag-definition.ts';
import type { Flag } from '../flag/flag.ts';
import { NOW_ATTRIBUTE } from '../flag/flag-words.ts';
import { ladderRuleIds } from '../ladder/rungs.ts';
import { tryingRuleId } from './trying-words.ts';

/** A flag that was kept before anybody could try one has no list. */
type Tried = { readonly trying?: Flag['trying'] | undefined };
export type Trying = Flag['trying'][number];

/** Who try it in an environment, those who are through with it included. */
export function tryingIn({ trying = [] }: Tried, environment: string): readonly Trying[] {
  return trying.filter((one) => one.environment === environment);
}

/** The same at a moment (ISO 8601). */
export function tryingNow(flag: Tried, environment: string, now: string): readonly Trying[] {
  return tryingIn(flag, environment).filter(({ until }) => until > now);
}

/**
 * The rules of an environment with those who try it: below what some customers are excluded from, above everything else. Each
 * ends by the clock of whoever evaluates, without a write.
 */
export function withTrying(flag: Tried & Pick<Flag, 'onVariant'>, environment: string, rules: readonly Rule[]): Rule[] {
  const trying = tryingIn(flag, environment);
  if (trying.length === 0) return [...rules];
  const rule: Rule = {
    id: tryingRuleId,
    title: 'Trying it',
    when: [{ any: trying.map(clauseOf) }],
    serve: { variant: flag.onVariant },
  };
  const [first, ...others] = rules;
  return first?.id === ladderRuleIds.excluded ? [first, rule, ...others] : [rule, ...rules];
}

function clauseOf({ key, until }: Trying): Clause {
  const byKey: Clause = { attribute: 'user', op: 'in', values: [key] };
  const byMail: Clause = { attribute: 'user.email', op: 'in', values: [key], ignoreCase: true };
  const isThem = key.includes('@') ? { any: [byKey, byMail] } : byKey;
  return { all: [isThem, { attribute: NOW_ATTRIBUTE, op: 'before', values: [until] }] };
}
