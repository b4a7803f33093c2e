// The rules of an environment while they are edited: what is wrong with them, in words, and whether anybody changed them meanwhile.
import { definitionIn, segmentDefinition } from '@shortlist/domain/flag/definition-of.ts';
import { flagProblems, type FlagProblem } from '@shortlist/domain/flag/flag-check.ts';
import type { Clause, Rule, Serve } from '@shortlist/domain/flag/flag-definition.ts';
import { percentText } from '@shortlist/domain/flag/rule-sentences.ts';
import { WEIGHT_TOTAL } from '@shortlist/domain/flag/flag-words.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { sameValue } from '@shortlist/domain/ladder/same-value.ts';
import type { Flag } from './flag-rows.ts';

type Config = Flag['environments'][string];
export type RulesDraft = Pick<Config, 'enabled' | 'rules' | 'fallthrough' | 'offVariant'>;

/** A draft with the state it began from; kept for as long as the page lives, so that closing a panel loses nothing. */
export interface KeptDraft {
  readonly base: RulesDraft;
  /** What the base was read at. */
  readonly baseSeq: number;
  readonly draft: RulesDraft;
}

const kept = new Map<string, KeptDraft>();
const nameOf = (flagKey: string, environment: string) => `${environment} ${flagKey}`;

export function keptDraft(flagKey: string, environment: string): KeptDraft | undefined {
  return kept.get(nameOf(flagKey, environment));
}

/** Null lets it go. */
export function keepDraft(flagKey: string, environment: string, draft: KeptDraft | null): void {
  if (draft === null) kept.delete(nameOf(flagKey, environment));
  else kept.set(nameOf(flagKey, environment), draft);
}

export function draftOf({ enabled, rules, fallthrough, offVariant }: Config): RulesDraft {
  return { enabled, rules, fallthrough, offVariant };
}

export function isSameDraft(one: RulesDraft, other: RulesDraft): boolean {
  return sameValue(one, other);
}

export interface DraftAround {
  readonly flags: readonly Flag[];
  readonly segments: readonly EntityOf<'segment'>[];
}

/** Everything that would be refused, each with its place in words: "Rule 2, condition 1, value 3 must be a number." */
export function draftProblems(
  flag: Flag,
  environment: string,
  draft: RulesDraft,
  { flags, segments }: DraftAround,
): readonly string[] {
  const { version } = definitionIn(flag, environment);
  // Who tries it is no rule of the draft, whose rules are counted.
  const withDraft = { ...flag, trying: [], environments: { ...flag.environments, [environment]: { ...draft, version } } };
  const found = flagProblems(definitionIn(withDraft, environment), {
    flags: new Map(flags.map((one) => [one.key, definitionIn(one, environment)])),
    segments: new Map(segments.map((one) => [one.key, segmentDefinition(one)])),
  });
  return [...found.map(problemWords), ...nameProblems(draft), ...shareProblems(draft)];
}

function problemWords({ path, message }: FlagProblem): string {
  const rule = /^rules\.(\d+)/.exec(path)?.[1];
  const condition = /\.when\.(\d+)/.exec(path)?.[1];
  const value = /\.values\.(\d+)$/.exec(path)?.[1];
  const place = [
    rule === undefined ? null : `rule ${Number(rule) + 1}`,
    condition === undefined ? null : `condition ${Number(condition) + 1}`,
    value === undefined ? null : `value ${Number(value) + 1}`,
    path.startsWith('fallthrough') ? 'what everybody else gets' : null,
    path === 'rules' ? 'the rules' : null,
    path === 'offVariant' ? 'what is given while off' : null,
  ].filter((part) => part !== null);
  const words = `${place.join(', ') || path} ${message}.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function nameProblems({ rules }: RulesDraft): readonly string[] {
  const isNameless = (clause: Clause): boolean =>
    'attribute' in clause ? clause.attribute === '' : 'not' in clause && isNameless(clause.not);
  return rules.flatMap(({ when }, rule) =>
    when.flatMap((clause, index) => (isNameless(clause) ? [`Rule ${rule + 1}, condition ${index + 1} names no attribute.`] : [])),
  );
}

function shareProblems({ rules, fallthrough }: RulesDraft): readonly string[] {
  const serves: (readonly [string, Serve])[] = [
    ...rules.map((rule, index) => [`Rule ${index + 1}`, rule.serve] as const),
    ['What everybody else gets', fallthrough],
  ];
  return serves.flatMap(([place, serve]) => {
    if (!('split' in serve) || serve.split.hashVersion !== 1) return [];
    const sum = serve.split.weights.reduce((total, { weight }) => total + weight, 0);
    return sum === WEIGHT_TOTAL
      ? []
      : [`${place}: the shares add up to ${percentText(sum, WEIGHT_TOTAL)}. They must make 100 %.`];
  });
}

/** A rule for everybody, to be narrowed; its id is that of no other. */
export function anotherRule(flag: Flag, rules: readonly Rule[]): Rule {
  const ids = new Set(rules.map(({ id }) => id));
  let number = rules.length + 1;
  while (ids.has(`rule-${number}`)) number += 1;
  return {
    id: `rule-${number}`,
    title: '',
    when: [{ attribute: 'customer', op: 'in', values: [] }],
    serve: { variant: flag.onVariant },
  };
}
