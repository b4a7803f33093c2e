/** How a new work item begins, wherever it comes from. */
import type { ItemKind, Placement } from '../backlog/placement.ts';
import type { Begun, DecisionContext } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { Story } from './story.ts';
import type { Task } from './task.ts';

export function newStory(
  context: DecisionContext,
  given: { readonly handle: string; readonly title: string; readonly ideaId: Id<'idea'> | null },
): Begun<Story> {
  return {
    id: context.newId('story'),
    handle: given.handle,
    title: given.title,
    personaId: null,
    need: '',
    benefit: '',
    outcome: null,
    size: null,
    ownerId: null,
    collaboratorIds: null,
    ideaId: given.ideaId,
    criteriaNumbered: 0,
    wordedBy: context.actor.memberId,
    wordedAt: context.now,
    read: null,
    designRead: null,
    source: null,
    externalId: null,
    createdAt: context.now,
  };
}

export function newTask(
  context: DecisionContext,
  given: { readonly handle: string; readonly title: string; readonly why: string; readonly ideaId: Id<'idea'> | null },
): Task {
  return {
    id: context.newId('task'),
    handle: given.handle,
    title: given.title,
    why: given.why,
    size: null,
    ownerId: null,
    collaboratorIds: null,
    ideaId: given.ideaId,
    source: null,
    externalId: null,
    createdAt: context.now,
  };
}

/** A placement in a team's refinement, before the gate. */
export function refinementPlacement(id: Id<'item'>, kind: ItemKind, teamId: Id<'team'>, rank: string, now: string): Placement {
  return {
    id,
    kind,
    teamId,
    stepId: null,
    rank,
    committedAt: null,
    startedAt: null,
    doneAt: null,
    droppedAt: null,
    dropped: null,
    parkedAs: null,
    leavesAt: null,
    verified: null,
    expedite: false,
    override: null,
    enteredStepAt: now,
  };
}
