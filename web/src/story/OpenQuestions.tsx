// What has to be known before a story is ready. An answer closes a question and stays with it.
import { useState, type KeyboardEvent } from 'react';
import { act } from '../app/notify.ts';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Section } from '../ui/Section.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { Question, Story } from './item.ts';
import styles from './OpenQuestions.module.css';
import { QuestionRow } from './QuestionRow.tsx';

export interface OpenQuestionsProps {
  readonly story: Story;
  /** In any order. */
  readonly questions: readonly Question[];
  readonly mayEdit: boolean;
}

export function OpenQuestions({ story, questions, mayEdit }: OpenQuestionsProps) {
  const open = questions.filter(({ answeredAt }) => answeredAt === null).length;
  return (
    <Section
      label="Questions"
      data-field="questions"
      heading={
        <FieldLabel field="questions" mayEdit={mayEdit}>
          Questions
        </FieldLabel>
      }
      count={questions.length > 0 && (open === 0 ? 'all answered' : `${open} open`)}
    >
      {questions.length > 0 && (
        <ul className={styles.list}>
          {questions.toSorted(openFirst).map((question) => (
            <QuestionRow key={question.id} question={question} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {questions.length === 0 && !mayEdit && <p className={styles.quiet}>None.</p>}
      {mayEdit && <NewQuestion story={story} />}
      <FieldPresence field="questions" />
    </Section>
  );
}

function openFirst(a: Question, b: Question): number {
  const byState = Number(a.answeredAt !== null) - Number(b.answeredAt !== null);
  return byState || (a.askedAt < b.askedAt ? -1 : a.askedAt > b.askedAt ? 1 : a.id < b.id ? -1 : 1);
}

function NewQuestion({ story }: { readonly story: Story }) {
  const [text, setText] = useState('');
  const ask = () => {
    const line = text.trim();
    if (line === '') return;
    setText('');
    void act('question.ask', { itemId: story.id, text: line });
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      ask();
    }
    if (event.key === 'Escape' && text !== '') {
      // Esc means this line, not the panel it is in.
      event.preventDefault();
      event.stopPropagation();
      setText('');
    }
  };
  return (
    <TextField
      label="Ask a question"
      hideLabel
      data-adds=""
      placeholder="What has to be known first?"
      maxLength={500}
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={press}
      onBlur={ask}
    />
  );
}
