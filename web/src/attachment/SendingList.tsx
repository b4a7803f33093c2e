import { X } from 'lucide-react';
import { IconButton } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import styles from './AttachmentList.module.css';
import type { Sending } from './use-attach.ts';

export interface SendingListProps {
  readonly sending: readonly Sending[];
  readonly onDismiss: (key: number) => void;
}

/** What is on its way, and what could not be attached and why. */
export function SendingList({ sending, onDismiss }: SendingListProps) {
  return sending.map(({ key, name, share, problem }) =>
    problem === null ? (
      <ProgressBar key={key} label={name} done={share} total={1} figures={`${Math.round(share * 100)} %`} />
    ) : (
      <div key={key} className={styles.failed}>
        <ErrorNotice problem={`${name}: ${problem}`} />
        <IconButton label={`Dismiss ${name}`} size="small" icon={<X size={14} />} onClick={() => onDismiss(key)} />
      </div>
    ),
  );
}
