import { useId, type ReactNode } from 'react';
import styles from './Choice.module.css';
import { ChoiceLabel } from './ChoiceLabel.tsx';
import { FieldError } from './FieldFrame.tsx';

export interface RadioOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Shown as a hint; binding the key is the caller's. */
  readonly keys?: string;
  readonly disabled?: boolean;
}

export interface RadioGroupProps {
  readonly label: string;
  readonly options: readonly RadioOption[];
  /** The chosen value; null when nothing is chosen yet. */
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}

export function RadioGroup({ label, options, value, onChange, error }: RadioGroupProps) {
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={error === undefined ? undefined : `${id}error`}>
      <legend>
        <span className={styles.legend}>{label}</span>
      </legend>
      {options.map((option, index) => (
        <div key={option.value} className={styles.choice}>
          <input
            type="radio"
            id={`${id}${index}`}
            name={id}
            className={styles.dot}
            checked={option.value === value}
            disabled={option.disabled}
            aria-describedby={option.hint === undefined ? undefined : `${id}${index}hint`}
            onChange={() => onChange(option.value)}
          />
          <ChoiceLabel htmlFor={`${id}${index}`} keys={option.keys}>
            {option.label}
          </ChoiceLabel>
          {option.hint !== undefined && (
            <p id={`${id}${index}hint`} className={styles.hint}>
              {option.hint}
            </p>
          )}
        </div>
      ))}
      {error !== undefined && <FieldError id={`${id}error`} words={error} />}
    </fieldset>
  );
}
