// What can be done about a gradual release, from its story.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { CommandSet } from '../ui/command.ts';

export interface ClimbContext {
  readonly flag: EntityOf<'flag'>;
  readonly mayRelease: boolean;
  readonly raise: () => void;
  readonly halt: (reason: string) => void;
  readonly resume: () => void;
}

const reasons = ['Something looks wrong', 'We need more time', 'Another release goes first'] as const;

export const climbCommands: CommandSet<ClimbContext> = {
  name: 'Gradual release',
  scope: 'thing',
  titleOf: ({ flag }) => flag.key,
  commands: [
    {
      id: 'climb.halt',
      name: 'Halt the climb…',
      words: 'stop schedule pause gradual',
      when: ({ flag, mayRelease }) => mayRelease && flag.ladder.steps.length > 0 && flag.ladder.pause?.kind !== 'halted',
      run: ({ halt }) => ({
        title: 'Why does it halt?',
        choices: reasons.map((reason) => ({ id: reason, name: reason, run: () => halt(reason) })),
      }),
    },
    {
      id: 'climb.resume',
      name: 'Climb on',
      words: 'continue schedule go resume',
      when: ({ flag, mayRelease }) => mayRelease && flag.ladder.pause?.kind === 'halted',
      run: ({ resume }) => resume(),
    },
    {
      id: 'climb.raise',
      name: 'Raise the share…',
      words: 'percent schedule gradual more steps',
      when: ({ mayRelease }) => mayRelease,
      run: ({ raise }) => raise(),
    },
  ],
};
