import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AdviceActs } from './FindingAdvice.tsx';
import styles from './StoryCheck.module.css';

export interface SecondWayProps {
  /** Null: there is none. */
  readonly onWay: (way: string | null) => void;
  readonly onLeave: () => void;
}

/** The question that tells a need from a solution: a need can be met in two ways. */
export function SecondWay({ onWay, onLeave }: SecondWayProps) {
  const [way, setWay] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Esc means this question, not the panel it is in.
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  return (
    <form
      ref={form}
      className={styles.way}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        if (way.trim() !== '') onWay(way.trim());
      }}
    >
      <TextField
        label="Name a second way to meet this need"
        hint="It is kept in the problem text. If there is none, this may be given from outside."
        maxLength={300}
        autoComplete="off"
        value={way}
        onChange={(event) => setWay(event.target.value)}
      />
      <AdviceActs>
        <Button size="small" variant="primary" type="submit" disabled={way.trim() === ''}>
          Keep it
        </Button>
        <Button size="small" variant="plain" onClick={() => onWay(null)}>
          There is none
        </Button>
      </AdviceActs>
    </form>
  );
}
