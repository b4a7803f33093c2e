import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import type { CheckContext } from './check-commands.ts';
import { FindingAdvice } from './FindingAdvice.tsx';
import { SecondWay } from './SecondWay.tsx';
import styles from './StoryCheck.module.css';

export interface FindingRowProps {
  readonly finding: Finding;
  /** Shows why, what to ask, and what can be done. */
  readonly isCurrent: boolean;
  readonly asksForWay: boolean;
  readonly context: CheckContext;
  readonly onChoose: () => void;
  /** Null: there is none. */
  readonly onWay: (way: string | null) => void;
  readonly onLeaveWay: () => void;
}

export function FindingRow({ finding, isCurrent, asksForWay, context, onChoose, onWay, onLeaveWay }: FindingRowProps) {
  return (
    <li className={styles.finding}>
      <button type="button" className={styles.what} aria-expanded={isCurrent} onClick={onChoose}>
        {finding.words !== '' && <q className={styles.words}>{finding.words}</q>}
        <span className={styles.rule}>{finding.name}</span>
      </button>
      {isCurrent && (
        <div className={styles.detail}>
          <FindingAdvice
            finding={finding}
            context={context}
            asked={asksForWay && <SecondWay onWay={onWay} onLeave={onLeaveWay} />}
          />
        </div>
      )}
    </li>
  );
}
