import { classNames } from './class-names.ts';
import styles from './Handle.module.css';

export interface HandleProps {
  /** What is shown; null while it is not yet drawn, and then `…` stands for it. */
  readonly text: string | null;
  /** Makes it a link to the thing's own page. */
  readonly href?: string;
  /** Keeps a column's width, so that titles after it line up. */
  readonly column?: boolean;
}

/** The short name of a thing, in mono type: never changes, never reused. */
export function Handle({ text, href, column = false }: HandleProps) {
  const look = classNames(styles.handle, column && styles.column);
  if (href === undefined || text === null) return <span className={look}>{text ?? '…'}</span>;
  return (
    <a href={href} className={look}>
      {text}
    </a>
  );
}
