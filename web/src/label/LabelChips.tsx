// Labels wherever a thing is shown: the word always, its colour beside it.
import { Chip } from '../ui/Badge.tsx';
import { classNames } from '../ui/class-names.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './LabelChips.module.css';
import { useLabelsOf, type Label } from './use-labels.ts';

/** The token of a label's colour. */
export function labelDot({ colour }: Pick<Label, 'colour'>): string {
  return `var(--label-${colour})`;
}

export function LabelChips({ labels }: { readonly labels: readonly Label[] }) {
  return labels.map((label) => (
    <Chip key={label.id} dot={labelDot(label)}>
      {label.name}
    </Chip>
  ));
}

export interface RowLabelsProps {
  readonly labels: readonly Label[];
  /** Leaves them out on a phone, where a row has room for its title only. */
  readonly hideOnPhone?: boolean;
}

/** Few words at the right of a row or the foot of a card: two of them, and how many more. */
export function RowLabels({ labels, hideOnPhone = true }: RowLabelsProps) {
  if (labels.length === 0) return null;
  const more = labels.slice(2);
  return (
    <span className={classNames(styles.row, hideOnPhone && styles.wideOnly)} title={labels.map(({ name }) => name).join(', ')}>
      <VisuallyHidden>Labels: </VisuallyHidden>
      {labels.slice(0, 2).map((label) => (
        <span key={label.id} className={styles.label}>
          <span className={styles.dot} style={{ background: labelDot(label) }} />
          <span className={styles.word}>{label.name}</span>
        </span>
      ))}
      {more.length > 0 && (
        <span>
          +{more.length}
          <VisuallyHidden> {more.map(({ name }) => name).join(', ')}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}

/** `RowLabels` of what the store holds. */
export function SubjectLabels({ subjectId, ...look }: { readonly subjectId: string } & Pick<RowLabelsProps, 'hideOnPhone'>) {
  return <RowLabels {...look} labels={useLabelsOf(subjectId)} />;
}
