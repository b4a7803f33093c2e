import type { Dismissal } from '@shortlist/domain/check/dismissal.ts';
import { dismissReasonWords } from '@shortlist/domain/check/check-reasons.ts';
import { Button } from '../ui/Button.tsx';
import styles from './StoryCheck.module.css';

export interface SetAsideProps {
  readonly dismissals: readonly Dismissal[];
  readonly mayEdit: boolean;
  readonly onBringBack: (dismissalId: string) => void;
}

/** What somebody said does not matter in this story, with the reason and the way back. */
export function SetAside({ dismissals, mayEdit, onBringBack }: SetAsideProps) {
  if (dismissals.length === 0) return null;
  return (
    <details className={styles.aside}>
      <summary>{dismissals.length} set aside</summary>
      <ul>
        {dismissals.map(({ id, words, rule, reason }) => (
          <li key={id} className={styles.dismissal}>
            <span>
              <q className={styles.words}>{words === '' ? rule : words}</q> {dismissReasonWords[reason]}.
            </span>
            {mayEdit && (
              <Button size="small" variant="plain" onClick={() => onBringBack(id)}>
                Bring back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
