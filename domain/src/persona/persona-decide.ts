/** Personas: named, described, merged, put away. A rename or a merge is one change, and every story follows it. */
import { put, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { newPersona } from './new-persona.ts';
import { foldedName, personaKin } from './persona-names.ts';
import type { Persona } from './persona.ts';

/** `personas`: all of the workspace, so that no name is given twice. */
interface AllPersonas {
  readonly personas: readonly Persona[];
}

interface OneOfThem extends AllPersonas {
  readonly persona: Persona;
}

export function addPersona(
  { personas }: AllPersonas,
  input: ParsedInputOf<'persona.add'>,
  context: DecisionContext,
): Decision<Persona> {
  const refused = isTaken(personas, input.name, null);
  if (refused !== null) return refused;
  const persona = newPersona(input.name, context);
  return { changes: [put('persona.added', 'persona', persona)], value: persona };
}

export function editPersona({ persona, personas }: OneOfThem, input: ParsedInputOf<'persona.edit'>): Decision<Persona> {
  const { personaId: _personaId, ...fields } = input;
  const refused = isMerged(persona) ?? (fields.name === undefined ? null : isTaken(personas, fields.name, persona));
  if (refused !== null) return refused;
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const edited: Persona = { ...persona, ...named };
  const event = edited.name === persona.name ? 'persona.edited' : 'persona.renamed';
  return { changes: [put(event, 'persona', edited)], value: edited };
}

/** From then on its stories are the other's. Nothing of it is lost, so it can be taken apart again at any time. */
export function mergePersona({ persona, personas }: OneOfThem, input: ParsedInputOf<'persona.merge'>): Decision<Persona> {
  if (input.intoId === null) {
    if (persona.mergedIntoId === null) return refuse('conflict', `${persona.name} is not merged into anybody.`);
    const refused = isTaken(personas, persona.name, persona);
    if (refused !== null) return refused;
    const apart: Persona = { ...persona, mergedIntoId: null };
    return { changes: [put('persona.taken_apart', 'persona', apart)], value: apart };
  }
  const into = personas.find(({ id }) => id === input.intoId);
  if (into === undefined) return noPersona();
  const refused = isMerged(persona) ?? isMerged(into);
  if (refused !== null) return refused;
  if (personaKin(persona, personas).includes(into)) {
    return refuse('conflict', 'A persona cannot be merged into itself. Choose another one.');
  }
  const merged: Persona = { ...persona, mergedIntoId: into.id };
  return { changes: [put('persona.merged', 'persona', merged)], value: merged };
}

/** Puts a persona away, or brings it back. Its stories keep it. */
export function archivePersona(
  { persona }: { readonly persona: Persona },
  input: ParsedInputOf<'persona.archive'>,
  context: DecisionContext,
): Decision<Persona> {
  const refused = isMerged(persona);
  if (refused !== null) return refused;
  if ((persona.archivedAt !== null) === input.archived) {
    return refuse('conflict', `${persona.name} is ${input.archived ? 'put away already' : 'not put away'}.`);
  }
  const changed: Persona = { ...persona, archivedAt: input.archived ? context.now : null };
  return { changes: [put(input.archived ? 'persona.archived' : 'persona.brought_back', 'persona', changed)], value: changed };
}

function isMerged(persona: Persona): Refusal | null {
  if (persona.mergedIntoId === null) return null;
  return refuse('conflict', `${persona.name} was merged into another persona. Take them apart first, or go to the other one.`, {
    intoId: persona.mergedIntoId,
  });
}

/** Refuses a name that another bears now; that of somebody merged is free. */
function isTaken(personas: readonly Persona[], name: string, own: Persona | null): Refusal | null {
  const folded = foldedName(name);
  const other = personas.find((one) => one.id !== own?.id && one.mergedIntoId === null && foldedName(one.name) === folded);
  if (other === undefined) return null;
  const away = other.archivedAt === null ? '' : ', who is put away';
  return refuse('conflict', `There is a persona ${other.name}${away}. Take another name, or merge the two.`, {
    personaId: other.id,
  });
}

export function noPersona(): Refusal {
  return refuse('not_found', 'There is no such persona. Look for it among all personas.');
}
