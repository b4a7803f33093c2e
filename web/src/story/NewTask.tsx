import { useState } from 'react';
import { actInRoom } from '../backlog/make-room.ts';
import type { Refused } from '../sync/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './NewTask.module.css';
import type { Team } from './item.ts';

export interface NewTaskProps {
  readonly team: Team;
  readonly onClose: () => void;
  /** Gets the new task's handle. */
  readonly onMade: (handle: string) => void;
}

/** Work that nobody outside would notice; it begins in the team's refinement. */
export function NewTask({ team, onClose, onMade }: NewTaskProps) {
  const [title, setTitle] = useState('');
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState<string>();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [sending, setSending] = useState(false);
  const submit = async () => {
    if (title.trim() === '') return setMissing('Say in a line what is to be done.');
    if (sending) return undefined;
    setSending(true);
    const sent = await actInRoom(
      'task.create',
      { teamId: team.id, title: title.trim(), why: why.trim() },
      { done: (task) => `${task.handle} is in refinement.`, quiet: true },
      team.id,
    );
    setSending(false);
    if ('refused' in sent) return setRefused(sent);
    onClose();
    onMade(sent.value.handle);
    return undefined;
  };
  return (
    <Dialog
      open
      title={`New task for ${team.name}`}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" keys="Enter" disabled={sending}>
            Add task
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {refused !== null && <ErrorNotice problem={refused.message} />}
        <TextField
          label="Task"
          hint="Work that nobody outside would notice. What somebody would notice begins as an idea."
          maxLength={500}
          required
          focusFirst
          value={title}
          error={missing}
          onChange={(event) => {
            setTitle(event.target.value);
            setMissing(undefined);
          }}
        />
        <TextAreaField
          label="Why"
          hint="Why it has to be done. Without it the task is not ready; it may follow later."
          rows={2}
          maxLength={500}
          value={why}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void submit();
          }}
          onChange={(event) => setWhy(event.target.value.replace(/\n/g, ' '))}
        />
      </div>
    </Dialog>
  );
}
