// Where a comment is written: Markdown, names with @, pasted and dropped files, sent by Ctrl+Enter.
import { commentLimits } from '@shortlist/domain/comment/comment-limits.ts';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { sendFile } from '../attachment/send-file.ts';
import { notifyRefused } from '../app/notify.ts';
import { useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import styles from './CommentList.module.css';
import { draftOf, keepDraft } from './comment-drafts.ts';
import { mentionAt, peopleFor, type MentionAt } from './mention-at.ts';
import { MentionChoice } from './MentionChoice.tsx';

export interface CommentFieldProps {
  /** To what pasted files are attached. */
  readonly subjectId: string;
  /** Keeps the words while this is closed. */
  readonly draftKey: string;
  readonly label: string;
  readonly initial?: string;
  readonly placeholder?: string;
  /** The words of the button. */
  readonly send: string;
  readonly focusFirst?: boolean;
  readonly onSend: (text: string) => void;
  readonly onCancel?: () => void;
}

export function CommentField({
  subjectId,
  draftKey,
  label,
  initial = '',
  placeholder,
  send,
  focusFirst = false,
  onSend,
  onCancel,
}: CommentFieldProps) {
  const [text, setText] = useState(() => draftOf(draftKey) ?? initial);
  const [naming, setNaming] = useState<MentionAt | null>(null);
  const [chosen, setChosen] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const area = () => frame.current?.querySelector('textarea') ?? null;
  const members = useAll('member');
  const people =
    naming === null
      ? []
      : peopleFor(
          members.filter(({ removedAt }) => removedAt === null),
          naming.typed,
        );
  useEffect(() => {
    if (focusFirst) area()?.focus();
  }, [focusFirst]);

  const change = (next: string, caret: number) => {
    setText(next);
    keepDraft(draftKey, next === initial ? '' : next);
    setNaming(mentionAt(next, caret));
    setChosen(0);
  };
  const put = (words: string, start: number, end: number) => {
    const field = area();
    if (field === null) return;
    // Through the field itself, so that the browser's own undo knows of it.
    field.focus();
    field.setRangeText(words, start, end, 'end');
    change(field.value, field.selectionEnd);
  };
  const name = (person: { readonly name: string }) => {
    if (naming !== null) put(`@${person.name} `, naming.start, naming.start + 1 + naming.typed.length);
    setNaming(null);
  };
  const finish = () => {
    if (text.trim() === '') return;
    keepDraft(draftKey, '');
    setText('');
    setNaming(null);
    onSend(text);
  };
  const cancel = () => {
    keepDraft(draftKey, '');
    onCancel?.();
  };
  const press = (event: KeyboardEvent) => {
    const person = people[chosen];
    const isNaming = person !== undefined;
    if (isNaming && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      setChosen((chosen + (event.key === 'ArrowDown' ? 1 : people.length - 1)) % people.length);
    } else if (isNaming && (event.key === 'Tab' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey))) name(person);
    else if (isNaming && event.key === 'Escape') setNaming(null);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish();
    else if (event.key === 'Escape' && onCancel !== undefined) cancel();
    else return;
    // These keys mean this field, not the item around it.
    event.preventDefault();
    event.stopPropagation();
  };
  const attach = async (files: readonly File[]) => {
    for (const file of files) {
      const sent = await sendFile(file, subjectId, () => undefined);
      if ('refused' in sent) notifyRefused(sent);
      else {
        const at = area()?.selectionEnd ?? 0;
        put(`${file.type.startsWith('image/') ? '!' : ''}[${sent.name}](/api/v1/files/${sent.id})\n`, at, at);
      }
    }
  };
  return (
    <div
      ref={frame}
      className={styles.field}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        void attach(files);
      }}
    >
      <TextAreaField
        label={label}
        hideLabel
        rows={2}
        maxLength={commentLimits.text}
        placeholder={placeholder}
        value={text}
        aria-autocomplete="list"
        aria-controls={people.length > 0 ? `${draftKey}-people` : undefined}
        aria-activedescendant={people.length > 0 ? `${draftKey}-people-${chosen}` : undefined}
        onChange={(event) => change(event.target.value, event.target.selectionEnd)}
        onKeyDown={press}
        onBlur={() => setNaming(null)}
      />
      <MentionChoice id={`${draftKey}-people`} people={people} chosen={chosen} onChoose={name} />
      {(text.trim() !== '' || onCancel !== undefined) && (
        <div className={styles.send}>
          {onCancel !== undefined && (
            <Button size="small" variant="plain" onClick={cancel}>
              Cancel
            </Button>
          )}
          <Button size="small" variant="primary" keys="$mod+Enter" disabled={text.trim() === ''} onClick={finish}>
            {send}
          </Button>
        </div>
      )}
    </div>
  );
}
