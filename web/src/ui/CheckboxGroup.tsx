import { useId } from 'react';
import styles from './Choice.module.css';
import { ChoiceLabel } from './ChoiceLabel.tsx';
import type { RadioOption } from './RadioGroup.tsx';

export interface CheckboxGroupProps {
  readonly label: string;
  readonly options: readonly Omit<RadioOption, 'hint' | 'disabled'>[];
  readonly values: readonly string[];
  readonly onToggle: (value: string) => void;
}

/** As `RadioGroup`, where several may be chosen. */
export function CheckboxGroup({ label, options, values, onToggle }: CheckboxGroupProps) {
  const id = useId();
  return (
    <fieldset className={styles.group}>
      <legend>
        <span className={styles.legend}>{label}</span>
      </legend>
      {options.map((option, index) => (
        <div key={option.value} className={styles.choice}>
          <input
            type="checkbox"
            id={`${id}${index}`}
            className={styles.box}
            checked={values.includes(option.value)}
            onChange={() => onToggle(option.value)}
          />
          <ChoiceLabel htmlFor={`${id}${index}`} keys={option.keys}>
            {option.label}
          </ChoiceLabel>
        </div>
      ))}
    </fieldset>
  );
}
