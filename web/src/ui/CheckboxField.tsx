import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './Choice.module.css';
import { FieldError } from './FieldFrame.tsx';

export interface CheckboxFieldProps extends Omit<
  ComponentProps<'input'>,
  'className' | 'style' | 'id' | 'type' | 'children' | 'onChange'
> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly onChange: (checked: boolean) => void;
}

export function CheckboxField({ label, hint, error, onChange, ...rest }: CheckboxFieldProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}hint`, error !== undefined && `${id}error`].filter(Boolean).join(' ');
  return (
    <div className={styles.choice}>
      <input
        type="checkbox"
        {...rest}
        id={id}
        className={styles.box}
        aria-describedby={described || undefined}
        aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <div className={styles.hint}>
          <FieldError id={`${id}error`} words={error} />
        </div>
      )}
    </div>
  );
}
