import { shownPictures } from '@shortlist/domain/attachment/attachment-limits.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { FileText, X } from 'lucide-react';
import { act } from '../app/notify.ts';
import { IconButton } from '../ui/Button.tsx';
import styles from './AttachmentList.module.css';
import { sizeInWords } from './size-in-words.ts';

export interface AttachmentCardProps {
  readonly attachment: EntityOf<'attachment'>;
  readonly mayRemove: boolean;
  readonly onRemoved: (() => void) | undefined;
}

/** A picture as itself, anything else as its name; either is opened or saved by pressing it. */
export function AttachmentCard({ attachment, mayRemove, onRemoved }: AttachmentCardProps) {
  const { id, name, type, size } = attachment;
  const address = `/api/v1/files/${id}`;
  const remove = async () => {
    await act('attachment.remove', { attachmentId: id }, { done: `${name} is removed.` });
    onRemoved?.();
  };
  return (
    <li className={styles.card}>
      <a href={address} target="_blank" rel="noreferrer noopener" className={styles.link}>
        {shownPictures.has(type) ? (
          <img src={address} alt="" loading="lazy" decoding="async" className={styles.picture} />
        ) : (
          <span className={styles.sign}>
            <FileText size={20} />
          </span>
        )}
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.size}>{sizeInWords(size)}</span>
        </span>
      </a>
      {mayRemove && (
        <span className={styles.remove}>
          <IconButton label={`Remove ${name}`} size="small" icon={<X size={14} />} onClick={() => void remove()} />
        </span>
      )}
    </li>
  );
}
