import { useOpenItem } from '../app/use-open-item.ts';
import { missingSentence } from '../story/readiness-words.ts';
import { nameOf, type Work } from '../story/item.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

export interface NotReadyDialogProps {
  readonly work: Work;
  readonly onClose: () => void;
}

/** The gate takes only what is ready: says what is missing and leads to it. */
export function NotReadyDialog({ work, onClose }: NotReadyDialogProps) {
  const { handle, open } = useOpenItem();
  const isOpen = handle === work.item.handle;
  return (
    <Dialog
      open
      width="small"
      title={`${nameOf(work.item)} is not ready`}
      onClose={onClose}
      onSubmit={() => {
        onClose();
        if (!isOpen) open(work.item.handle);
      }}
      footer={
        <>
          {!isOpen && <Button onClick={onClose}>Leave in refinement</Button>}
          <Button type="submit" variant="primary" keys="Enter" data-focus-first>
            {isOpen ? 'Close' : 'Open it'}
          </Button>
        </>
      }
    >
      <p>{missingSentence(work.readiness)} Then commit it.</p>
    </Dialog>
  );
}
