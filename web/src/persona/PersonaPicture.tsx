import { Avatar } from '../ui/Avatar.tsx';
import { classNames } from '../ui/class-names.ts';
import type { Persona } from './persona-of.ts';
import styles from './PersonaPicture.module.css';

export interface PersonaPictureProps {
  readonly persona: Persona;
  readonly size?: 'small' | 'large';
}

/** The picture of a persona, or the first letters of its name. The name stands beside it. */
export function PersonaPicture({ persona: { name, pictureId }, size = 'small' }: PersonaPictureProps) {
  // Most names begin with an article, which tells nobody apart.
  const telling = name.replace(/^(an?|the)\s+/i, '');
  if (pictureId === null) return <Avatar name={telling} named={false} {...(size === 'large' && { size: 'normal' })} />;
  const look = classNames(styles.picture, size === 'large' && styles.large);
  return <img src={`/api/v1/files/${pictureId}`} alt="" loading="lazy" decoding="async" className={look} />;
}
