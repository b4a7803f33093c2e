// What every field shares: its label, a hint, an error, and the wiring between them.
import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';

export interface FieldWords {
  readonly label: string;
  /** Keeps the label for screen readers only, where the place says it already. */
  readonly hideLabel?: boolean;
  /** How to fill it in, in half a line. */
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; also marks the field invalid. */
  readonly error?: string | undefined;
}

/** What the control itself has to carry. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldFrameProps extends FieldWords {
  readonly children: (wiring: FieldWiring) => ReactNode;
}

export function FieldFrame({ label, hideLabel = false, hint, error, children }: FieldFrameProps) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}hint`;
  const errorId = error === undefined ? undefined : `${id}error`;
  const describedBy = [hintId, errorId].filter((part) => part !== undefined).join(' ') || undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={classNames(styles.label, hideLabel && styles.hiddenLabel)}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error === undefined ? undefined : true })}
      {hint !== undefined && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      {error !== undefined && <FieldError id={errorId} words={error} />}
    </div>
  );
}

/** The error's line, with its sign. */
export function FieldError({ id, words }: { readonly id: string | undefined; readonly words: string }) {
  return (
    <p id={id} className={styles.error}>
      <CircleAlert size={14} />
      {words}
    </p>
  );
}
