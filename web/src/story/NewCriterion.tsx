import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { act } from '../app/notify.ts';
import { TextField } from '../ui/TextField.tsx';
import type { Criterion, Story } from './item.ts';

export interface NewCriterionProps {
  readonly story: Story;
  /** What it becomes a part of; null: the first level. */
  readonly parentId: Criterion['id'] | null;
  readonly placeholder: string;
  /** Given where it was asked for: it takes the focus, and is left when nothing is typed. */
  readonly onClose?: () => void;
}

/** A line that becomes a criterion; the next one may follow at once. */
export function NewCriterion({ story, parentId, placeholder, onClose }: NewCriterionProps) {
  const [text, setText] = useState('');
  const line = useRef<HTMLDivElement>(null);
  const wasAskedFor = onClose !== undefined;
  useEffect(() => {
    if (wasAskedFor) line.current?.querySelector('input')?.focus();
  }, [wasAskedFor]);
  const add = () => {
    const words = text.trim();
    if (words === '') return onClose?.();
    setText('');
    void act('criterion.add', { itemId: story.id, text: words, parentId });
    return undefined;
  };
  const press = (event: KeyboardEvent) => {
    // Of the row around it these would mean the row; all others go on, to the palette and to commit.
    if (event.key === 'Tab' || event.altKey) event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      add();
    }
    if (event.key !== 'Escape' || (text === '' && onClose === undefined)) return;
    // Esc means this line, not the panel it is in.
    event.preventDefault();
    event.stopPropagation();
    setText('');
    onClose?.();
  };
  return (
    <div ref={line}>
      <TextField
        label={parentId === null ? 'Add a criterion' : placeholder}
        hideLabel
        data-adds={parentId === null ? '' : undefined}
        placeholder={placeholder}
        maxLength={1000}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        onBlur={add}
      />
    </div>
  );
}
