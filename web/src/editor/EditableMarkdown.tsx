// A long text in Markdown: read as it looks, edited as it is typed. Two who edit at once lose no word: what the other has saved
// comes into the open editor.
import { mergeText } from '@shortlist/domain/text/text-merge.ts';
import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Markdown } from '../app/Markdown.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import styles from './EditableMarkdown.module.css';
import { MarkdownField } from './MarkdownField.tsx';

interface Edit {
  readonly text: string;
  /** The stored text that it contains, as of `baseSeq`: the base of the merge. */
  readonly base: string;
  readonly baseSeq: number;
}

export interface EditableMarkdownProps {
  readonly heading: string;
  /** The heading as it is shown, where that is more than its words. */
  readonly shownHeading?: ReactNode;
  /** The name that leads to it; see `edit-field.ts`. */
  readonly field?: string;
  /** Said where nobody wrote anything yet. */
  readonly belongsHere: string;
  readonly mayEdit: boolean;
  /** What is stored, with the guess of an edit on its way; undefined until it is fetched. */
  readonly text: string | undefined;
  /** The number as of which that is stored; 0 where nothing asks for it. */
  readonly baseSeq?: number;
  /** Why it could not be fetched. */
  readonly refusal?: string | undefined;
  readonly maxLength: number;
  /** Gets a text that differs from the stored one, and the number of the one that it was made of. */
  readonly onSave: (text: string, baseSeq: number) => void;
  /** To what pasted files are attached; without it, none are taken. */
  readonly subjectId?: string;
  /** The field of the problem check that it is. */
  readonly checkedAs?: string | undefined;
  /** What else stands in it. */
  readonly children?: ReactNode;
}

export function EditableMarkdown(props: EditableMarkdownProps) {
  const { heading, shownHeading = heading, field, mayEdit, text, baseSeq = 0, maxLength, onSave, subjectId, checkedAs } = props;
  const [edit, setEdit] = useState<Edit | null>(null);
  const isEditing = edit !== null;
  const section = useRef<HTMLElement>(null);
  const isLeftByKey = useRef(false);
  useEffect(() => {
    // Left by key, the field takes the focus with it. Left for another one, that one is about to have it.
    if (!isEditing && isLeftByKey.current) section.current?.querySelector('button')?.focus();
    isLeftByKey.current = false;
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
    if (edit !== null && edit.text !== edit.base) onSave(edit.text, edit.baseSeq);
  };
  const press = (event: KeyboardEvent) => {
    const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (event.key !== 'Escape' && !isSent) return;
    // These keys mean this text, not the panel or the item around it.
    event.preventDefault();
    event.stopPropagation();
    isLeftByKey.current = true;
    save();
  };
  return (
    <Section
      ref={section}
      label={heading}
      heading={shownHeading}
      data-field={field}
      action={
        mayEdit &&
        !isEditing &&
        text !== undefined && (
          <Button size="small" variant="plain" wordsAt="end" icon={<Pencil size={13} />} data-edits="" onClick={begin}>
            Edit {heading.toLowerCase()}
          </Button>
        )
      }
    >
      {edit === null ? (
        <ReadText {...props} onCheck={mayEdit ? (next) => onSave(next, baseSeq) : undefined} />
      ) : (
        <MarkdownField
          label={heading}
          hideLabel
          takesFocus
          checkedAs={checkedAs}
          hint="Markdown: / for its pieces, @ for people, # for items. It is saved when you leave it."
          rows={6}
          maxLength={maxLength}
          {...(subjectId !== undefined && { subjectId })}
          value={edit.text}
          onChange={(words) => setEdit((now) => (now === null ? null : { ...now, text: words }))}
          onLeave={save}
          onKeyDown={press}
        />
      )}
      {props.children}
    </Section>
  );
}

interface ReadTextProps extends EditableMarkdownProps {
  readonly onCheck: ((text: string) => void) | undefined;
}

function ReadText({ heading, text, refusal, belongsHere, onCheck }: ReadTextProps) {
  if (text === '') return <p className={styles.quiet}>{belongsHere}</p>;
  if (text !== undefined) return <Markdown text={text} onCheck={onCheck} />;
  if (refusal !== undefined) return <p className={styles.quiet}>{refusal}</p>;
  return (
    <Skeleton label={`Loading ${heading.toLowerCase()}`}>
      <SkeletonRows count={2} />
    </Skeleton>
  );
}
