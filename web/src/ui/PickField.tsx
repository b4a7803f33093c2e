import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './PickField.module.css';
import { PickOption } from './PickOption.tsx';
import { TextField } from './TextField.tsx';

export interface PickFieldProps<Item extends { readonly id: string }> {
  readonly label: string;
  readonly placeholder?: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What was found, the likeliest first. */
  readonly items: readonly Item[];
  /** What one of them says. */
  readonly children: (item: Item) => ReactNode;
  readonly onPick: (item: Item) => void;
  /** Said where nothing was found. */
  readonly empty: string;
}

/** A text field with what it finds below: arrows walk, Enter takes the marked one. It takes the focus. */
export function PickField<Item extends { readonly id: string }>(props: PickFieldProps<Item>) {
  const { label, placeholder = 'Type a few words or a handle', typed, onType, items, onPick, children, empty } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [marked, setMarked] = useState(0);
  const at = Math.min(marked, items.length - 1);
  useEffect(() => field.current?.focus(), []);
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      setMarked(Math.max(0, Math.min(at + by, items.length - 1)));
    }
    const item = items[at];
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && item !== undefined) {
      event.preventDefault();
      onPick(item);
    }
  };
  return (
    <div>
      <TextField
        ref={field}
        label={label}
        placeholder={placeholder}
        autoComplete="off"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={items[at] === undefined ? undefined : `${id}${at}`}
        value={typed}
        onKeyDown={press}
        onChange={(event) => {
          onType(event.target.value);
          setMarked(0);
        }}
      />
      <div id={id} role="listbox" aria-label={label} className={styles.list}>
        {items.map((item, index) => (
          <PickOption
            key={item.id}
            id={`${id}${index}`}
            isSelected={index === at}
            isWalked={index === at}
            takes
            onPick={() => onPick(item)}
          >
            {children(item)}
          </PickOption>
        ))}
      </div>
      {items.length === 0 && <p className={styles.none}>{empty}</p>}
    </div>
  );
}

/** The words of one thing that was found: one line, cut with an ellipsis. */
export function PickWords({ children }: { readonly children: ReactNode }) {
  return <span className={styles.words}>{children}</span>;
}
