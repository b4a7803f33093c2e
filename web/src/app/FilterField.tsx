// The filter of a place: in its address, focused by `/`, emptied and left by Esc.
import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { TextField } from '../ui/TextField.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { filterCommands } from './app-commands.ts';
import styles from './FilterField.module.css';
import { useSearchText } from './use-search-text.ts';

export function FilterField({ label }: { readonly label: string }) {
  const [inAddress, setAddress] = useSearchText('q');
  // The address follows a moment later, which would be too late for the next letter.
  const [text, setText] = useState(inAddress);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== field.current) setText(inAddress);
  }, [inAddress]);
  const filter = (next: string) => {
    setText(next);
    setAddress(next);
  };
  useCommands(filterCommands, () => ({ focus: () => field.current?.select() }));
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Esc means this field, not the panel beside it.
    event.preventDefault();
    event.stopPropagation();
    filter('');
    document.getElementById('page')?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.filter}>
      <Search size={14} className={styles.sign} />
      <TextField
        ref={field}
        type="search"
        label={label}
        hideLabel
        placeholder="Filter"
        autoComplete="off"
        value={text}
        onKeyDown={leave}
        onChange={(event) => filter(event.target.value)}
      />
    </div>
  );
}
