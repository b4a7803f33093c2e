/** Invented personas for tests. */
import { aContext } from '../decision-examples.ts';
import { newPersona } from './new-persona.ts';
import type { Persona } from './persona.ts';

/** Somebody of that name; another one each time. */
export function aPersona(name: string, parts: Partial<Persona> = {}): Persona {
  return { ...newPersona(name, aContext()), ...parts };
}
