// The filter of a place: in its address, focused by `Shift+F`, emptied and left by Esc. What may be typed is suggested beneath it
// where the place takes queries; what suggests is loaded when the field is first gone to.
import type { QuerySuggestions } from '@shortlist/domain/query/query-suggest.ts';
import { Search } from 'lucide-react';
import { lazy, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { TextField } from '../ui/TextField.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { filterCommands } from './app-commands.ts';
import styles from './FilterField.module.css';
import { useSearchText } from './use-search-text.ts';

const FilterSuggestions = lazy(async () => ({ default: (await import('../list/FilterSuggestions.tsx')).FilterSuggestions }));

/** What the suggestions tell the field: how many there are, and the id of the one that is walked to. */
export interface SuggestionState {
  readonly listId: string;
  readonly count: number;
  readonly activeId: string | null;
}

export interface FilterFieldProps {
  readonly label: string;
  /** The place takes `key:value` queries. */
  readonly asks?: boolean;
  /** What may be typed, where the place has words of its own. */
  readonly suggest?: (text: string, caret: number) => QuerySuggestions;
}

export function FilterField({ label, asks = false, suggest }: FilterFieldProps) {
  const [text, filter] = useSearchText('q');
  const [caret, setCaret] = useState<number | null>(null);
  const [suggested, setSuggested] = useState<SuggestionState | null>(null);
  const field = useRef<HTMLInputElement>(null);
  /** Gives a key to the suggestions; they answer whether it was theirs. */
  const press = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  useCommands(filterCommands, () => ({ focus: () => field.current?.select() }));
  const leave = () => {
    setCaret(null);
    document.getElementById('page')?.focus({ preventScroll: true });
  };
  const keyed = (event: KeyboardEvent) => {
    if (press.current?.(event) !== true) {
      if (event.key === 'Enter') return leave();
      if (event.key !== 'Escape') return undefined;
      filter('');
      leave();
    }
    // The key means this field, not the panel beside it.
    event.preventDefault();
    event.stopPropagation();
    return undefined;
  };
  const suggests = asks && caret !== null;
  const isOpen = suggests && suggested !== null && suggested.count > 0;
  return (
    <div className={styles.filter}>
      <Search size={14} className={styles.sign} />
      <TextField
        ref={field}
        type={asks ? 'text' : 'search'}
        label={label}
        hideLabel
        placeholder="Filter"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onKeyDown={keyed}
        onChange={(event) => {
          filter(event.target.value);
          setCaret(event.target.selectionStart);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setCaret(null)}
        {...(asks && {
          role: 'combobox',
          'aria-autocomplete': 'list' as const,
          'aria-expanded': isOpen,
          'aria-controls': isOpen ? suggested.listId : undefined,
          'aria-activedescendant': isOpen ? (suggested.activeId ?? undefined) : undefined,
        })}
      />
      {suggests && (
        <Suspense>
          <FilterSuggestions
            text={text}
            caret={caret}
            press={press}
            {...(suggest !== undefined && { suggest })}
            onState={setSuggested}
            onPick={(next, at) => {
              filter(next);
              setCaret(at);
              // The caret can only stand in a text that is drawn.
              requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
