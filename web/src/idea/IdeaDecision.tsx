// What was decided about an idea, by whom, and the sentence that its suggester gets.
import { rejectReasonWords } from '@shortlist/domain/idea/reject-reasons.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { ReactNode } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import { useView } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { decisionWord } from './decision-words.ts';
import styles from './IdeaDecision.module.css';
import { usePersonName } from './use-person-name.ts';

type Idea = EntityOf<'idea'>;
type Decision = NonNullable<Idea['decision']>;

export function IdeaDecision({ decision, children }: { readonly decision: Decision; readonly children?: ReactNode }) {
  const by = usePersonName(decision.by);
  return (
    <section className={styles.decision} aria-label="Decision">
      <p className={styles.line}>
        <Badge>{decisionWord(decision.kind)}</Badge>
        <Outcome decision={decision} />
      </p>
      {decision.kind !== 'refine' && <p className={styles.sentence}>{decision.sentence}</p>}
      <p className={styles.by}>
        {by !== null && `${by}, `}
        <RelativeTime time={decision.at} />
      </p>
      {children}
    </section>
  );
}

function Outcome({ decision }: { readonly decision: Decision }): ReactNode {
  const handle = useView((read) => handleOf(read, decision), [decision]);
  const { open } = useOpenItem();
  if (decision.kind === 'reject') return decision.reason === 'other' ? null : rejectReasonWords[decision.reason].label;
  if (handle === null) return null;
  return (
    <button type="button" className={styles.handle} onClick={() => open(handle)}>
      {handle}
    </button>
  );
}

function handleOf(read: Parameters<Parameters<typeof useView>[0]>[0], decision: Decision): string | null {
  switch (decision.kind) {
    case 'refine':
      return read.get('story', decision.itemId)?.handle ?? read.get('task', decision.itemId)?.handle ?? null;
    case 'merge':
      return read.get('idea', decision.intoId)?.handle ?? null;
    case 'reject':
      return null;
    default:
      return decision satisfies never;
  }
}
