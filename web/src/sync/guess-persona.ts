// Guesses of personas.
import { addPersona, archivePersona, editPersona, mergePersona } from '@shortlist/domain/persona/persona-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

export const guessPersonaAdd: MakeGuess<'persona.add'> = (read, { name }, context) =>
  changesOf(addPersona({ personas: read.all('persona') }, { name: name.trim() }, context));

export const guessPersonaEdit: MakeGuess<'persona.edit'> = (read, input) => {
  const persona = read.get('persona', input.personaId);
  if (persona === undefined) return null;
  // The references of the input are the server's own ids, brands apart.
  return changesOf(editPersona({ persona, personas: read.all('persona') }, input as Parameters<typeof editPersona>[1]));
};

export const guessPersonaMerge: MakeGuess<'persona.merge'> = (read, input) => {
  const persona = read.get('persona', input.personaId);
  if (persona === undefined) return null;
  // As above.
  return changesOf(mergePersona({ persona, personas: read.all('persona') }, input as Parameters<typeof mergePersona>[1]));
};

export const guessPersonaArchive: MakeGuess<'persona.archive'> = (read, { personaId, archived }, context) => {
  const persona = read.get('persona', personaId);
  return persona === undefined ? null : changesOf(archivePersona({ persona }, { personaId: persona.id, archived }, context));
};
