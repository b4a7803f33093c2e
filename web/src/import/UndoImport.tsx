import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useState } from 'react';
import { act, notifyDone } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

export interface UndoImportProps {
  readonly entry: EntityOf<'import'>;
  readonly onClose: () => void;
}

/** Asks first, since only importing the file again brings it back. */
export function UndoImport({ entry, onClose }: UndoImportProps) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSending, setSending] = useState(false);
  const undo = async () => {
    setSending(true);
    const sent = await act('import.undo', { importId: entry.id }, { canUndo: false, quiet: true });
    setSending(false);
    if ('refused' in sent) return setRefused(sent);
    const { removed, restored, kept } = sent.value;
    const parts = [`${removed} removed`, ...(restored > 0 ? [`${restored} put back`] : [])];
    const stays =
      kept.length === 0 ? '' : ` Changed since, so kept: ${kept.slice(0, 8).join(', ')}${kept.length > 8 ? ' …' : ''}.`;
    notifyDone(`The import is undone: ${parts.join(', ')}.${stays}`);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Undo this import?"
      width="small"
      onSubmit={() => void (isSending || undo())}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="danger" type="submit" disabled={isSending}>
            Undo the import
          </Button>
        </>
      }
    >
      {refused !== null && <ErrorNotice problem={refused.message} />}
      <p>What it made is removed. What somebody has worked on since stays, and is named. The file can be imported again.</p>
    </Dialog>
  );
}
