import { tintOf } from './avatar-tint.ts';
import { classNames } from './class-names.ts';
import styles from './Avatar.module.css';

export interface AvatarProps {
  /** The person's name; null draws an empty place. */
  readonly name: string | null;
  /** False where the name stands beside it. */
  readonly named?: boolean;
  readonly size?: 'small' | 'normal';
}

/** A person as initials, in one of six quiet tints that stay with the name. */
export function Avatar({ name, named = true, size = 'small' }: AvatarProps) {
  const look = classNames(styles.avatar, size === 'normal' && styles.normal, name === null ? styles.empty : tintOf(name));
  const words = named && name !== null ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true };
  return (
    <span className={look} {...words}>
      {name === null ? null : initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
