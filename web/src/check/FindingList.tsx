import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import type { CheckContext } from './check-commands.ts';
import { FindingRow } from './FindingRow.tsx';
import { findingKey } from './shown-findings.ts';
import styles from './StoryCheck.module.css';

export interface FindingListProps {
  readonly findings: readonly Finding[];
  /** The one that says why and what can be done. */
  readonly current: Finding | null;
  /** The key of the one that asks for a second way. */
  readonly wayFor: string | null;
  readonly context: CheckContext;
  readonly onChoose: (finding: Finding) => void;
  /** Null: there is none. */
  readonly onWay: (finding: Finding, way: string | null) => void;
  readonly onLeaveWay: () => void;
}

export function FindingList({ findings, current, wayFor, context, onChoose, onWay, onLeaveWay }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <ol className={styles.list}>
      {findings.map((finding) => (
        <FindingRow
          key={`${findingKey(finding)}\n${finding.span.start}`}
          finding={finding}
          isCurrent={finding === current}
          asksForWay={wayFor === findingKey(finding)}
          context={context}
          onChoose={() => onChoose(finding)}
          onWay={(way) => onWay(finding, way)}
          onLeaveWay={onLeaveWay}
        />
      ))}
    </ol>
  );
}
