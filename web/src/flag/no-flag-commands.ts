// What can be done about the release of a story that has no flag.
import type { ShortRung } from '@shortlist/domain/ladder/rung-words.ts';
import type { CommandSet } from '../ui/command.ts';

export interface NoFlagContext {
  readonly title: string;
  readonly noFlag: { readonly rung: ShortRung } | null;
  readonly mayRelease: boolean;
  readonly create: () => void;
  readonly goWithout: () => void;
  readonly takeBack: () => void;
  readonly move: (rung: ShortRung) => void;
}

export const noFlagCommands: CommandSet<NoFlagContext> = {
  name: 'Release',
  scope: 'thing',
  titleOf: ({ title }) => title,
  commands: [
    {
      id: 'without_flag.create',
      name: 'Make a flag',
      keys: ['f'],
      words: 'new switch release toggle',
      when: ({ mayRelease, noFlag }) => mayRelease && noFlag === null,
      run: ({ create }) => create(),
    },
    {
      id: 'without_flag.because',
      name: ({ noFlag }) => (noFlag === null ? 'No flag, because…' : 'Another reason…'),
      keys: ['Shift+u'],
      words: 'without switch release reason',
      when: ({ mayRelease }) => mayRelease,
      run: ({ goWithout }) => goWithout(),
    },
    {
      id: 'without_flag.take_back',
      name: 'It needs a flag after all',
      words: 'back switch release',
      when: ({ mayRelease, noFlag }) => mayRelease && noFlag !== null,
      run: ({ takeBack }) => takeBack(),
    },
    {
      id: 'without_flag.move_everyone',
      name: 'Everyone has it',
      keys: ['Shift+ArrowUp'],
      words: 'release climb deployed live',
      when: ({ mayRelease, noFlag }) => mayRelease && noFlag?.rung === 'off',
      run: ({ move }) => move('everyone'),
    },
    {
      id: 'without_flag.move_off',
      name: 'Nobody has it',
      keys: ['Shift+ArrowDown'],
      words: 'step down take back rollback',
      when: ({ mayRelease, noFlag }) => mayRelease && noFlag?.rung === 'everyone',
      run: ({ move }) => move('off'),
    },
  ],
};
