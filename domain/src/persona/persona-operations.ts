import { z } from 'zod';
import { Placement } from '../backlog/placement.ts';
import { command, query } from '../operation.ts';
import { pageInput, pageOf } from '../schema-parts.ts';
import { Story } from '../story/story.ts';
import { Persona } from './persona.ts';

const personaId = Persona.shape.id;
const Counts = {
  open: z.int().describe('Stories of it that are in refinement or on a backlog; those of merged ones are among them'),
  all: z.int().describe('Stories of it that there ever were'),
};

export const listPersonas = query({
  name: 'persona.list',
  summary: 'Who has problems: all personas by name, merged and archived ones too, with how many stories each has.',
  requires: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ persona: Persona, ...Counts })) }),
});

export const listPersonaStories = query({
  name: 'persona.stories',
  summary: 'The stories of a persona and of those merged into it, newest first.',
  requires: 'read',
  input: z.object({ personaId, ...pageInput }),
  output: pageOf(z.object({ story: Story, placement: Placement })),
});

export const addPersona = command({
  name: 'persona.add',
  summary: 'Adds a persona. One is also made by writing a new name in a story.',
  requires: 'shape',
  input: z.object({ name: Persona.shape.name }),
  output: Persona,
});

export const editPersona = command({
  name: 'persona.edit',
  summary: 'Renames or describes a persona; every story of it says the new name.',
  requires: 'shape',
  replaces: 'personaId',
  input: z.object({
    personaId,
    ...Persona.pick({ name: true, goals: true, frustrations: true, notes: true, pictureId: true }).partial().shape,
  }),
  output: Persona,
});

export const mergePersona = command({
  name: 'persona.merge',
  summary: 'Makes the stories of a persona another’s; null as `intoId` takes the two apart again.',
  requires: 'shape',
  input: z.object({ personaId, intoId: personaId.nullable().describe('Whose its stories become') }),
  output: Persona,
});

export const archivePersona = command({
  name: 'persona.archive',
  summary: 'Puts a persona away, so that it is suggested no more, or brings it back. Its stories keep it.',
  requires: 'shape',
  input: z.object({ personaId, archived: z.boolean() }),
  output: Persona,
});
