// Why something is refused: a reason by digit, then the sentence it proposes, to be edited and sent by Enter.
import { rejectReasons, rejectReasonWords, type RejectReason } from '@shortlist/domain/idea/reject-reasons.ts';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { useKeys } from '../ui/use-keys.ts';
import styles from './ReasonForm.module.css';

export interface ReasonFormProps {
  /** Over the reasons, such as "Why not". */
  readonly legend: string;
  /** Says who will read the sentence. */
  readonly sentenceHint: string;
  readonly submitLabel: string;
  readonly cancelLabel: string;
  readonly onSubmit: (reason: RejectReason, sentence: string) => void;
  readonly onCancel: () => void;
}

const maxSentence = 400;

export function ReasonForm({ legend, sentenceHint, submitLabel, cancelLabel, onSubmit, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState<RejectReason | null>(null);
  const [sentence, setSentence] = useState('');
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const choose = (next: RejectReason, isFinal: boolean) => {
    setReason(next);
    setProblem(undefined);
    // Words of one's own stay.
    if (sentence.trim() === '' || isProposed(sentence)) setSentence(rejectReasonWords[next].sentence);
    if (isFinal) form.current?.querySelector('textarea')?.focus();
  };
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  useKeys(
    legend,
    rejectReasons.map((value, index) => ({
      keys: String(index + 1),
      label: rejectReasonWords[value].label,
      run: () => choose(value, true),
    })),
  );
  const submit = () => {
    const line = sentence.replace(/\s+/g, ' ').trim();
    if (reason === null) setProblem('Choose why first: 1 to 6.');
    else if (line === '') setProblem('Write one sentence; whoever asked for it reads it.');
    else onSubmit(reason, line);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    submit();
  };
  return (
    // Enter anywhere in the form sends it, as in any form; the text area would else take it for a line.
    <form
      ref={form}
      noValidate
      className={styles.form}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.reasons}>
        <RadioGroup
          label={legend}
          value={reason}
          onChange={(value) => {
            const found = rejectReasons.find((one) => one === value);
            if (found !== undefined) choose(found, false);
          }}
          options={rejectReasons.map((value, index) => ({
            value,
            label: rejectReasonWords[value].label,
            keys: String(index + 1),
          }))}
        />
      </div>
      <div className={styles.sentence}>
        <TextAreaField
          label="Sentence"
          hint={sentenceHint}
          rows={3}
          maxLength={maxSentence}
          value={sentence}
          error={problem}
          onChange={(event) => {
            setSentence(event.target.value);
            setProblem(undefined);
          }}
        />
        <div className={styles.acts}>
          <Button keys="Escape" onClick={onCancel}>
            {cancelLabel}
          </Button>
          <Button type="submit" variant="primary" keys="Enter">
            {submitLabel}
          </Button>
        </div>
      </div>
    </form>
  );
}

function isProposed(sentence: string): boolean {
  return rejectReasons.some((reason) => rejectReasonWords[reason].sentence === sentence);
}
