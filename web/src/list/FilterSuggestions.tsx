// What may be meant in the filter field, as a list beneath it: walked by arrows, taken by Enter or Tab, closed by Esc.
import { suggestFor, type QuerySuggestion } from '@shortlist/domain/query/query-suggest.ts';
import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { SuggestionState } from '../app/FilterField.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './FilterSuggestions.module.css';
import { useQueryContext } from './use-query-context.ts';

export interface FilterSuggestionsProps {
  readonly text: string;
  readonly caret: number;
  readonly press: RefObject<((event: KeyboardEvent) => boolean) | null>;
  readonly onState: (state: SuggestionState | null) => void;
  /** Gets the whole text and where its caret goes. */
  readonly onPick: (text: string, caret: number) => void;
}

export function FilterSuggestions({ text, caret, press, onState, onPick }: FilterSuggestionsProps) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const context = useQueryContext();
  const { from, to, items } = useMemo(() => suggestFor(text, caret, context), [text, caret, context]);
  const [walked, setWalked] = useState<string | null>(null);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const at = items.findIndex(({ id }) => id === walked);
  const isOpen = items.length > 0 && closedFor !== text;
  const optionId = (id: string) => `${listId}${id.replaceAll(/\s/g, '_')}`;
  const count = isOpen ? items.length : 0;
  const activeId = isOpen && walked !== null && at !== -1 ? optionId(walked) : null;

  useEffect(() => onState({ listId, count, activeId }), [onState, listId, count, activeId]);
  useEffect(() => () => onState(null), [onState]);
  useEffect(() => {
    if (activeId !== null) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const pick = ({ text: put }: QuerySuggestion) => {
    setWalked(null);
    // A space that is there already is not written twice.
    const rest = text.slice(to);
    const next = put.endsWith(' ') && rest.startsWith(' ') ? put.trimEnd() : put;
    onPick(text.slice(0, from) + next + rest, from + put.length);
  };
  useImperativeHandle(press, () => (event: KeyboardEvent) => {
    if (!isOpen) return false;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      // Past either end it is the field itself again.
      const next = at + by;
      setWalked(items[next === -2 ? items.length - 1 : next]?.id ?? null);
      return true;
    }
    // Tab completes what is begun; in an empty place it goes on to the next part of the page.
    const wanted = items[at] ?? (event.key === 'Tab' && caret > from && !event.shiftKey ? items[0] : undefined);
    if ((event.key === 'Enter' || event.key === 'Tab') && wanted !== undefined) {
      pick(wanted);
      return true;
    }
    if (event.key !== 'Escape') return false;
    setClosedFor(text);
    return true;
  });

  return (
    <>
      <VisuallyHidden>
        <span role="status">{isOpen ? `${items.length} suggestions` : ''}</span>
      </VisuallyHidden>
      {isOpen && (
        <div ref={list} id={listId} role="listbox" aria-label="Suggestions" className={styles.popup}>
          {items.map((item, index) => (
            // The field keeps the focus; its keys do what the press does.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={item.id}
              id={optionId(item.id)}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(item)}
            >
              <span className={styles.label}>{item.label}</span>
              <span className={styles.hint}>{item.hint}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
