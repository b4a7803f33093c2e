// The index over what the store holds: made in short slices when it is first wanted, then kept by what changes.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { SearchIndex } from '@shortlist/domain/search/search-index.ts';
import { useEffect, useState } from 'react';
import { personaMeant } from '@shortlist/domain/persona/persona-names.ts';
import { useAll } from '../sync/use-store.ts';
import { localText, type LocalEntity, type LocalText } from './local-texts.ts';

/** Milliseconds that the index may take at once, so that typing goes on meanwhile. */
const sliceMs = 8;
/** Entities between two looks at the clock. */
const stride = 50;

/** The name of the persona with that id, as stories say it. */
type NameOf = (personaId: string) => string;

class LocalIndex {
  readonly index = new SearchIndex();
  private readonly known = new Map<
    string,
    { readonly of: LocalEntity; readonly about: string; readonly text: LocalText | null }
  >();

  textOf(id: string): LocalText | null {
    return this.known.get(id)?.text ?? null;
  }

  /** Takes in what is new or has changed, for one slice; answers whether there is nothing left to do. */
  catchUp(entities: readonly (readonly LocalEntity[])[], nameOf: NameOf, now: () => number): boolean {
    const end = now() + sliceMs;
    let taken = 0;
    for (const all of entities) {
      for (const entity of all) {
        const known = this.known.get(entity.id);
        const about = 'need' in entity && entity.personaId !== null ? nameOf(entity.personaId) : '';
        if (known?.of === entity && known.about === about) continue;
        this.put(entity, about);
        taken += 1;
        if (taken % stride === 0 && now() > end) return false;
      }
    }
    if (this.known.size > entities.reduce((sum, all) => sum + all.length, 0)) this.forgetOthers(entities);
    return true;
  }

  private put(entity: LocalEntity, about: string): void {
    const text = localText(entity, about);
    this.known.set(entity.id, { of: entity, about, text });
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
  const personas = useAll('persona');
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const entities = [ideas, stories, tasks, criteria, members];
    const nameOf = namesIn(personas);
    let timer: ReturnType<typeof setTimeout>;
    const work = () => {
      if (local.catchUp(entities, nameOf, () => performance.now())) setVersion((before) => before + 1);
      else timer = setTimeout(work);
    };
    timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [ideas, stories, tasks, criteria, members, personas]);
  return { index: local.index, textOf, version };
}

function namesIn(personas: readonly EntityOf<'persona'>[]): NameOf {
  const byId = new Map<string, EntityOf<'persona'>>(personas.map((persona) => [persona.id, persona]));
  const names = new Map<string, string>(
    personas.map((persona) => [persona.id, personaMeant(persona, (id) => byId.get(id)).name]),
  );
  return (id) => names.get(id) ?? '';
}
