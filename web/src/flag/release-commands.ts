// What a story can do about its release, beside what is done to the story itself.
import type { Act, CommandSet, Question } from '../ui/command.ts';
import { actNamed } from '../ui/command.ts';
import { flagCommands } from './flag-commands.ts';
import type { Flag } from './flag-rows.ts';
import type { FlagActs } from './use-flag-acts.ts';

export interface ReleaseContext {
  readonly acts: FlagActs;
  readonly flag: Flag;
}

/** A command of the story's flag, as it is done from the story. */
function ofFlag(id: string, { acts, flag }: ReleaseContext): Act | null {
  return actNamed(flagCommands, id, { acts, flags: [flag] });
}

const run =
  (id: string) =>
  (context: ReleaseContext): Question | void =>
    ofFlag(id, context)?.run();

export const releaseCommands: CommandSet<ReleaseContext> = {
  name: 'Release',
  scope: 'thing',
  commands: [
    {
      id: 'release.climb',
      name: 'Climb to…',
      keys: ['u'],
      words: 'ladder rung up more flag',
      when: (context) => ofFlag('flag.climb', context) !== null,
      run: run('flag.climb'),
    },
    {
      id: 'release.step_down',
      name: (context) => ofFlag('flag.step_down', context)?.name ?? 'Step down',
      keys: ['d'],
      words: 'ladder rung down fewer back flag',
      when: (context) => ofFlag('flag.step_down', context) !== null,
      run: run('flag.step_down'),
    },
    {
      id: 'release.try',
      name: 'Try it',
      keys: ['y'],
      words: 'test verify link qr phone production quality myself flag',
      when: (context) => ofFlag('flag.try', context) !== null,
      run: run('flag.try'),
    },
    {
      id: 'release.kill',
      name: (context) => ofFlag('flag.kill', context)?.name ?? 'Switch off',
      keys: ['o'],
      words: 'kill switch stop disable emergency flag',
      tone: 'bad',
      when: (context) => ofFlag('flag.kill', context) !== null,
      run: run('flag.kill'),
    },
  ],
};
