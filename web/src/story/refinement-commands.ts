import type { CommandSet } from '../ui/command.ts';

export interface RefinementContext {
  readonly mayShape: boolean;
  readonly newTask: () => void;
}

export const refinementCommands: CommandSet<RefinementContext> = {
  name: 'Refinement',
  scope: 'place',
  commands: [
    {
      id: 'refinement.new_task',
      name: 'New task',
      keys: ['n'],
      words: 'add create chore work',
      when: ({ mayShape }) => mayShape,
      run: ({ newTask }) => newTask(),
    },
  ],
};
