import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { decisionWord } from '../idea/decision-words.ts';
import { Badge } from '../ui/Badge.tsx';
import { classNames } from '../ui/class-names.ts';
import { Handle } from '../ui/Handle.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './IdeaPicker.module.css';
import type { Idea } from './review-progress.ts';

export interface IdeaPickerProps {
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What was found, the likeliest first. */
  readonly ideas: readonly Idea[];
  readonly onPick: (idea: Idea) => void;
}

/** A text field with what it finds below: arrows walk, Enter takes the marked one. */
export function IdeaPicker({ label, typed, onType, ideas, onPick }: IdeaPickerProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [marked, setMarked] = useState(0);
  const at = Math.min(marked, ideas.length - 1);
  useEffect(() => field.current?.focus(), []);
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      setMarked(Math.max(0, Math.min(at + by, ideas.length - 1)));
    }
    const idea = ideas[at];
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && idea !== undefined) {
      event.preventDefault();
      onPick(idea);
    }
  };
  return (
    <div>
      <TextField
        ref={field}
        label={label}
        placeholder="Type a few words or a handle"
        autoComplete="off"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={ideas[at] === undefined ? undefined : `${id}${at}`}
        value={typed}
        onKeyDown={press}
        onChange={(event) => {
          onType(event.target.value);
          setMarked(0);
        }}
      />
      <div id={id} role="listbox" aria-label={label} className={styles.list}>
        {ideas.map((idea, index) => (
          // The arrows and Enter of the field do by key what the press does.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={idea.id}
            id={`${id}${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classNames(styles.option, index === at && styles.marked)}
            onClick={() => onPick(idea)}
          >
            <Handle text={idea.handle === '' ? null : idea.handle} />
            <span className={styles.problem}>{idea.problem}</span>
            {idea.decision !== null && <Badge>{decisionWord(idea.decision.kind)}</Badge>}
          </div>
        ))}
      </div>
      {ideas.length === 0 && <p className={styles.none}>No other idea has these words in it.</p>}
    </div>
  );
}
