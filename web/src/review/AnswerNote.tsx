// When whoever asked hears of a no, or heard of it; until then its sentence can be put better.
import { hasAnswer } from '@shortlist/domain/review/answer-time.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useView } from '../sync/use-store.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { ActButton } from '../ui/ActButton.tsx';
import type { Act } from '../ui/command.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { clockTime } from '../ui/clock-time.ts';
import styles from './AnswerNote.module.css';

type Idea = EntityOf<'idea'>;

export interface AnswerNoteProps {
  readonly idea: Idea;
  /** Opens the sentence; null where that is not for who looks. */
  readonly reword: Act | null;
}

export function AnswerNote({ idea, reword }: AnswerNoteProps) {
  const answersAt = useAnswersAt(idea);
  const name = usePersonName(idea.suggesterId) ?? 'Whoever asked';
  if (!hasAnswer(idea)) return null;
  return (
    <p className={styles.note}>
      {idea.answeredAt == null ? (
        <>
          {answersAt === null
            ? `${name} hears of it half an hour after the review is closed.`
            : `${name} hears of it at ${clockTime(answersAt)}.`}{' '}
          {reword !== null && <ActButton size="small" variant="quiet" act={reword} />}
        </>
      ) : (
        <>
          Sent to {name} <RelativeTime time={idea.answeredAt} />.
        </>
      )}
    </p>
  );
}

/** When the answer about an idea goes out; null while its review is open, or not known here. */
function useAnswersAt({ id, decision }: Idea): string | null {
  return useView(
    (read) =>
      read.all('review').find(({ entries }) => entries.some(({ ideaId, at }) => ideaId === id && at === decision?.at))
        ?.answersAt ?? null,
    [id, decision?.at],
  );
}
