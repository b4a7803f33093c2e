// Who hears what of a closed review, and when: each sentence can be put better until it goes out.
import { hasAnswer } from '@shortlist/domain/review/answer-time.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useOpenItem } from '../app/use-open-item.ts';
import { usePersonNames } from '../idea/use-person-name.ts';
import { rewordAnswer } from '../idea/reword-answer.ts';
import { useView } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { clockTime } from '../ui/clock-time.ts';
import { Handle } from '../ui/Handle.tsx';
import styles from './ReviewAnswers.module.css';
import type { Review } from './review-progress.ts';

type Idea = EntityOf<'idea'>;

export function ReviewAnswers({ review, mayDecide }: { readonly review: Review; readonly mayDecide: boolean }) {
  const ideas = useView(
    (read) => review.entries.flatMap(({ ideaId, at }) => refusedIn(read.get('idea', ideaId), at)),
    [review.entries],
  );
  const nameOf = usePersonNames();
  const { openPage } = useOpenItem();
  if (ideas.length === 0 || review.answersAt == null) return null;
  const count = ideas.length === 1 ? '1 answer' : `${ideas.length} answers`;
  const goOut = ideas.length === 1 ? 'goes out' : 'go out';
  const isSent = review.answeredAt != null;
  return (
    <section className={styles.answers} aria-label="Answers">
      <h2 className={styles.heading}>
        {isSent ? `${count} went out at ${clockTime(review.answersAt)}` : `${count} ${goOut} at ${clockTime(review.answersAt)}`}
      </h2>
      {!isSent && <p className={styles.note}>Until then a sentence can be put better, and a decision taken back.</p>}
      <ul className={styles.list}>
        {ideas.map((idea) => (
          <li key={idea.id} className={styles.answer}>
            <p className={styles.line}>
              <button type="button" className={styles.handle} onClick={() => openPage(idea.handle)}>
                <Handle text={idea.handle} />
              </button>{' '}
              {nameOf(idea.suggesterId) ?? 'Whoever asked'}
            </p>
            <p>{idea.decision !== null && 'sentence' in idea.decision ? idea.decision.sentence : ''}</p>
            {!isSent && mayDecide && (
              <Button
                size="small"
                variant="quiet"
                onClick={() => rewordAnswer(idea)}
                aria-label={`Reword the answer about ${idea.handle}`}
              >
                Reword
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those that this review refused; decided again elsewhere it is no answer of this one. */
function refusedIn(idea: Idea | undefined, at: string): readonly Idea[] {
  return idea !== undefined && hasAnswer(idea) && idea.decision?.at === at ? [idea] : [];
}
