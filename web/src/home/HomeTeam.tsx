// A team on Home: whether its window has room or is over, and, unseen, what can be done to its items.
import { useRouter } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { ItemDialogs } from '../backlog/ItemDialogs.tsx';
import { useItemActs, type ItemActs } from '../backlog/use-item-acts.ts';
import { useWindow } from '../backlog/use-window.ts';
import type { Team } from '../story/item.ts';
import { Button } from '../ui/Button.tsx';
import styles from './HomePage.module.css';

export interface HomeTeamProps {
  readonly team: Team;
  /** Gets the acts of this team's items whenever they may have changed. */
  readonly onActs: (acts: ItemActs) => void;
}

export function HomeTeam({ team, onActs }: HomeTeamProps) {
  const acts = useItemActs(team);
  const { value: window } = useWindow(team.id);
  const { history } = useRouter();
  useLayoutEffect(() => {
    onActs(acts);
  });
  const room = window?.room ?? 0;
  return (
    <>
      {room !== 0 && window !== undefined && (
        <li className={styles.note}>
          <p className={styles.words}>
            <strong>{team.name}</strong>{' '}
            {room > 0
              ? `has room for ${room} more: ${window.n} of ${window.k}.`
              : `holds ${window.n}, and the window holds ${window.k}.`}
          </p>
          <Button size="small" onClick={() => history.push(`/${room > 0 ? 'refinement' : 'backlog'}/${team.key}`)}>
            {room > 0 ? 'See what is ready' : 'See the backlog'}
          </Button>
        </li>
      )}
      <ItemDialogs acts={acts} />
    </>
  );
}
