// The labels of an opened idea or item, a press away from being changed.
import { ActButton } from '../ui/ActButton.tsx';
import type { Act } from '../ui/command.ts';
import { LabelChips } from './LabelChips.tsx';
import styles from './LabelFact.module.css';
import { useLabelsOf, type Label } from './use-labels.ts';

export interface LabelFactProps {
  readonly subjectId: string;
  readonly fetched: readonly Label[] | undefined;
  /** Null where they may not be changed. */
  readonly act: Act | null;
}

export function LabelFact({ subjectId, fetched, act }: LabelFactProps) {
  const labels = useLabelsOf(subjectId, fetched);
  return (
    <span className={styles.labels}>
      <LabelChips labels={labels} />
      {labels.length === 0 && act === null && 'None'}
      <ActButton act={act} size="small" variant="plain" wordsAt={labels.length === 0 ? 'start' : undefined} title="Change labels">
        {labels.length === 0 ? 'Add a label' : 'Change'}
      </ActButton>
    </span>
  );
}
