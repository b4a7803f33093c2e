// A long text of a story in Markdown: read as it looks, edited as it is typed. Two who edit at once lose no word: what the other
// has saved comes into the open editor.
import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Markdown } from '../app/Markdown.tsx';
import { act } from '../app/notify.ts';
import type { TextField } from '@shortlist/domain/text/text.ts';
import { longestText } from '@shortlist/domain/text/text-limits.ts';
import { mergeText } from '@shortlist/domain/text/text-merge.ts';
import { MarkdownField } from '../editor/MarkdownField.tsx';
import { useText } from '../sync/use-query.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import styles from './LongText.module.css';

interface Edit {
  readonly text: string;
  /** The stored text that it contains, as of `baseSeq`: the base of the merge. */
  readonly base: string;
  readonly baseSeq: number;
}

export interface LongTextProps {
  readonly storyId: string;
  readonly field: TextField;
  readonly heading: string;
  /** Said where nobody wrote anything yet. */
  readonly belongsHere: string;
  readonly mayEdit: boolean;
}

export function LongText({ storyId, field, heading, belongsHere, mayEdit }: LongTextProps) {
  const { text, baseSeq, refusal } = useText(storyId, field);
  const [edit, setEdit] = useState<Edit | null>(null);
  const isEditing = edit !== null;
  const section = useRef<HTMLElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // Left by key, the field takes the focus with it.
    if (!isEditing && wasEditing.current && document.activeElement === document.body)
      section.current?.querySelector('button')?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const begin = () => {
    if (text !== undefined) setEdit({ text, base: text, baseSeq });
  };
  // Somebody else has saved meanwhile.
  if (edit !== null && text !== undefined && (edit.base !== text || edit.baseSeq !== baseSeq)) {
    setEdit({ text: mergeText(edit.base, edit.text, text), base: text, baseSeq });
  }
  const save = () => {
    setEdit(null);
    if (edit === null || edit.text === edit.base) return;
    void act('text.edit', { subjectId: storyId, field, baseSeq: edit.baseSeq, text: edit.text });
  };
  const press = (event: KeyboardEvent) => {
    const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (event.key !== 'Escape' && !isSent) return;
    // These keys mean this text, not the panel or the item around it.
    event.preventDefault();
    event.stopPropagation();
    save();
  };
  return (
    <section ref={section} aria-label={heading}>
      <header className={styles.header}>
        <h2 className={styles.heading}>{heading}</h2>
        {mayEdit && !isEditing && text !== undefined && (
          <Button size="small" variant="plain" icon={<Pencil size={13} />} onClick={begin}>
            Edit {heading.toLowerCase()}
          </Button>
        )}
      </header>
      {edit !== null && (
        <MarkdownField
          label={heading}
          hideLabel
          takesFocus
          checkedAs={field === 'problem' ? 'problem' : undefined}
          hint="Markdown: / for its pieces, @ for people, # for items. It is saved when you leave it."
          rows={6}
          maxLength={longestText}
          subjectId={storyId}
          value={edit.text}
          onChange={(words) => setEdit((now) => (now === null ? null : { ...now, text: words }))}
          onLeave={save}
          onKeyDown={press}
        />
      )}
      {edit === null && text !== undefined && text !== '' && <Markdown text={text} />}
      {edit === null && text === '' && <p className={styles.quiet}>{belongsHere}</p>}
      {edit === null && text === undefined && refusal !== null && <p className={styles.quiet}>{refusal.message}</p>}
      {edit === null && text === undefined && refusal === null && (
        <Skeleton label={`Loading ${heading.toLowerCase()}`}>
          <SkeletonRows count={2} />
        </Skeleton>
      )}
    </section>
  );
}
