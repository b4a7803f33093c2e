// Names what is asked for, so that it can be gone to again.
import type { ViewPlace } from '@shortlist/domain/view/view-places.ts';
import { useState, type FormEvent } from 'react';
import { act } from '../app/notify.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './SaveViewDialog.module.css';
import type { Asked, View } from './use-views.ts';

export interface SaveViewDialogProps {
  readonly place: ViewPlace;
  readonly asked: Asked;
  readonly onClose: () => void;
  readonly onSaved: (view: View) => void;
}

export function SaveViewDialog({ place, asked, onClose, onSaved }: SaveViewDialogProps) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = `The view “${name.trim()}” is saved.`;
    const sent = await act('view.save', { name, place, shared, ...asked }, { done, canUndo: shared, quiet: true });
    if ('refused' in sent) return setProblem(sent.errors?.[0]?.message ?? sent.message);
    onClose();
    return onSaved(sent.value.view);
  };
  return (
    <Dialog open width="small" title="Save as a view" onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label="Name"
          focusFirst
          maxLength={60}
          value={name}
          error={problem}
          onChange={(event) => setName(event.target.value)}
        />
        <CheckboxField label="Everyone sees it" checked={shared} onChange={setShared} />
        <div>
          <Button type="submit" variant="primary" disabled={name.trim() === ''}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
