// Merging: pick the idea it goes on in by typing, then send the sentence that its suggester reads.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { matcherOf } from '../app/matches-text.ts';
import { useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { Handle } from '../ui/Handle.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { IdeaPicker } from './IdeaPicker.tsx';
import styles from './MergeForm.module.css';
import frame from './StepFrame.module.css';
import type { Idea } from './review-progress.ts';

export interface MergeFormProps {
  readonly idea: Idea;
  readonly onMerge: (intoId: string, sentence: string) => void;
  readonly onCancel: () => void;
}

const mostShown = 6;

export function MergeForm({ idea, onMerge, onCancel }: MergeFormProps) {
  const ideas = useAll('idea');
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<Idea | null>(null);
  const [sentence, setSentence] = useState('');
  const [problem, setProblem] = useState<string>();
  const found = useMemo(() => {
    const matches = matcherOf(typed);
    return ideas
      .filter((one) => one.id !== idea.id && one.decision?.kind !== 'merge')
      .filter((one) => matches(`${one.handle} ${one.problem} ${one.context ?? ''}`))
      .toSorted((a, b) => Number(a.decision !== null) - Number(b.decision !== null) || (a.capturedAt < b.capturedAt ? 1 : -1))
      .slice(0, mostShown);
  }, [ideas, idea.id, typed]);
  const fields = useRef<HTMLDivElement>(null);
  const isPicked = into !== null;
  // The sentence takes the picker's place, and the focus with it.
  useEffect(() => {
    if (isPicked) fields.current?.querySelector('textarea')?.focus();
  }, [isPicked]);
  const choose = (chosen: Idea) => {
    setInto(chosen);
    setSentence(`This is the same need as ${chosen.handle}, so we go on with it there.`);
  };
  const submit = () => {
    const line = sentence.replace(/\s+/g, ' ').trim();
    if (into === null) return;
    if (line === '') setProblem('Write one sentence; whoever said it reads it.');
    else onMerge(into.id, line);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <div className={frame.step}>
      {into === null ? (
        <div className={styles.fields}>
          <IdeaPicker label="Merge into" typed={typed} onType={setTyped} ideas={found} onPick={choose} />
          <div className={styles.acts}>
            <Button keys="Escape" onClick={onCancel}>
              Back
            </Button>
          </div>
        </div>
      ) : (
        <div ref={fields} className={styles.fields}>
          <p className={styles.into}>
            Into <Handle text={into.handle} /> {into.problem}
          </p>
          <TextAreaField
            label="Sentence"
            hint="Whoever said it reads this."
            rows={2}
            maxLength={400}
            value={sentence}
            error={problem}
            onKeyDown={press}
            onChange={(event) => {
              setSentence(event.target.value);
              setProblem(undefined);
            }}
          />
          <div className={styles.acts}>
            <Button onClick={() => setInto(null)}>Another idea</Button>
            <Button variant="primary" keys="Enter" onClick={submit}>
              Merge
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
