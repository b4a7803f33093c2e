import { actAll } from '../app/notify.ts';
import { nameOf, said, type Work } from '../story/item.ts';
import { ReasonForm } from '../story/ReasonForm.tsx';
import { Dialog } from '../ui/Dialog.tsx';

export interface DropDialogProps {
  readonly works: readonly Work[];
  readonly onClose: () => void;
}

/** Gives items up, with a reason and a sentence that stay with them. */
export function DropDialog({ works, onClose }: DropDialogProps) {
  const [first] = works;
  const name = works.length === 1 && first !== undefined ? nameOf(first.item) : `${works.length} items`;
  return (
    <Dialog open width="wide" title={`Give up ${name}`} onClose={onClose}>
      <ReasonForm
        legend="Why"
        sentenceHint="It stays with the item, for everyone who asks later."
        submitLabel="Give up"
        cancelLabel="Keep it"
        onCancel={onClose}
        onSubmit={(reason, sentence) => {
          onClose();
          void actAll(
            works.map(({ id }) => ({ name: 'backlog.drop', input: { itemId: id, reason, sentence } })),
            (count) => said(works, count, 'is given up'),
          );
        }}
      />
    </Dialog>
  );
}
