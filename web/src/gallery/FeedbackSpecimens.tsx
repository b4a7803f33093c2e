import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { showToast } from '../ui/toasts.ts';
import styles from './Gallery.module.css';
import { Specimen, SpecimenGroup } from './Specimen.tsx';

type Shown = 'none' | 'modal' | 'floating';

export function FeedbackSpecimens() {
  const [shown, setShown] = useState<Shown>('none');
  const close = () => setShown('none');
  const undo = { label: 'Undo', keys: '$mod+z', run: () => showToast({ message: 'STORY-34 is committed again.' }) };
  return (
    <SpecimenGroup title="Feedback">
      <Specimen state="Dialogs and toasts">
        <div className={styles.row}>
          <Button onClick={() => setShown('modal')}>Open a dialog</Button>
          <Button onClick={() => setShown('floating')}>Open a floating one</Button>
          <Button onClick={() => showToast({ message: 'STORY-34 went back to refinement.', action: undo })}>Show a toast</Button>
          <Button
            onClick={() => showToast({ tone: 'bad', message: 'STORY-34 was moved by someone else. It is back in Review.' })}
          >
            Show a refusal
          </Button>
        </div>
        <Dialog
          open={shown === 'modal'}
          onClose={close}
          title="The window is full"
          onSubmit={close}
          footer={
            <>
              <Button onClick={close}>Leave in refinement</Button>
              <Button type="submit" variant="primary" keys="$mod+Enter">
                Swap
              </Button>
            </>
          }
        >
          <p>11 of 11, done by 19 December at 85 %. Swap something out, reject it, or send it back to refinement.</p>
          <TextAreaField label="Reason" hint="It stays on the meter until the window is back within." focusFirst />
        </Dialog>
        <Dialog
          open={shown === 'floating'}
          onClose={close}
          title="Capture"
          modal={false}
          onSubmit={close}
          footer={
            <Button type="submit" variant="primary" keys="$mod+Enter">
              Capture
            </Button>
          }
        >
          <TextAreaField label="Problem" big focusFirst placeholder="Who cannot do what, and what happens then?" />
        </Dialog>
      </Specimen>
      <Specimen state="Notices and progress">
        <div className={styles.stack}>
          <ErrorNotice
            problem="The window is full: 11 of 11, done by 19 December at 85 %."
            whatToDo="Swap something out, reject it, or send it back to refinement."
            actions={<Button size="small">Choose what to swap</Button>}
          />
          <ErrorNotice tone="warn" problem="The rate is declared, not measured." whatToDo="Give a reason to go over it." />
          <ProgressBar label="Importing issues" done={312} total={4200} figures="312 of 4,200" />
          <ProgressBar label="Reading the file" done={0} total={null} figures="Counting" />
        </div>
      </Specimen>
      <Specimen state="Empty place" bare>
        <EmptyState
          sentence="What waits to be decided lies here: problems people have met, in their own words, newest first."
          action={{ label: 'Capture an idea', keys: 'c', run: () => undefined }}
        />
      </Specimen>
      <Specimen state="Skeletons" bare>
        <Skeleton label="Loading">
          <SkeletonRows count={3} />
        </Skeleton>
      </Specimen>
    </SpecimenGroup>
  );
}
