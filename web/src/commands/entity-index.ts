// Everything that has a name, ready to be found. Each kind is made ready again only when one of it has changed.
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';
import type { StoreReader } from '../sync/use-store.ts';
import { foldText, type Findable } from './palette-rank.ts';

export interface FoundEntity {
  readonly kind: 'idea' | 'story' | 'task' | 'flag' | 'member' | 'team' | 'persona';
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** The key of a team or a flag. */
  readonly key?: string;
}

type Ready = readonly Findable<FoundEntity>[];

const kept = new Map<EntityName, { readonly of: readonly unknown[]; readonly ready: Ready }>();

/** Items, ideas, personas, teams and people, in this order. */
export function everyEntity(read: StoreReader): Ready {
  return [
    ...readied('story', read, ({ id, handle, title }) => ({ kind: 'story', id, handle, name: title })),
    ...readied('task', read, ({ id, handle, title }) => ({ kind: 'task', id, handle, name: title })),
    ...readied('idea', read, ({ id, handle, problem }) => ({ kind: 'idea', id, handle, name: problem })),
    ...readied('persona', read, ({ id, name, mergedIntoId }) =>
      mergedIntoId === null ? { kind: 'persona', id, handle: '', name } : null,
    ),
    ...readied('flag', read, ({ id, key, title }) => ({ kind: 'flag', id, handle: key, name: title, key })),
    ...readied('team', read, ({ id, key, name }) => ({ kind: 'team', id, handle: '', name, key })),
    ...readied('member', read, ({ id, name, removedAt }) =>
      removedAt === null ? { kind: 'member', id, handle: '', name } : null,
    ),
  ];
}

function readied<Name extends EntityName>(
  name: Name,
  read: StoreReader,
  found: (entity: EntityOf<Name>) => FoundEntity | null,
): Ready {
  const all = read.all(name);
  const last = kept.get(name);
  if (last?.of === all) return last.ready;
  const ready = all.flatMap((entity): Ready => {
    const entry = found(entity);
    if (entry === null) return [];
    const { id, handle } = entry;
    return [
      { entry, id, handle: foldText(handle), name: foldText(entry.name), words: foldText(entry.key ?? ''), isLoose: false },
    ];
  });
  kept.set(name, { of: all, ready });
  return ready;
}
