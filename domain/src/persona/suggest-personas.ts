/** Whom a writer may mean, from a few letters and from who is written about. No schemas: the browser reads this file. */
import { foldedName, personaMeant } from './persona-names.ts';
import type { Persona } from './persona.ts';

/** How many are suggested at once. */
const mostSuggested = 6;

/** A use in an open story counts for three in recent, ended ones. */
const openWeight = 3;

export interface PersonaUse {
  readonly personaId: Persona['id'] | null;
  readonly isOpen: boolean;
}

/** How much each persona is used in these stories; those of merged ones count for whom they were merged into. */
export function personaUses(personas: readonly Persona[], stories: Iterable<PersonaUse>): ReadonlyMap<Persona['id'], number> {
  const byId = new Map(personas.map((persona) => [persona.id, persona]));
  const uses = new Map<Persona['id'], number>();
  for (const { personaId, isOpen } of stories) {
    const persona = personaId === null ? undefined : byId.get(personaId);
    if (persona === undefined) continue;
    const { id } = personaMeant(persona, (wanted) => byId.get(wanted));
    uses.set(id, (uses.get(id) ?? 0) + (isOpen ? openWeight : 1));
  }
  return uses;
}

/**
 * The personas that what is typed may become: each of its words begins a word of the name. A name that begins as the whole
 * text does goes first, then who is used most. Nothing typed: who is used most. Never who was merged or put away.
 */
export function suggestedPersonas(
  personas: readonly Persona[],
  uses: ReadonlyMap<Persona['id'], number>,
  typed: string,
): readonly Persona[] {
  const text = foldedName(typed);
  const wanted = text.split(' ').filter((word) => word !== '');
  const fitting = personas.flatMap((persona) => {
    if (persona.mergedIntoId !== null || persona.archivedAt !== null) return [];
    const name = foldedName(persona.name);
    const words = name.split(/[\s\p{P}]+/u);
    if (!wanted.every((word) => words.some((one) => one.startsWith(word)) || name.startsWith(word))) return [];
    return [{ persona, isBegun: name.startsWith(text), used: uses.get(persona.id) ?? 0 }];
  });
  return fitting
    .toSorted(
      (a, b) => Number(b.isBegun) - Number(a.isBegun) || b.used - a.used || a.persona.name.localeCompare(b.persona.name, 'en'),
    )
    .slice(0, mostSuggested)
    .map(({ persona }) => persona);
}
