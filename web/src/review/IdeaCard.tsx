import type { ReactNode } from 'react';
import { useFormerHandle } from '../idea/FormerItem.tsx';
import { sourceLink } from '../idea/source-words.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { EvidenceQuotes, useEvidence, worthReading } from '../story/EvidenceQuotes.tsx';
import { Badge } from '../ui/Badge.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { ReviewCard } from '../ui/signature/ReviewCard.tsx';
import styles from './IdeaCard.module.css';
import type { Idea } from './review-progress.ts';

export interface IdeaCardProps {
  readonly idea: Idea;
  /** What the server said no to, about this idea. */
  readonly refused: string | null;
  readonly actions: ReactNode;
}

/** The idea on the table, with what speaks for it beside it. */
export function IdeaCard({ idea, refused, actions }: IdeaCardProps) {
  const suggester = usePersonName(idea.suggesterId);
  const former = useFormerHandle(idea.itemId ?? null);
  const source = sourceLink(idea);
  const { value: evidence } = useEvidence(idea.id);
  const hasEvidence = evidence === undefined || worthReading(evidence.items, source?.href ?? null).length > 0;
  return (
    <ReviewCard
      handle={idea.handle === '' ? null : idea.handle}
      problem={idea.problem}
      {...(idea.context !== null && idea.context !== '' && { context: idea.context })}
      facts={[
        ...(suggester === null ? [] : [suggester]),
        <RelativeTime key="age" time={idea.capturedAt} />,
        ...(idea.keptCount > 0 ? [<Badge key="kept">Kept {idea.keptCount} of 3</Badge>] : []),
        ...(former === null ? [] : [<Badge key="former">It was {former}</Badge>]),
        ...(source?.href == null
          ? []
          : [
              <a key="source" href={source.href} target="_blank" rel="noreferrer noopener" className={styles.link}>
                {source.words}
              </a>,
            ]),
      ]}
      {...(hasEvidence && {
        evidenceTitle: 'Evidence',
        evidence: <EvidenceQuotes subjectId={idea.id} exceptUrl={source?.href ?? null} />,
      })}
      {...(refused !== null && { notice: <ErrorNotice problem={refused} /> })}
      actions={actions}
    />
  );
}
