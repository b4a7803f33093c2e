// What can be done to a persona, in the list of them and on its page, and in the place itself.
import { act } from '../app/notify.ts';
import type { CommandSet } from '../ui/command.ts';
import type { Persona } from './persona-of.ts';

export interface PersonaContext {
  readonly persona: Persona;
  readonly mayShape: boolean;
  /** Asks whom it is merged into. */
  readonly askMerge: (persona: Persona) => void;
  readonly copyLink: (persona: Persona) => void;
}

const stands = ({ persona, mayShape }: PersonaContext) => mayShape && persona.mergedIntoId === null;

export const personaCommands: CommandSet<PersonaContext> = {
  name: 'Persona',
  scope: 'thing',
  titleOf: ({ persona }) => persona.name,
  commands: [
    {
      id: 'persona.merge',
      name: 'Merge into…',
      keys: ['m'],
      words: 'same duplicate join',
      when: stands,
      run: ({ persona, askMerge }) => askMerge(persona),
    },
    {
      id: 'persona.take_apart',
      name: 'Take apart again',
      words: 'unmerge split',
      when: ({ persona, mayShape }) => mayShape && persona.mergedIntoId !== null,
      run: ({ persona }) => takeApart(persona),
    },
    {
      id: 'persona.archive',
      name: ({ persona }) => (persona.archivedAt === null ? 'Put away' : 'Bring back'),
      keys: ['Backspace'],
      words: 'archive hide remove delete',
      when: stands,
      run: ({ persona: { id, name, archivedAt } }) => {
        const archived = archivedAt === null;
        const done = archived ? `${name} is put away. Stories keep it; it is suggested no more.` : `${name} is back.`;
        void act('persona.archive', { personaId: id, archived }, { done });
      },
    },
    {
      id: 'persona.copy_link',
      name: 'Copy link',
      words: 'address url share',
      run: ({ persona, copyLink }) => copyLink(persona),
    },
  ],
};

export function takeApart({ id, name }: Persona): void {
  void act('persona.merge', { personaId: id, intoId: null }, { done: `${name} stands for itself again.` });
}

export interface PersonaPlaceContext {
  readonly mayShape: boolean;
  readonly add: () => void;
}

export const personaPlaceCommands: CommandSet<PersonaPlaceContext> = {
  name: 'Personas',
  scope: 'place',
  commands: [
    {
      id: 'personas.new',
      name: 'New persona',
      keys: ['n'],
      words: 'add create somebody',
      when: ({ mayShape }) => mayShape,
      run: ({ add }) => add(),
    },
  ],
};
