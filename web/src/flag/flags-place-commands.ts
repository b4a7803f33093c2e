import type { CommandSet } from '../ui/command.ts';

export interface FlagsPlaceContext {
  readonly mayRelease: boolean;
  readonly newFlag: () => void;
}

export const flagsPlaceCommands: CommandSet<FlagsPlaceContext> = {
  name: 'Flags',
  scope: 'place',
  commands: [
    {
      id: 'flags.new',
      name: 'New flag',
      keys: ['n'],
      words: 'create make add toggle switch',
      when: ({ mayRelease }) => mayRelease,
      run: ({ newFlag }) => newFlag(),
    },
  ],
};
