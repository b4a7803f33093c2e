import styles from './Kbd.module.css';
import { classNames } from './class-names.ts';
import { keyCaps } from './key-presses.ts';

export interface KbdProps {
  /** A binding as the registry writes it: `c`, `g p`, `$mod+Enter`. */
  readonly keys: string;
  /** `bare` draws letters without caps, for use on filled buttons and in menus. */
  readonly look?: 'cap' | 'bare';
}

export function Kbd({ keys, look = 'cap' }: KbdProps) {
  const caps = keyCaps(keys).flat();
  return (
    <span className={classNames(styles.keys, look === 'bare' && styles.bare)}>
      {caps.map((cap, index) => (
        // A binding's caps never change places, and the same cap may come twice.
        // oxlint-disable-next-line react/no-array-index-key
        <kbd key={index} className={styles.cap}>
          {cap.length === 1 ? cap.toUpperCase() : cap}
        </kbd>
      ))}
    </span>
  );
}
