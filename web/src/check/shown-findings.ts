// Which findings are worth a look. A story that says nothing yet is not told what it lacks: readiness says that.
import type { Finding, StoryCheck } from '@shortlist/domain/check/check-finding.ts';

/** From this sum on, small remarks on the how are shown too. */
const tellsFrom = 2.5;

/** What readiness says in its own way. */
const saidElsewhere = new Set(['no-role', 'no-need', 'no-benefit']);

export interface ShownFindings {
  /** In the sentence and the problem text. */
  readonly main: readonly Finding[];
  /** In the criteria, where a how may stand: told apart, and quieter. */
  readonly inCriteria: readonly Finding[];
}

export function shownFindings({ findings }: StoryCheck): ShownFindings {
  const open = findings.filter(({ rule, dismissed }) => !dismissed && !saidElsewhere.has(rule));
  const main = open.filter(({ field }) => field !== 'criterion');
  const how = main.filter(({ family }) => family === 'solution');
  const sum = [...new Set(how.map(({ rule }) => rule))].reduce(
    (total, rule) => total + Math.max(...how.filter((one) => one.rule === rule).map(({ weight }) => weight)),
    0,
  );
  return {
    main: main.filter(({ family, weight }) => family !== 'solution' || weight >= 1.5 || (sum >= tellsFrom && weight >= 0.5)),
    inCriteria: open.filter(({ field, weight }) => field === 'criterion' && weight >= 1),
  };
}

/** Stays the same while the words around it are typed. */
export function findingKey({ rule, field, criterionId, words }: Finding): string {
  return [field, criterionId ?? '', rule, words.toLowerCase()].join('\n');
}
