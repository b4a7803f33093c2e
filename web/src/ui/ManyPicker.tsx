// Which of many things something has: each is given or taken away where it stands, and the dialog stays for the next. Walked by
// arrows from the field, so that typing and choosing need no change of place.
import { Check, Minus, Plus } from 'lucide-react';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import styles from './ManyPicker.module.css';
import { PickOption } from './PickOption.tsx';

export interface ManyChoice {
  /** Unique among the choices. */
  readonly id: string;
  readonly name: string;
  /** How many of those it is chosen for have it; `new`: it is made first. */
  readonly on: 'all' | 'some' | 'none' | 'new';
  readonly hint: string;
}

export interface ManyPickerProps<Choice extends ManyChoice> {
  readonly title: string;
  /** Of the field, and inside it while it is empty. */
  readonly fieldLabel: string;
  readonly listLabel: string;
  /** Instead of the list where there is nothing to choose. */
  readonly emptyNote: string;
  readonly maxLength: number;
  readonly choicesOf: (typed: string) => readonly Choice[];
  /** Before the name: its colour, its face. */
  readonly signOf: (choice: Choice) => ReactNode;
  readonly onChoose: (choice: Choice) => void;
  readonly onClose: () => void;
}

export function ManyPicker<Choice extends ManyChoice>({
  title,
  fieldLabel,
  listLabel,
  emptyNote,
  maxLength,
  choicesOf,
  signOf,
  onChoose,
  onClose,
}: ManyPickerProps<Choice>) {
  const [typed, setTyped] = useState('');
  const [walked, setWalked] = useState(0);
  const listId = useId();
  const choices = choicesOf(typed);
  const at = Math.min(walked, choices.length - 1);
  const optionId = (index: number) => `${listId}${index}`;
  useEffect(() => {
    document.getElementById(`${listId}${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, at]);

  const type = (next: string) => {
    setTyped(next);
    setWalked(0);
  };
  const choose = (choice: Choice) => {
    onChoose(choice);
    type('');
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      setWalked(Math.max(0, Math.min(at + by, choices.length - 1)));
    }
    const wanted = choices[at];
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) onClose();
    else if (wanted !== undefined) choose(wanted);
  };
  return (
    <Dialog open width="small" title={title} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={fieldLabel}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={at === -1 ? undefined : optionId(at)}
        placeholder={fieldLabel}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        data-focus-first
        className={styles.input}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
      {choices.length === 0 && <p className={styles.note}>{emptyNote}</p>}
      <div id={listId} role="listbox" aria-label={listLabel} aria-multiselectable className={styles.list}>
        {choices.map((choice, index) => (
          <PickOption
            key={choice.id}
            id={optionId(index)}
            isSelected={choice.on === 'all'}
            isWalked={index === at}
            onPick={() => choose(choice)}
          >
            <span className={styles.mark}>{markOf(choice)}</span>
            {signOf(choice)}
            <span className={styles.name}>{choice.on === 'new' ? `Make “${choice.name}”` : choice.name}</span>
            {choice.on === 'some' && <span className={styles.hint}>on some</span>}
            {choice.hint !== '' && <span className={styles.hint}>{choice.hint}</span>}
          </PickOption>
        ))}
      </div>
    </Dialog>
  );
}

function markOf({ on }: ManyChoice) {
  if (on === 'new') return <Plus size={14} />;
  return on === 'all' ? <Check size={14} /> : on === 'some' ? <Minus size={14} /> : null;
}
