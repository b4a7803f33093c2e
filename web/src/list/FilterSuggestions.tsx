// What may be meant in the filter field, as a list beneath it: walked by arrows, taken by Enter or Tab, closed by Esc.
import { suggestFor, type QuerySuggestion, type QuerySuggestions } from '@shortlist/domain/query/query-suggest.ts';
import { useEffect, useImperativeHandle, useMemo, type KeyboardEvent, type RefObject } from 'react';
import type { SuggestionState } from '../app/FilterField.tsx';
import { SuggestionList, SuggestionWords } from '../ui/SuggestionList.tsx';
import { useSuggestions } from '../ui/use-suggestions.ts';
import { useQueryContext } from './use-query-context.ts';

export interface FilterSuggestionsProps {
  readonly text: string;
  readonly caret: number;
  readonly press: RefObject<((event: KeyboardEvent) => boolean) | null>;
  /** Absent: what stories, tasks and ideas may be asked for. */
  readonly suggest?: (text: string, caret: number) => QuerySuggestions;
  readonly onState: (state: SuggestionState | null) => void;
  /** Gets the whole text and where its caret goes. */
  readonly onPick: (text: string, caret: number) => void;
}

export function FilterSuggestions({ text, caret, press, suggest, onState, onPick }: FilterSuggestionsProps) {
  const context = useQueryContext();
  const { from, to, items } = useMemo(
    () => suggest?.(text, caret) ?? suggestFor(text, caret, context),
    [text, caret, suggest, context],
  );
  const pick = ({ text: put }: QuerySuggestion) => {
    // A space that is there already is not written twice.
    const rest = text.slice(to);
    const next = put.endsWith(' ') && rest.startsWith(' ') ? put.trimEnd() : put;
    onPick(text.slice(0, from) + next + rest, from + put.length);
  };
  // Tab completes what is begun; in an empty place it goes on to the next part of the page.
  const walk = useSuggestions({ items, text, onPick: pick, tabTakesFirst: caret > from });
  const { listId, activeId } = walk;
  const count = walk.items.length;
  useEffect(() => onState({ listId, count, activeId }), [onState, listId, count, activeId]);
  useEffect(() => () => onState(null), [onState]);
  useImperativeHandle(press, () => walk.press);
  return (
    <SuggestionList walk={walk} label="Suggestions" align="end">
      {({ label, hint }) => (
        <SuggestionWords code hint={hint}>
          {label}
        </SuggestionWords>
      )}
    </SuggestionList>
  );
}
