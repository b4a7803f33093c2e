import { useState } from 'react';
import { act } from '../app/notify.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

export interface NoFlagDialogProps {
  readonly storyId: string;
  readonly reason: string;
  readonly onClose: () => void;
}

/** Asks why a story needs no flag. */
export function NoFlagDialog({ storyId, reason, onClose }: NoFlagDialogProps) {
  const [typed, setTyped] = useState(reason);
  const [problem, setProblem] = useState<string>();
  const keep = async () => {
    if (typed.trim() === '') return setProblem('Write why it needs no flag; it stays with the story.');
    const input = { itemId: storyId, reason: typed.trim() };
    const sent = await act('ladder.goWithout', input, { quiet: true, done: 'It goes without a flag.' });
    if ('refused' in sent) setProblem(sent.message);
    else onClose();
  };
  return (
    <Dialog
      open
      title="No flag, because…"
      onClose={onClose}
      onSubmit={() => void keep()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary">
            Go without a flag
          </Button>
        </>
      }
    >
      <TextField
        label="Because"
        hint="Everyone gets it with a deployment, and it cannot be taken back for some."
        maxLength={400}
        value={typed}
        error={problem}
        onChange={(event) => setTyped(event.target.value)}
        focusFirst
      />
    </Dialog>
  );
}
