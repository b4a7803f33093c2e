// Which item leaves for another: walked by arrows, or named by a digit.
import type { ReactNode } from 'react';
import { Handle } from '../ui/Handle.tsx';
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
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

export function LeavingChoice({ leaving, value, onChange }: LeavingChoiceProps) {
  useKeys(
    'Swap',
    leaving.slice(0, 9).map(({ work }, index) => ({
      keys: String(index + 1),
      label: `${work.item.handle} leaves`,
      run: () => onChange(work.id),
    })),
  );
  return (
    <div className={styles.candidates}>
      <RadioGroup
        label="What leaves"
        value={value}
        onChange={onChange}
        options={leaving.map(({ work, note }, index) => ({
          value: work.id,
          ...(index < 9 && { keys: String(index + 1) }),
          label: (
            <span className={styles.label}>
              <Handle text={work.item.handle} /> {work.item.title} {note}
            </span>
          ),
        }))}
      />
    </div>
  );
}
