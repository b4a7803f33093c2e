/** Acceptance criteria: worded, put in their tree, verified. */
import { memberOf, put, remove, type Decision, type DecisionContext } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { ParsedInputOf } from '../operations.ts';
import { rankBetween } from '../rank.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { branchOf, deepestLevel, heightOf, leavesOf, levelOf, partsOf } from './criterion-tree.ts';
import type { Criterion, Verdict } from './criterion.ts';
import type { Story } from './story.ts';

/** More of them are no longer one story. */
export const mostCriteria = 200;

/** `criteria`: all of the story's, the story's row locked. */
interface CriteriaState {
  readonly story: Story;
  readonly criteria: readonly Criterion[];
}

interface OneOfThem {
  readonly criterion: Criterion;
  /** All of its story's. */
  readonly criteria: readonly Criterion[];
}

export function addCriterion(
  state: CriteriaState,
  input: ParsedInputOf<'criterion.add'>,
  context: DecisionContext,
): Decision<Criterion> {
  const { story, criteria } = state;
  if (criteria.length >= mostCriteria) {
    return refuse('conflict', `A story has at most ${mostCriteria} criteria. Split it: what belongs together goes along.`);
  }
  const parentId = input.parentId ?? null;
  const afterId = input.afterId === undefined ? (partsOf(criteria, parentId).at(-1)?.id ?? null) : input.afterId;
  const rank = rankIn(criteria, { parentId, afterId }, 1);
  if (typeof rank !== 'string') return rank;
  const number = story.criteriaNumbered + 1;
  const criterion: Criterion = {
    id: context.newId('criterion'),
    storyId: story.id,
    number,
    parentId,
    rank,
    text: input.text,
    example: input.example ?? null,
    verdicts: [],
    formerly: [],
    wordedAt: context.now,
    createdAt: context.now,
  };
  return {
    changes: [
      put('criterion.added', 'criterion', criterion),
      put('story.criterion_numbered', 'story', { ...story, criteriaNumbered: number }),
    ],
    value: criterion,
  };
}

export function editCriterion(
  state: { readonly criterion: Criterion },
  input: ParsedInputOf<'criterion.edit'>,
  context: DecisionContext,
): Decision<Criterion> {
  const criterion: Criterion = {
    ...state.criterion,
    ...(input.text !== undefined && { text: input.text }),
    ...(input.example !== undefined && { example: input.example }),
    wordedAt: context.now,
  };
  return { changes: [put('criterion.edited', 'criterion', criterion)], value: criterion };
}

/** Puts a criterion elsewhere in its tree; what is below it comes along. */
export function moveCriterion({ criterion, criteria }: OneOfThem, input: ParsedInputOf<'criterion.move'>): Decision<Criterion> {
  const parentId = input.parentId === undefined ? criterion.parentId : input.parentId;
  const branch = branchOf(criteria, criterion);
  if (branch.some(({ id }) => id === parentId)) {
    return refuse('conflict', `AC-${criterion.number} cannot become a part of itself. Put it below another criterion.`);
  }
  const others = criteria.filter(({ id }) => id !== criterion.id);
  const rank = rankIn(others, { parentId, afterId: input.afterId }, heightOf(criteria, criterion));
  if (typeof rank !== 'string') return rank;
  const moved: Criterion = { ...criterion, parentId, rank };
  return { changes: [put('criterion.moved', 'criterion', moved)], value: moved };
}

/** Removes a criterion with everything below it. */
export function removeCriterion({ criterion, criteria }: OneOfThem): Decision<Criterion> {
  const removed = branchOf(criteria, criterion);
  return { changes: removed.map(({ id, storyId }) => remove('criterion.removed', 'criterion', id, storyId)), value: criterion };
}

/** Says of a criterion, or of all that is below it, that it was seen to hold or not; null takes that back. */
export function verifyCriterion(
  { criterion, criteria }: OneOfThem,
  input: ParsedInputOf<'criterion.verify'>,
  context: DecisionContext,
): Decision<Criterion> {
  const { environment } = input;
  const given: Verdict | null =
    input.verdict === null
      ? null
      : { environment, verdict: input.verdict, by: memberOf(context.actor), at: context.now, note: input.note };
  const verified = leavesOf(criteria, criterion).map((leaf): Criterion => {
    const others = leaf.verdicts.filter((verdict) => verdict.environment !== environment);
    return { ...leaf, verdicts: given === null ? others : [...others, given] };
  });
  if (verified.some(({ verdicts }) => verdicts.length > 20)) {
    return refuse('conflict', 'A criterion is verified in at most 20 environments. Take one of its verdicts back first.');
  }
  const event = given === null ? 'criterion.verdict_taken_back' : `criterion.${given.verdict}`;
  const changes = verified.map((leaf) => put(event, 'criterion', leaf));
  return { changes, value: verified.find(({ id }) => id === criterion.id) ?? criterion };
}

interface WantedPlace {
  readonly parentId: Id<'criterion'> | null;
  readonly afterId: Id<'criterion'> | null;
}

/** A rank for something `height` levels high at that place among `others`, or why it cannot stand there. */
function rankIn(others: readonly Criterion[], { parentId, afterId }: WantedPlace, height: number): string | Refusal {
  if (parentId !== null && !others.some(({ id }) => id === parentId)) {
    return refuse('not_found', 'The criterion it should be part of is not one of this story’s. Name another, or none.');
  }
  if (levelOf(others, parentId) + height > deepestLevel) {
    return refuse('conflict', `Criteria have ${deepestLevel} levels, and this would be one more. Put it a level higher.`);
  }
  const beside = partsOf(others, parentId);
  const at = afterId === null ? -1 : beside.findIndex(({ id }) => id === afterId);
  if (afterId !== null && at === -1) {
    return refuse('not_found', 'The criterion it should follow is not beside it. Name another, or none for first.');
  }
  const before = beside[at]?.rank ?? null;
  // An undo may have put one back on a rank that was given again meanwhile: both then stand before the next.
  const next = beside.slice(at + 1).find(({ rank }) => before === null || rank > before);
  return rankBetween(before, next?.rank ?? null);
}
