/** From refinement back to the parking lot: what was written stays with the item, which waits until its idea is refined again. */
import { put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Idea } from '../idea/idea.ts';
import type { Id } from '../ids.ts';
import type { OutputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import type { Story } from '../story/story.ts';
import type { Task } from '../story/task.ts';
import type { Team } from '../workspace/team.ts';
import { isInRefinement } from './counted.ts';
import { mayMoveItems } from './may-move-items.ts';
import type { Placement } from './placement.ts';

export interface ParkState {
  readonly team: Team;
  readonly placement: Placement;
  readonly item: Story | Task;
  /** The idea that was decided to become this item; null: none was, or it is another item's. */
  readonly idea: Idea | null;
  /** Of the idea that is made where there is none. */
  readonly handle: string;
  /** Who made the item: they hear back of an idea that is made of it. */
  readonly suggesterId: Id<'person'>;
}

/** `index`: of the ideas that the command makes, this is so many-th. */
export function parkItem(state: ParkState, context: DecisionContext, index = 0): Decision<OutputOf<'backlog.park'>> {
  const { team, placement, item } = state;
  const { actor, now } = context;
  if (actor.via !== 'system' && !mayMoveItems(team, actor)) {
    return refuse('not_allowed', `Only members of ${team.name} move its items. Ask one of them, or join the team.`);
  }
  if (placement.parkedAs !== null) return refuse('conflict', 'It is in the parking lot already.');
  if (!isInRefinement(placement)) {
    return refuse('conflict', 'Only what is in refinement goes back to the parking lot. Send it back to refinement first.');
  }
  const idea =
    state.idea === null ? ideaOf(state, context, index) : { ...state.idea, decision: null, decidedAt: null, itemId: item.id };
  const parked: Placement = {
    ...placement,
    droppedAt: now,
    dropped: null,
    override: null,
    parkedAs: idea.id,
    leavesAt: null,
    enteredStepAt: now,
  };
  const changes: Change[] = [put('idea.parked', 'idea', idea)];
  if (item.ideaId === null) changes.push(withIdea(placement, item, idea));
  changes.push(put('item.parked', 'placement', parked));
  return { changes, value: { idea, placement: parked } };
}

/** Of what did not begin as an idea: its own first words. */
function ideaOf({ item, handle, suggesterId }: ParkState, context: DecisionContext, index: number): Idea {
  const line = 'need' in item ? item.need : item.why;
  return {
    id: context.newId('idea', index),
    handle,
    problem: item.title,
    context: line === '' ? null : line,
    suggesterId,
    decision: null,
    keptCount: 0,
    itemId: item.id,
    answeredAt: null,
    source: null,
    externalId: null,
    capturedAt: context.now,
    decidedAt: null,
  };
}

function withIdea({ kind }: Placement, item: Story | Task, { id }: Idea): Change {
  // The placement's kind says which of the two it is.
  return kind === 'story'
    ? put('story.parked', 'story', { ...(item as Story), ideaId: id })
    : put('task.parked', 'task', { ...(item as Task), ideaId: id });
}
