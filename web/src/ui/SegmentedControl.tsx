import { useId, type ReactNode } from 'react';
import styles from './SegmentedControl.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
}

export interface SegmentedControlProps<V extends string> {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few, all in sight: radio buttons in one frame, so arrows move and the choice is announced. */
export function SegmentedControl<V extends string>({ label, segments, value, onChange }: SegmentedControlProps<V>) {
  const name = useId();
  return (
    <fieldset className={styles.frame} aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            className={styles.input}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
