// How one follows ideas and items, wherever they stand.
import type { FollowingState } from '@shortlist/domain/notice/notice-kinds.ts';
import type { Command } from '../ui/command.ts';

export interface Followed {
  readonly id: string;
  readonly handle: string;
}

export interface FollowActs {
  readonly follow: (subjects: readonly Followed[], state: FollowingState) => void;
}

export interface FollowContext {
  readonly acts: FollowActs;
  readonly subjects: readonly Followed[];
}

/** The commands for one kind of thing; `of` finds in its context what is followed. */
export function followCommands<Context>(
  kind: 'idea' | 'item',
  of: (context: Context) => FollowContext,
): readonly Command<Context>[] {
  const set = (context: Context, state: FollowingState) => {
    const { acts, subjects } = of(context);
    acts.follow(subjects, state);
  };
  return [
    {
      id: `${kind}.follow`,
      name: 'Follow',
      keys: ['w'],
      words: 'watch subscribe notices tell',
      run: (context) => set(context, 'following'),
    },
    {
      id: `${kind}.leave`,
      name: 'Stop following',
      keys: ['Shift+w'],
      words: 'unwatch unsubscribe unfollow notices',
      run: (context) => set(context, 'left'),
    },
    {
      id: `${kind}.mute`,
      name: 'Mute',
      words: 'silence quiet notices never',
      run: (context) => set(context, 'muted'),
    },
  ];
}
