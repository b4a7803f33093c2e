/** Who works on a story or a task beside its owner. No schemas: the browser reads this file. */
import type { Id } from '../ids.ts';

export const collaboratorsMost = 10;

type PersonId = Id<'person'>;

interface WorkedOn {
  readonly ownerId: PersonId | null;
  readonly collaboratorIds: PersonId[] | null;
}

/** In the order in which they came; nobody twice. */
export function collaboratorsOf({ collaboratorIds }: Pick<WorkedOn, 'collaboratorIds'>): readonly PersonId[] {
  return collaboratorIds ?? [];
}

/** The same with just these collaborators; whoever owns it is none. */
export function withCollaborators<Item extends WorkedOn>(item: Item, ids: readonly PersonId[]): Item {
  const others = [...new Set(ids)].filter((id) => id !== item.ownerId);
  return { ...item, collaboratorIds: others.length === 0 ? null : others };
}
