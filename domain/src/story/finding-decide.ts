/** What is found while a story is tried: noted, settled, taken away. */
import { memberOf, put, remove, type Decision, type DecisionContext } from '../decision.ts';
import type { Flag } from '../flag/flag.ts';
import { rungIndex } from '../ladder/rungs.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import type { Criterion } from './criterion.ts';
import { mostFindings } from './finding-words.ts';
import type { Finding } from './finding.ts';
import type { Story } from './story.ts';

export interface AddState {
  readonly story: Story;
  readonly criteria: readonly Criterion[];
  readonly findings: readonly Finding[];
  /** The flag of the story; null: none. */
  readonly flag: Pick<Flag, 'rung'> | null;
}

export function addFinding(
  { story, criteria, findings, flag }: AddState,
  input: ParsedInputOf<'finding.add'>,
  context: DecisionContext,
): Decision<Finding> {
  const criterionId = input.criterionId ?? null;
  if (criterionId !== null && !criteria.some(({ id }) => id === criterionId)) {
    return refuse('not_found', 'That criterion is not one of this story’s. Name another, or none.');
  }
  if (findings.length >= mostFindings) {
    return refuse('conflict', `${story.handle} has ${mostFindings} findings. Take away what is settled, or split the story.`);
  }
  if (input.kind === 'finding' && flag !== null && customersSeeIt(flag)) {
    return refuse(
      'conflict',
      `Customers see ${story.handle} already, so this is no finding any more. Step down to internal first, or say that the criterion failed.`,
    );
  }
  const finding: Finding = {
    id: context.newId('finding'),
    storyId: story.id,
    criterionId,
    kind: input.kind,
    text: input.text,
    environment: input.environment,
    foundBy: memberOf(context.actor),
    foundAt: context.now,
    settledBy: null,
    settledAt: null,
  };
  return { changes: [put('finding.added', 'finding', finding)], value: finding };
}

export function editFinding(state: { readonly finding: Finding }, input: ParsedInputOf<'finding.edit'>): Decision<Finding> {
  const finding: Finding = {
    ...state.finding,
    ...(input.text !== undefined && { text: input.text }),
    ...(input.kind !== undefined && { kind: input.kind }),
  };
  return { changes: [put('finding.edited', 'finding', finding)], value: finding };
}

export function settleFinding(
  state: { readonly finding: Finding },
  { settled }: Pick<ParsedInputOf<'finding.settle'>, 'settled'>,
  context: DecisionContext,
): Decision<Finding> {
  const finding: Finding = {
    ...state.finding,
    settledBy: settled ? memberOf(context.actor) : null,
    settledAt: settled ? context.now : null,
  };
  return { changes: [put(settled ? 'finding.settled' : 'finding.reopened', 'finding', finding)], value: finding };
}

export function removeFinding({ finding }: { readonly finding: Finding }): Decision<Finding> {
  return { changes: [remove('finding.removed', 'finding', finding.id, finding.storyId)], value: finding };
}

/** From beta on; rules by hand may aim at anybody, and nobody knows. */
function customersSeeIt({ rung }: Pick<Flag, 'rung'>): boolean {
  return rung !== 'custom' && rungIndex(rung) >= rungIndex('beta');
}
