/** How a persona begins, wherever it is first named. */
import { put, type Change, type DecisionContext } from '../decision.ts';
import { personaNamed } from './persona-names.ts';
import type { Persona } from './persona.ts';

export function newPersona(name: string, context: DecisionContext): Persona {
  return {
    id: context.newId('persona'),
    name,
    goals: '',
    frustrations: '',
    notes: '',
    pictureId: null,
    mergedIntoId: null,
    archivedAt: null,
    createdAt: context.now,
  };
}

export interface NamedPersona {
  /** Null where the name is empty. */
  readonly id: Persona['id'] | null;
  /** What makes them where nobody has the name. */
  readonly changes: readonly Change[];
}

/** Whom a story means by a name: somebody known, nobody, or somebody who is made on the spot. */
export function personaByName(personas: readonly Persona[], name: string, context: DecisionContext): NamedPersona {
  if (name === '') return { id: null, changes: [] };
  const known = personaNamed(personas, name);
  if (known !== undefined) return { id: known.id, changes: [] };
  const made = newPersona(name, context);
  return { id: made.id, changes: [put('persona.added', 'persona', made)] };
}
