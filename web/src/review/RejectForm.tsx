import type { RejectReason } from '@shortlist/domain/idea/reject-reasons.ts';
import { ReasonForm } from '../story/ReasonForm.tsx';
import styles from './StepFrame.module.css';

export interface RejectFormProps {
  readonly onReject: (reason: RejectReason, sentence: string) => void;
  readonly onCancel: () => void;
}

export function RejectForm({ onReject, onCancel }: RejectFormProps) {
  return (
    <div className={styles.step}>
      <ReasonForm
        legend="Why not"
        sentenceHint="Whoever said it reads this."
        submitLabel="Reject"
        cancelLabel="Back"
        onSubmit={onReject}
        onCancel={onCancel}
      />
    </div>
  );
}
