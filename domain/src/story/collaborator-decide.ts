/** Who works on stories and tasks beside their owners. */
import { put, type Change, type Decision } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { OutputOf, ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { collaboratorsMost, collaboratorsOf, withCollaborators } from './collaborators.ts';
import type { Story } from './story.ts';
import type { Task } from './task.ts';

export interface SetCollaboratorsState {
  /** Those of the named items that there are. */
  readonly stories: readonly Story[];
  readonly tasks: readonly Task[];
}

export function setCollaborators(
  { stories, tasks }: SetCollaboratorsState,
  { itemIds, addIds, removeIds }: ParsedInputOf<'collaborator.set'>,
): Decision<OutputOf<'collaborator.set'>> {
  const known = new Set<string>([...stories, ...tasks].map(({ id }) => id));
  const missing = itemIds.find((id) => !known.has(id));
  if (missing !== undefined) return refuse('not_found', `There is no story or task ${missing}. Check its handle.`);
  const removed = new Set(removeIds);
  const changes: Change[] = [];
  const changed: Id<'item'>[] = [];
  const changedOf = <Item extends Story | Task>(item: Item): Item | null => {
    const before = collaboratorsOf(item);
    const after = withCollaborators(
      item,
      [...before, ...addIds].filter((id) => !removed.has(id)),
    );
    const isSame = collaboratorsOf(after).length === before.length && collaboratorsOf(after).every((id) => before.includes(id));
    return isSame ? null : after;
  };
  for (const story of stories.flatMap((one) => changedOf(one) ?? [])) {
    if (isFull(story)) return tooMany(story.handle);
    changed.push(story.id);
    changes.push(put('story.collaborators_set', 'story', story));
  }
  for (const task of tasks.flatMap((one) => changedOf(one) ?? [])) {
    if (isFull(task)) return tooMany(task.handle);
    changed.push(task.id);
    changes.push(put('task.collaborators_set', 'task', task));
  }
  if (changes.length === 0) {
    return refuse('already_done', 'They have just these collaborators already. Who owns an item works on it anyway.');
  }
  return { changes, value: { changed } };
}

function isFull(item: Story | Task): boolean {
  return collaboratorsOf(item).length > collaboratorsMost;
}

function tooMany(handle: string): Refusal {
  return refuse(
    'conflict',
    `${handle} would have more than ${collaboratorsMost} collaborators, and that is the limit. Take somebody away first.`,
  );
}
