/** The rungs of the release ladder and the rules each stands for. No schemas: decisions and the browser read this file. */
import type { Environment } from '../environment/environment.ts';
import type { Flag, FlagConfig } from '../flag/flag.ts';
import type { Rule, Serve } from '../flag/flag-definition.ts';
import { WEIGHT_TOTAL } from '../flag/flag-words.ts';
import { betaKey, ourselvesKey } from '../segment/new-segments.ts';
import { shownRungs } from './rung-words.ts';
import type { Rung, ShownRung } from './rung-words.ts';
import { sameValue } from './same-value.ts';

/** What the rungs of a flag are made of; all of it is the flag's own. */
export type LadderFlag = Pick<Flag, 'onVariant' | 'offVariant' | 'ladder' | 'excluded'>;
type RungConfig = Pick<FlagConfig, 'enabled' | 'rules' | 'fallthrough'>;

/** Ids of the rules that the ladder writes; a rule of somebody's own has another. */
export const ladderRuleIds = { excluded: 'excluded', internal: 'ourselves', beta: 'beta', gradual: 'gradual' } as const;

export function rungIndex(rung: ShownRung): number {
  return shownRungs.indexOf(rung);
}

/** What an environment is set to on a rung. */
export function rungConfig(flag: LadderFlag, rung: Rung, environment: Pick<Environment, 'isProduction'>): RungConfig {
  const off: Serve = { variant: flag.offVariant };
  const on: Serve = { variant: flag.onVariant };
  if (!environment.isProduction) {
    const isOn = rung !== 'off';
    return { enabled: isOn, rules: [], fallthrough: isOn ? on : off };
  }
  switch (rung) {
    case 'off':
    case 'development':
      return { enabled: false, rules: withExclusion(flag, []), fallthrough: off };
    case 'internal':
      return { enabled: true, rules: withExclusion(flag, [ourselvesRule(on)]), fallthrough: off };
    case 'beta':
      return { enabled: true, rules: withExclusion(flag, [ourselvesRule(on), ...betaRules(flag, on)]), fallthrough: off };
    case 'gradual':
      return {
        enabled: true,
        rules: withExclusion(flag, [ourselvesRule(on), ...betaRules(flag, on), gradualRule(flag)]),
        fallthrough: off,
      };
    case 'everyone':
    case 'permanent':
      return { enabled: true, rules: withExclusion(flag, []), fallthrough: on };
    default:
      return rung satisfies never;
  }
}

/** Switched off for some customers: above every other rule, on every rung, also above rules written by hand. */
export function withExclusion(flag: Pick<Flag, 'excluded' | 'offVariant'>, rules: readonly Rule[]): Rule[] {
  const others = rules.filter((rule) => rule.id !== ladderRuleIds.excluded);
  if (flag.excluded.length === 0) return others;
  const rule: Rule = {
    id: ladderRuleIds.excluded,
    title: 'Switched off for these customers',
    when: [{ attribute: 'customer', op: 'in', values: [...flag.excluded] }],
    serve: { variant: flag.offVariant },
  };
  return [rule, ...others];
}

function ourselvesRule(serve: Serve): Rule {
  return { id: ladderRuleIds.internal, title: 'Ourselves', when: [{ segment: ourselvesKey }], serve };
}

function betaRules({ ladder }: LadderFlag, serve: Serve): Rule[] {
  const customers = { attribute: 'customer', op: 'in' as const, values: ladder.customers };
  const segment = { segment: ladder.segment ?? betaKey };
  const byName = ladder.customers.length > 0;
  const when = byName && ladder.segment !== null ? { any: [customers, segment] } : byName ? customers : segment;
  return [{ id: ladderRuleIds.beta, title: 'Beta customers', when: [when], serve }];
}

function gradualRule(flag: LadderFlag): Rule {
  const { percent, unit } = flag.ladder;
  const weight = Math.round((percent * WEIGHT_TOTAL) / 100);
  const weights = [
    { variant: flag.onVariant, weight },
    { variant: flag.offVariant, weight: WEIGHT_TOTAL - weight },
  ];
  const title = `${percent} % of ${unitWords(unit)}`;
  return { id: ladderRuleIds.gradual, title, when: [], serve: { split: { unit, hashVersion: 1, weights } } };
}

/** `customer` → `customers`. */
export function unitWords(unit: string): string {
  return /^(customer|user|device)$/.test(unit) ? `${unit}s` : `values of ${unit}`;
}

/** A flag's configuration in an environment; one that was never touched there is switched off. */
export function configIn(flag: Pick<Flag, 'environments' | 'offVariant'>, environmentKey: string): FlagConfig {
  return (
    flag.environments[environmentKey] ?? {
      enabled: false,
      rules: [],
      fallthrough: { variant: flag.offVariant },
      offVariant: flag.offVariant,
      version: 0,
    }
  );
}

/** The flag set to a rung: only what differs is written, and counts as a new version. */
export function onRung<Of extends Flag>(flag: Of, rung: Rung, environments: readonly Environment[]): Of {
  const entries = environments.map((environment) => {
    const before = configIn(flag, environment.key);
    const after = { ...before, ...rungConfig(flag, rung, environment), offVariant: flag.offVariant };
    return [environment.key, sameValue(before, after) ? before : { ...after, version: before.version + 1 }] as const;
  });
  return { ...flag, rung, environments: { ...flag.environments, ...Object.fromEntries(entries) } };
}

/**
 * The rung whose rules a flag has, its present one first; `custom` where a rule was written by hand. An environment that was
 * switched off keeps its rung: the kill switch is above it.
 */
export function rungOf(flag: Flag, environments: readonly Environment[]): ShownRung {
  const known = environments.filter(({ key }) => flag.environments[key] !== undefined);
  const isOn = (rung: Rung): boolean =>
    known.every((environment) => {
      const { enabled, rules, fallthrough } = configIn(flag, environment.key);
      const generated = rungConfig(flag, rung, environment);
      const sameSwitch = enabled === generated.enabled || !enabled;
      return sameSwitch && sameValue(rules, generated.rules) && sameValue(fallthrough, generated.fallthrough);
    });
  const all = shownRungs.filter((rung) => rung !== 'custom');
  const ordered = flag.rung === 'custom' ? all : [flag.rung, ...all];
  return ordered.find((rung) => (rung === 'permanent') === (flag.archivedAt !== null) && isOn(rung)) ?? 'custom';
}
