// The foot of the sidebar: who is signed in, leading to what is theirs.
import type { MouseEvent } from 'react';
import { Avatar } from '../ui/Avatar.tsx';
import styles from './FrameFoot.module.css';
import { useMe } from './use-me.ts';

export function FrameFoot({ onNavigate }: { readonly onNavigate: (href: string) => void }) {
  const me = useMe();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onNavigate('/settings/account');
  };
  return (
    <a href="/settings/account" className={styles.person} title="Your account" onClick={follow}>
      <Avatar name={me.name} named={false} />
      <span className={styles.name}>{me.name}</span>
    </a>
  );
}
