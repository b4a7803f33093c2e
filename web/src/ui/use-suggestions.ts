// Walking the suggestions beneath a field by its own keys: arrows walk, Enter or Tab takes, Esc closes. `SuggestionList` draws them.
import { useEffect, useId, useState, type KeyboardEvent } from 'react';

export interface Suggestion {
  readonly id: string;
}

export interface SuggestionWalk<Item extends Suggestion> {
  readonly listId: string;
  /** None while they are closed. */
  readonly items: readonly Item[];
  /** Where in `items` it is walked to; -1: the field itself. */
  readonly at: number;
  /** The element that is walked to, for the field's `aria-activedescendant`; null: none. */
  readonly activeId: string | null;
  readonly optionId: (id: string) => string;
  /** Gets every key of the field, and answers whether it was the suggestions'. */
  readonly press: (event: KeyboardEvent) => boolean;
  readonly pick: (item: Item) => void;
}

export interface SuggestionWalkOptions<Item extends Suggestion> {
  readonly items: readonly Item[];
  /** What is typed: closed for one text, they open for the next. */
  readonly text: string;
  readonly onPick: (item: Item) => void;
  /** Tab takes the first where none is walked to. */
  readonly tabTakesFirst?: boolean;
}

export function useSuggestions<Item extends Suggestion>({
  items: all,
  text,
  onPick,
  tabTakesFirst = false,
}: SuggestionWalkOptions<Item>): SuggestionWalk<Item> {
  const listId = useId();
  const [walked, setWalked] = useState<string | null>(null);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const items = closedFor === text ? [] : all;
  const at = items.findIndex(({ id }) => id === walked);
  const optionId = (id: string) => `${listId}${id.replaceAll(/\s/g, '_')}`;
  const activeId = walked !== null && at !== -1 ? optionId(walked) : null;
  useEffect(() => {
    if (activeId !== null) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const pick = (item: Item) => {
    setWalked(null);
    onPick(item);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (items.length === 0) return false;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      // Past either end it is the field itself again.
      const next = at + by;
      setWalked(items[next === -2 ? items.length - 1 : next]?.id ?? null);
      return true;
    }
    const wanted = items[at] ?? (event.key === 'Tab' && tabTakesFirst && !event.shiftKey ? items[0] : undefined);
    if ((event.key === 'Enter' || event.key === 'Tab') && wanted !== undefined) {
      pick(wanted);
      return true;
    }
    if (event.key !== 'Escape') return false;
    setClosedFor(text);
    return true;
  };
  return { listId, items, at, activeId, optionId, press, pick };
}
