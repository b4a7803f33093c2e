/** Which segments and other flags the rules ask about. No schemas: the browser shows who asks whom. */
import type { Clause } from './flag-definition.ts';
import type { Flag } from './flag.ts';

export interface NamedKeys {
  readonly segments: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
}

/** In any environment, at any depth; the segment of its beta rung too. */
export function namedByFlag({ environments, ladder }: Pick<Flag, 'environments' | 'ladder'>): NamedKeys {
  const clauses = Object.values(environments).flatMap(({ rules }) => rules.flatMap(({ when }) => when));
  const named = namedByClauses(clauses);
  return ladder.segment === null ? named : { ...named, segments: new Set([...named.segments, ladder.segment]) };
}

export function namedByClauses(clauses: readonly Clause[]): NamedKeys {
  const [segments, flags] = [new Set<string>(), new Set<string>()];
  const waiting = [...clauses];
  for (let clause = waiting.pop(); clause !== undefined; clause = waiting.pop()) {
    if ('segment' in clause) segments.add(clause.segment);
    else if ('flag' in clause) flags.add(clause.flag);
    else if ('not' in clause) waiting.push(clause.not);
    else if ('all' in clause) waiting.push(...clause.all);
    else if ('any' in clause) waiting.push(...clause.any);
  }
  return { segments, flags };
}
