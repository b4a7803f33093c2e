import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';
import styles from './KeyActions.module.css';

export interface KeyAction {
  readonly id: string;
  readonly label: string;
  /** Shown above the words; binding it is the caller's. */
  readonly keys: string;
  readonly icon?: ReactNode;
  readonly tone?: 'plain' | 'accent' | 'bad';
  /** Drawn as chosen, while its second step is open. */
  readonly chosen?: boolean;
  readonly disabled?: boolean;
  readonly run: () => void;
}

/** The few acts of a full-screen place, each with its key; under the thumb on a phone. */
export function KeyActions({ label, actions }: { readonly label: string; readonly actions: readonly KeyAction[] }) {
  return (
    <div role="toolbar" aria-label={label} className={styles.bar}>
      {actions.map((action) => (
        <button
          key={action.id}
          type="button"
          disabled={action.disabled}
          aria-pressed={action.chosen}
          className={classNames(styles.action, styles[action.tone ?? 'plain'])}
          onClick={action.run}
        >
          <span aria-hidden="true" className={styles.key}>
            <Kbd keys={action.keys} />
          </span>
          {action.icon}
          <span>{action.label}</span>
        </button>
      ))}
    </div>
  );
}
