// Which item leaves for another, or which ones: walked by arrows, or named by a digit.
import type { ReactNode } from 'react';
import { Handle } from '../ui/Handle.tsx';
import { CheckboxGroup } from '../ui/CheckboxGroup.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { useKeys } from '../ui/use-keys.ts';
import type { Work } from '../story/item.ts';
import styles from './LeavingChoice.module.css';

export interface Leaving {
  readonly work: Work;
  /** What is worth knowing of it. */
  readonly note: ReactNode;
}

export interface LeavingChoiceProps {
  /** The best first. */
  readonly leaving: readonly Leaving[];
  readonly values: readonly string[];
  /** Several are chosen, each by itself. */
  readonly several?: boolean;
  readonly onChange: (ids: readonly string[]) => void;
}

export function LeavingChoice({ leaving, values, several = false, onChange }: LeavingChoiceProps) {
  const choose = (id: string) => {
    if (!several) onChange([id]);
    else onChange(values.includes(id) ? values.filter((one) => one !== id) : [...values, id]);
  };
  useKeys(
    'Swap',
    leaving.slice(0, 9).map(({ work }, index) => ({
      keys: String(index + 1),
      label: `${work.item.handle} leaves`,
      run: () => choose(work.id),
    })),
  );
  const options = leaving.map(({ work, note }, index) => ({
    value: work.id,
    ...(index < 9 && { keys: String(index + 1) }),
    label: (
      <span className={styles.label}>
        <Handle text={work.item.handle} /> {work.item.title} {note}
      </span>
    ),
  }));
  return (
    <div className={styles.candidates}>
      {several ? (
        <CheckboxGroup label="What leaves" values={values} onToggle={choose} options={options} />
      ) : (
        <RadioGroup label="What leaves" value={values[0] ?? null} onChange={choose} options={options} />
      )}
    </div>
  );
}
