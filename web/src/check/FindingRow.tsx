import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import { actNamed } from '../ui/command.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { checkCommands, type CheckContext } from './check-commands.ts';
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
  const own = { ...context, current: finding };
  return (
    <li className={styles.finding}>
      <button type="button" className={styles.what} aria-expanded={isCurrent} onClick={onChoose}>
        {finding.words !== '' && <q className={styles.words}>{finding.words}</q>}
        <span className={styles.rule}>{finding.name}</span>
      </button>
      {isCurrent && (
        <div className={styles.detail}>
          <p>
            {finding.why} <span className={styles.ask}>{finding.question}</span>
          </p>
          {finding.note !== null && <p className={styles.note}>{finding.note}</p>}
          {asksForWay ? (
            <SecondWay onWay={onWay} onLeave={onLeaveWay} />
          ) : (
            <div className={styles.acts}>
              <ActButton size="small" act={actNamed(checkCommands, 'check.repair', own)} />
              <ActButton size="small" variant="plain" act={actNamed(checkCommands, 'check.set_aside', own)}>
                Set aside…
              </ActButton>
            </div>
          )}
        </div>
      )}
    </li>
  );
}
