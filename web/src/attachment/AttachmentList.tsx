// The files of an idea or an item: chosen, dropped or pasted; pictures are seen, the rest is saved.
import { attachmentLimits } from '@shortlist/domain/attachment/attachment-limits.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { Paperclip } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useMay } from '../app/use-may.ts';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Section } from '../ui/Section.tsx';
import { AttachmentCard } from './AttachmentCard.tsx';
import styles from './AttachmentList.module.css';
import { SendingList } from './SendingList.tsx';
import { useAttach } from './use-attach.ts';

export function AttachmentList({ subjectId }: { readonly subjectId: string }) {
  const mayRead = useMay('read');
  return mayRead ? <AllFiles subjectId={subjectId} /> : <OwnFiles ideaId={subjectId} />;
}

function AllFiles({ subjectId }: { readonly subjectId: string }) {
  const refreshOn = useMemo<RefreshOn>(
    () => (change) => change.entity === 'attachment' && (change.value === null || change.value['subjectId'] === subjectId),
    [subjectId],
  );
  const { value } = useQuery('attachment.list', { subjectId, limit: attachmentLimits.perSubject }, { refreshOn });
  return <Files subjectId={subjectId} items={value?.items ?? []} />;
}

function OwnFiles({ ideaId }: { readonly ideaId: string }) {
  const { value, refetch } = useQuery('idea.get', { ideaId });
  return <Files subjectId={ideaId} items={value?.attachments ?? []} onChanged={refetch} />;
}

interface FilesProps {
  readonly subjectId: string;
  readonly items: readonly EntityOf<'attachment'>[];
  /** Called when something was attached or removed here, where no feed tells it. */
  readonly onChanged?: () => void;
}

function Files({ subjectId, items, onChanged }: FilesProps) {
  const mayAttach = useMay('capture');
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { sending, attach, dismiss } = useAttach(subjectId);
  const isSending = sending.length > 0;
  useEffect(() => {
    if (!isSending) onChanged?.();
  }, [isSending, onChanged]);
  usePastedFiles(mayAttach ? attach : null);
  if (!mayAttach && items.length === 0) return null;
  return (
    <Section
      label="Files"
      count={items.length > 0 && items.length}
      action={
        mayAttach && (
          <Button
            size="small"
            variant="plain"
            wordsAt="end"
            icon={<Paperclip size={14} />}
            onClick={() => chooser.current?.click()}
          >
            Attach files
          </Button>
        )
      }
      className={classNames(styles.files, isOver && styles.over)}
      onDragOver={(event) => {
        if (!mayAttach || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!mayAttach || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        attach([...event.dataTransfer.files]);
      }}
    >
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={(event) => {
          attach([...(event.target.files ?? [])]);
          // So that the same file can be chosen again.
          event.target.value = '';
        }}
      />
      <SendingList sending={sending} onDismiss={dismiss} />
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((attachment) => (
            <AttachmentCard key={attachment.id} attachment={attachment} mayRemove={mayAttach} onRemoved={onChanged} />
          ))}
        </ul>
      )}
      {items.length === 0 && !isSending && <p className={styles.quiet}>Drop files here, or paste a picture.</p>}
    </Section>
  );
}

/** Files that are pasted anywhere on the page, unless the field that was pasted into took them. */
function usePastedFiles(attach: ((files: readonly File[]) => void) | null): void {
  const latest = useRef(attach);
  useLayoutEffect(() => {
    latest.current = attach;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (event.defaultPrevented || files.length === 0 || latest.current === null) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
