// The index over what the store holds: made in short slices when it is first wanted, then kept by what changes.
import { SearchIndex } from '@shortlist/domain/search/search-index.ts';
import { useEffect, useState } from 'react';
import { useAll } from '../sync/use-store.ts';
import { localText, type LocalEntity, type LocalText } from './local-texts.ts';

/** Milliseconds that the index may take at once, so that typing goes on meanwhile. */
const sliceMs = 8;
/** Entities between two looks at the clock. */
const stride = 50;

class LocalIndex {
  readonly index = new SearchIndex();
  private readonly known = new Map<string, { readonly of: LocalEntity; readonly text: LocalText | null }>();

  textOf(id: string): LocalText | null {
    return this.known.get(id)?.text ?? null;
  }

  /** Takes in what is new or has changed, for one slice; answers whether there is nothing left to do. */
  catchUp(entities: readonly (readonly LocalEntity[])[], now: () => number): boolean {
    const end = now() + sliceMs;
    let taken = 0;
    for (const all of entities) {
      for (const entity of all) {
        if (this.known.get(entity.id)?.of === entity) continue;
        this.put(entity);
        taken += 1;
        if (taken % stride === 0 && now() > end) return false;
      }
    }
    if (this.known.size > entities.reduce((sum, all) => sum + all.length, 0)) this.forgetOthers(entities);
    return true;
  }

  private put(entity: LocalEntity): void {
    const text = localText(entity);
    this.known.set(entity.id, { of: entity, text });
    if (text === null) this.index.remove(entity.id);
    else this.index.put(text.searched);
  }

  private forgetOthers(entities: readonly (readonly LocalEntity[])[]): void {
    const there = new Set<string>(entities.flatMap((all) => all.map(({ id }) => id)));
    for (const id of this.known.keys()) {
      if (there.has(id)) continue;
      this.known.delete(id);
      this.index.remove(id);
    }
  }
}

const local = new LocalIndex();

export interface LocalSearch {
  readonly index: SearchIndex;
  readonly textOf: (id: string) => LocalText | null;
  /** Grows when the index has caught up; what was computed from it before is out of date. */
  readonly version: number;
}

const textOf = (id: string) => local.textOf(id);

/** The index, and when it has changed. It is made from the first use on. */
export function useLocalIndex(): LocalSearch {
  const ideas = useAll('idea');
  const stories = useAll('story');
  const tasks = useAll('task');
  const criteria = useAll('criterion');
  const members = useAll('member');
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const entities = [ideas, stories, tasks, criteria, members];
    let timer: ReturnType<typeof setTimeout>;
    const work = () => {
      if (local.catchUp(entities, () => performance.now())) setVersion((before) => before + 1);
      else timer = setTimeout(work);
    };
    timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [ideas, stories, tasks, criteria, members]);
  return { index: local.index, textOf, version };
}
