// Whom a story means, as the store knows them.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { personaMeant } from '@shortlist/domain/persona/persona-names.ts';
import { useView, type StoreReader } from '../sync/use-store.ts';

export type Persona = EntityOf<'persona'>;

/** The persona that an id leads to, through its merges; undefined where there is none. */
export function personaIn(read: Pick<StoreReader, 'get'>, id: string | null): Persona | undefined {
  const persona = read.get('persona', id);
  return persona === undefined ? undefined : personaMeant(persona, (wanted) => read.get('persona', wanted));
}

export function usePersona(id: string | null): Persona | undefined {
  return useView((read) => personaIn(read, id), [id]);
}

export function personaHref(id: string): string {
  return `/settings/personas/${id}`;
}
