import styles from './Kbd.module.css';
import { classNames } from './class-names.ts';
import { keyCaps } from './key-presses.ts';

export interface KbdProps {
  /** A binding as the registry writes it: `c`, `g p`, `$mod+Enter`. */
  readonly keys: string;
  /** `bare` draws letters without caps, for menus; `filled` takes the colours of a filled button. */
  readonly look?: 'cap' | 'bare' | 'filled';
}

export function Kbd({ keys, look = 'cap' }: KbdProps) {
  const caps = keyCaps(keys).flat();
  return (
    <span className={classNames(styles.keys, look !== 'cap' && styles[look])}>
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
