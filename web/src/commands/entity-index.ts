// Everything that has a name, ready to be found. What has not changed since is not made ready again.
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';
import { foldedText } from '@shortlist/domain/query/folded-text.ts';
import type { Named } from '@shortlist/domain/search/name-rank.ts';
import type { StoreReader } from '../sync/use-store.ts';

export interface FoundEntity {
  readonly kind: 'idea' | 'story' | 'task' | 'flag' | 'segment' | 'member' | 'team' | 'persona';
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** The key of a team, a flag or a segment. */
  readonly key?: string;
}

export interface Findable<Entry> extends Named {
  readonly entry: Entry;
}

type Ready = readonly Findable<FoundEntity>[];
type Finds = { readonly [Name in FoundEntity['kind']]: (entity: EntityOf<Name>) => Omit<FoundEntity, 'kind' | 'id'> | null };

/** In this order where nothing else tells them apart. A null is not to be found any more. */
const finds: Finds = {
  story: ({ handle, title }) => ({ handle, name: title }),
  task: ({ handle, title }) => ({ handle, name: title }),
  idea: ({ handle, problem }) => ({ handle, name: problem }),
  persona: ({ name, mergedIntoId }) => (mergedIntoId === null ? { handle: '', name } : null),
  flag: ({ key, title }) => ({ handle: key, name: title, key }),
  segment: ({ key, name }) => ({ handle: '', name, key }),
  team: ({ key, name }) => ({ handle: '', name, key }),
  member: ({ name, removedAt }) => (removedAt === null ? { handle: '', name } : null),
};
// Object.keys loses the literal types.
const kinds = Object.keys(finds) as FoundEntity['kind'][];

const readied = new WeakMap<object, Findable<FoundEntity> | null>();
let kept: { readonly of: readonly (readonly unknown[])[]; readonly ready: Ready } = { of: [], ready: [] };

/** Everything with a name; the same array until something of it changes. */
export function everyEntity(read: StoreReader): Ready {
  const of = kinds.map((kind) => read.all(kind));
  if (of.length !== kept.of.length || of.some((all, at) => all !== kept.of[at])) {
    const ready: Findable<FoundEntity>[] = [];
    for (const [at, kind] of kinds.entries()) {
      for (const entity of of[at] ?? []) {
        const one = readyOf(kind, entity);
        if (one !== null) ready.push(one);
      }
    }
    kept = { of, ready };
  }
  return kept.ready;
}

/** Of these ids, those that are still there, in their order. */
export function entitiesOf(read: StoreReader, ids: readonly string[]): readonly FoundEntity[] {
  return ids.flatMap((id) => {
    for (const kind of kinds) {
      const entity = read.get(kind, id);
      const one = entity === undefined ? null : readyOf(kind, entity);
      if (one !== null) return one.entry;
    }
    return [];
  });
}

function readyOf(kind: FoundEntity['kind'], entity: EntityOf<EntityName>): Findable<FoundEntity> | null {
  const known = readied.get(entity);
  if (known !== undefined) return known;
  // The store hands out each kind under its own name.
  const found = (finds[kind] as (one: EntityOf<EntityName>) => Omit<FoundEntity, 'kind' | 'id'> | null)(entity);
  const { id } = entity;
  const one =
    found === null
      ? null
      : {
          entry: { kind, id, ...found },
          id,
          handle: foldedText(found.handle),
          name: foldedText(found.name),
          words: foldedText(found.key ?? ''),
          isLoose: false,
        };
  readied.set(entity, one);
  return one;
}
