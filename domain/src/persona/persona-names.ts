/** Whom a name means, and whom a story means. No schemas: the browser reads this file. */
import type { Id } from '../ids.ts';
import type { Persona } from './persona.ts';

/** What two names have in common that differ in capitals and spaces only. */
export function foldedName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Whom somebody means who writes that name: who bears it now goes before who is put away, and both before who was merged,
 * which means whoever it was merged into. Undefined where nobody ever had it.
 */
export function personaNamed(personas: readonly Persona[], name: string): Persona | undefined {
  const folded = foldedName(name);
  const bearers = personas.filter((persona) => foldedName(persona.name) === folded).toSorted(byPresence);
  const [first] = bearers;
  return first === undefined ? undefined : personaMeant(first, (id) => personas.find((one) => one.id === id));
}

function byPresence(a: Persona, b: Persona): number {
  return presence(a) - presence(b) || (a.id < b.id ? -1 : 1);
}

function presence({ mergedIntoId, archivedAt }: Persona): number {
  return mergedIntoId !== null ? 2 : archivedAt !== null ? 1 : 0;
}

/** The persona itself, or the one at the end of its merges. `get` may know less than all: then the last that is known. */
export function personaMeant(persona: Persona, get: (id: Id<'persona'>) => Persona | undefined): Persona {
  let meant = persona;
  // Merging into one's own kind is refused, so this ends; the count only guards against a log that says otherwise.
  for (let steps = 0; meant.mergedIntoId !== null && steps < 1000; steps += 1) {
    const next = get(meant.mergedIntoId);
    if (next === undefined) return meant;
    meant = next;
  }
  return meant;
}

/** The persona and all that were merged into it, one through another: the stories of any of them are its stories. */
export function personaKin(persona: Persona, personas: readonly Persona[]): readonly Persona[] {
  const kin = [persona];
  // The list grows while it is walked.
  for (const { id } of kin) kin.push(...personas.filter((one) => one.mergedIntoId === id && !kin.includes(one)));
  return kin;
}
