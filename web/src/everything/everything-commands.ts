// What can be done in Everything as a whole.
import type { CommandSet, Question } from '../ui/command.ts';
import { columns, type Column } from './columns.ts';

export interface EverythingContext {
  readonly shown: readonly Column[];
  readonly toggle: (id: Column['id']) => void;
  readonly save: () => void;
}

export const everythingCommands: CommandSet<EverythingContext> = {
  name: 'Everything',
  scope: 'place',
  commands: [
    { id: 'everything.columns', name: 'Columns…', keys: ['Shift+c'], words: 'show hide table', run: whichColumn },
    {
      id: 'everything.csv',
      name: 'Save as CSV',
      keys: ['Shift+e'],
      words: 'export download spreadsheet file',
      run: ({ save }) => save(),
    },
  ],
};

function whichColumn({ shown, toggle }: EverythingContext): Question {
  return {
    title: 'Which columns?',
    note: 'Each is shown or left out; the title always stands.',
    choices: columns
      .filter(({ id }) => id !== 'title')
      .map(({ id, title }) => ({
        id,
        name: title,
        ...(shown.some((column) => column.id === id) && { hint: 'shown' }),
        run: () => toggle(id),
      })),
  };
}
