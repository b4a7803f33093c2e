import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useState } from 'react';
import { act } from '../app/notify.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';

export interface RewordAnswerProps {
  readonly idea: EntityOf<'idea'>;
  readonly onClose: () => void;
}

/** Puts the sentence of a no better, while nobody has read it. */
export function RewordAnswer({ idea, onClose }: RewordAnswerProps) {
  const [sentence, setSentence] = useState(idea.decision !== null && 'sentence' in idea.decision ? idea.decision.sentence : '');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    const line = sentence.replace(/\s+/g, ' ').trim();
    setMissing(line === '');
    if (line === '') return;
    const done = `The answer about ${idea.handle} is reworded.`;
    const sent = await act('review.reword', { ideaId: idea.id, sentence: line }, { done, quiet: true });
    if ('refused' in sent) setProblem(sent.message);
    else onClose();
  };
  return (
    <Dialog
      open
      title={`The answer about ${idea.handle}`}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Leave it
          </Button>
          <Button type="submit" variant="primary" keys="Enter">
            Save
          </Button>
        </>
      }
    >
      {problem !== null && <ErrorNotice problem={problem} />}
      <p>{idea.problem}</p>
      <TextAreaField
        label="Sentence"
        hint="Whoever said it reads this."
        rows={3}
        maxLength={400}
        required
        data-focus-first
        value={sentence}
        error={missing ? 'Write one sentence why.' : undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void submit();
        }}
        onChange={(event) => setSentence(event.target.value)}
      />
    </Dialog>
  );
}
