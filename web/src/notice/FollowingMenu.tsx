// How one follows what is open, and the choice of another way.
import { followingStates, type FollowingState } from '@shortlist/domain/notice/notice-kinds.ts';
import { Bell, BellOff, BellRing } from 'lucide-react';
import { act } from '../app/notify.ts';
import { useQuery } from '../sync/use-query.ts';
import { Menu } from '../ui/Menu.tsx';

const words: Readonly<Record<FollowingState, { readonly label: string; readonly choice: string }>> = {
  following: { label: 'Following', choice: 'Follow' },
  left: { label: 'Not following', choice: 'Only what names me' },
  muted: { label: 'Muted', choice: 'Nothing at all' },
};
const keysOf: Readonly<Record<FollowingState, string | undefined>> = { following: 'w', left: 'Shift+w', muted: undefined };
const icons = { following: <BellRing size={14} />, left: <Bell size={14} />, muted: <BellOff size={14} /> };

export function FollowingMenu({ subjectId }: { readonly subjectId: string }) {
  const { value } = useQuery('following.get', { subjectId });
  if (value === undefined) return null;
  const set = (state: FollowingState) => void act('following.set', { subjectId, state }, { canUndo: false });
  return (
    <Menu
      label={words[value.state].label}
      icon={icons[value.state]}
      variant="plain"
      size="small"
      align="end"
      wordsAt="end"
      entries={followingStates.map((state) => {
        const keys = keysOf[state];
        return {
          kind: 'item',
          id: state,
          label: words[state].choice,
          checked: state === value.state,
          ...(keys !== undefined && { keys }),
          run: () => set(state),
        };
      })}
    />
  );
}
