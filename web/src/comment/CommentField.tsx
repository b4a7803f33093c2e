// Where a comment is written: Markdown, sent by Ctrl+Enter.
import { commentLimits } from '@shortlist/domain/comment/comment-limits.ts';
import { useState, type KeyboardEvent } from 'react';
import { MarkdownField } from '../editor/MarkdownField.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './CommentList.module.css';
import { draftOf, keepDraft } from './comment-drafts.ts';

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
  const change = (next: string) => {
    setText(next);
    keepDraft(draftKey, next === initial ? '' : next);
  };
  const finish = () => {
    if (text.trim() === '') return;
    keepDraft(draftKey, '');
    setText('');
    onSend(text);
  };
  const cancel = () => {
    keepDraft(draftKey, '');
    onCancel?.();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey) finish();
    else if (event.key === 'Escape' && onCancel !== undefined) cancel();
    else return;
    // These keys mean this field, not the item around it.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.field}>
      <MarkdownField
        label={label}
        hideLabel
        rows={2}
        maxLength={commentLimits.text}
        placeholder={placeholder}
        subjectId={subjectId}
        takesFocus={focusFirst}
        value={text}
        onChange={change}
        onKeyDown={press}
      />
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
