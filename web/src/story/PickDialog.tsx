// A short list to choose one from, by digit, arrow or press.
import { Check } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useKeys } from '../ui/use-keys.ts';
import styles from './PickDialog.module.css';

export interface PickOption {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Without it the first nine get the digits in order. */
  readonly keys?: string;
  /** The one that is so now: it is marked and has the focus. */
  readonly isCurrent?: boolean;
}

export interface PickDialogProps {
  readonly title: string;
  /** A line above the options. */
  readonly note?: ReactNode;
  readonly options: readonly PickOption[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

export function PickDialog({ title, note, options, onPick, onClose }: PickDialogProps) {
  return (
    <Dialog open width="small" title={title} onClose={onClose}>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      <PickList title={title} options={options} onPick={onPick} />
    </Dialog>
  );
}

function PickList({ title, options, onPick }: Pick<PickDialogProps, 'title' | 'options' | 'onPick'>) {
  const list = useRef<HTMLUListElement>(null);
  const keyed = options.map((option, index) => ({ ...option, keys: option.keys ?? (index < 9 ? String(index + 1) : undefined) }));
  useKeys(
    title,
    keyed.flatMap(({ id, label, keys }) => (keys === undefined ? [] : [{ keys, label, run: () => onPick(id) }])),
  );
  const walk = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.max(0, Math.min(at + by, buttons.length - 1))]?.focus();
  };
  return (
    // The keys move the focus between the buttons that are in it.
    <ul ref={list} className={styles.list} onKeyDown={walk}>
      {keyed.map(({ id, label, hint, keys, isCurrent = false }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.option}
            aria-current={isCurrent || undefined}
            data-focus-first={isCurrent || undefined}
            onClick={() => onPick(id)}
          >
            <span className={styles.mark}>{isCurrent && <Check size={14} />}</span>
            <span className={styles.label}>{label}</span>
            {hint !== undefined && <span className={styles.hint}>{hint}</span>}
            {keys !== undefined && (
              <span aria-hidden="true" className={styles.key}>
                <Kbd keys={keys} look="bare" />
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
