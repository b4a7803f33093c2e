/** Shaping stories and tasks until they are ready. */
import { put, remove, type Decision, type DecisionContext } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { ParsedInputOf } from '../operations.ts';
import { rankBetween } from '../rank.ts';
import { refuse } from '../refusal.ts';
import type { Team } from '../workspace/team.ts';
import type { Criterion } from './criterion.ts';
import { newTask, refinementPlacement } from './new-item.ts';
import type { Story } from './story.ts';
import type { Task } from './task.ts';

export function editStory(state: { readonly story: Story }, input: ParsedInputOf<'story.edit'>): Decision<Story> {
  const { itemId: _itemId, ...fields } = input;
  const story = withFields(state.story, fields);
  return { changes: [put('story.edited', 'story', story)], value: story };
}

export function createTask(
  state: { readonly team: Team; readonly handle: string; readonly lastRank: string | null },
  input: ParsedInputOf<'task.create'>,
  context: DecisionContext,
): Decision<Task> {
  const task = newTask(context, { handle: state.handle, title: input.title, why: input.why, ideaId: null });
  const rank = rankBetween(state.lastRank, null);
  const placement = refinementPlacement(task.id, 'task', state.team.id, rank, context.now);
  return { changes: [put('task.created', 'task', task), put('item.placed', 'placement', placement)], value: task };
}

export function editTask(state: { readonly task: Task }, input: ParsedInputOf<'task.edit'>): Decision<Task> {
  const { itemId: _itemId, ...fields } = input;
  const task = withFields(state.task, fields);
  return { changes: [put('task.edited', 'task', task)], value: task };
}

/** Lays the named fields over an entity; `undefined` means "not named" and leaves the field as it is. */
function withFields<Entity extends object>(
  entity: Entity,
  fields: { readonly [Key in keyof Entity]?: Entity[Key] | undefined },
): Entity {
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...entity, ...named };
}

/** `criteria`: all of the story's, in order of rank. */
interface CriteriaState {
  readonly story: Story;
  readonly criteria: readonly Criterion[];
}

export function addCriterion(
  state: CriteriaState,
  input: ParsedInputOf<'criterion.add'>,
  context: DecisionContext,
): Decision<Criterion> {
  const rank = rankAfter(state.criteria, input.afterId === undefined ? (state.criteria.at(-1)?.id ?? null) : input.afterId);
  if (rank === null) return unknownNeighbour();
  const number = state.story.criteriaNumbered + 1;
  const criterion: Criterion = {
    id: context.newId('criterion'),
    storyId: state.story.id,
    number,
    rank,
    text: input.text,
    createdAt: context.now,
  };
  const story: Story = { ...state.story, criteriaNumbered: number };
  return {
    changes: [put('criterion.added', 'criterion', criterion), put('story.criterion_numbered', 'story', story)],
    value: criterion,
  };
}

export function editCriterion(
  state: { readonly criterion: Criterion },
  input: ParsedInputOf<'criterion.edit'>,
): Decision<Criterion> {
  const criterion: Criterion = { ...state.criterion, text: input.text };
  return { changes: [put('criterion.edited', 'criterion', criterion)], value: criterion };
}

export function moveCriterion(
  state: CriteriaState & { readonly criterion: Criterion },
  input: ParsedInputOf<'criterion.move'>,
): Decision<Criterion> {
  const others = state.criteria.filter((criterion) => criterion.id !== state.criterion.id);
  const rank = rankAfter(others, input.afterId);
  if (rank === null) return unknownNeighbour();
  const criterion: Criterion = { ...state.criterion, rank };
  return { changes: [put('criterion.moved', 'criterion', criterion)], value: criterion };
}

export function removeCriterion(state: { readonly criterion: Criterion }): Decision<Criterion> {
  const { criterion } = state;
  return {
    changes: [remove('criterion.removed', 'criterion', criterion.id, criterion.storyId)],
    value: criterion,
  };
}

function rankAfter(criteria: readonly Criterion[], afterId: Id<'criterion'> | null): string | null {
  const at = afterId === null ? -1 : criteria.findIndex((criterion) => criterion.id === afterId);
  if (afterId !== null && at === -1) return null;
  return rankBetween(criteria[at]?.rank ?? null, criteria[at + 1]?.rank ?? null);
}

function unknownNeighbour() {
  return refuse('not_found', 'The criterion it should follow is not one of this story’s. Name another, or none for first.');
}
