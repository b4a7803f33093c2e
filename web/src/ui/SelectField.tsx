import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectFieldProps
  extends FieldWords, Omit<ComponentProps<'select'>, 'className' | 'style' | 'id' | 'autoFocus' | 'children' | 'onChange'> {
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
}

/** The platform's own select: complete by keyboard, comfortable on a phone. */
export function SelectField({ label, hideLabel = false, hint, error, options, onChange, ...rest }: SelectFieldProps) {
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error}>
      {(wiring) => (
        <span className={styles.selectFrame}>
          <select
            {...rest}
            {...wiring}
            className={classNames(styles.control, styles.select)}
            onChange={(event) => onChange(event.target.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown size={14} className={styles.chevron} />
        </span>
      )}
    </FieldFrame>
  );
}
