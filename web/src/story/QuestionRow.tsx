import { canBeGiven } from '@shortlist/domain/workspace/may-be-given.ts';
import { X } from 'lucide-react';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { useAll } from '../sync/use-store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { Question } from './item.ts';
import styles from './OpenQuestions.module.css';

export interface QuestionRowProps {
  readonly question: Question;
  readonly mayEdit: boolean;
}

export function QuestionRow({ question, mayEdit }: QuestionRowProps) {
  const questionId = question.id;
  const owner = usePersonName(question.ownerId);
  const remove = () => void act('question.remove', { questionId }, { done: 'The question is taken away.' });
  if (question.answeredAt !== null) return <AnsweredQuestion question={question} mayEdit={mayEdit} />;
  if (!mayEdit) {
    return (
      <li className={styles.row}>
        <p>{question.text}</p>
        {owner !== null && <p className={styles.quiet}>{owner} finds it out.</p>}
      </li>
    );
  }
  return (
    <li className={styles.row} data-field={`question:${questionId}`}>
      <div className={styles.line}>
        <div className={styles.words}>
          <EditableLine
            label="Question"
            hideLabel
            value={question.text}
            maxLength={500}
            onSave={(text) => (text === '' ? remove() : act('question.edit', { questionId, text }))}
          />
        </div>
        <Finder question={question} />
        <IconButton label="Take the question away" size="small" icon={<X size={14} />} onClick={remove} />
      </div>
      <EditableLine
        label={`Answer to “${question.text}”`}
        hideLabel
        placeholder="An answer closes it"
        value=""
        maxLength={4000}
        onSave={(answer) => act('question.answer', { questionId, answer }, { done: 'The question is answered.' })}
      />
      <FieldPresence field={`question:${questionId}`} />
    </li>
  );
}

/** Who finds it out. Who may no longer be given it is shown while it is theirs. */
function Finder({ question }: { readonly question: Question }) {
  const members = useAll('member').filter((member) => canBeGiven(member, 'shape') || member.id === question.ownerId);
  const options = members
    .map(({ id, name }) => ({ value: id as string, label: name }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
  const give = (ownerId: string) => {
    const chosen = members.find(({ id }) => id === ownerId);
    void act('question.edit', { questionId: question.id, ownerId: chosen?.id ?? null });
  };
  return (
    <span className={styles.finder}>
      <SelectField
        label="Who finds it out"
        hideLabel
        value={question.ownerId ?? ''}
        options={[{ value: '', label: 'Nobody yet' }, ...options]}
        onChange={give}
      />
    </span>
  );
}

function AnsweredQuestion({ question, mayEdit }: QuestionRowProps) {
  const name = usePersonName(question.answeredBy);
  return (
    <li className={styles.row}>
      <p className={styles.asked}>{question.text}</p>
      <p className={styles.answer}>{question.answer}</p>
      <p className={styles.quiet}>
        {name ?? 'Somebody'}, {question.answeredAt !== null && <RelativeTime time={question.answeredAt} />}
        {mayEdit && (
          <Button
            size="small"
            variant="plain"
            onClick={() => void act('question.answer', { questionId: question.id, answer: null })}
          >
            Open it again
          </Button>
        )}
      </p>
    </li>
  );
}
