import { Avatar } from '../ui/Avatar.tsx';
import styles from './FrameFoot.module.css';
import { useMe } from './use-me.ts';

/** The foot of the sidebar: who is signed in, leading to what is theirs. */
export function FrameFoot() {
  const me = useMe();
  return (
    <a href="/settings/account" className={styles.person} title="Your account">
      <Avatar name={me.name} named={false} />
      <span className={styles.name}>{me.name}</span>
    </a>
  );
}
