// What may be meant in a field, beneath it. The field keeps the focus and walks it by keys: `use-suggestions.ts`.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './SuggestionList.module.css';
import type { Suggestion, SuggestionWalk } from './use-suggestions.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface SuggestionListProps<Item extends Suggestion> {
  readonly walk: SuggestionWalk<Item>;
  readonly label: string;
  readonly children: (item: Item) => ReactNode;
  /** The edge of the field that it begins at. */
  readonly align?: 'start' | 'end';
}

/** It lies over what follows the nearest positioned element around the field. */
export function SuggestionList<Item extends Suggestion>({ walk, label, children, align = 'start' }: SuggestionListProps<Item>) {
  const { items, at, listId, optionId, pick } = walk;
  return (
    <>
      <VisuallyHidden>
        <span role="status">{items.length === 0 ? '' : items.length === 1 ? '1 suggestion' : `${items.length} suggestions`}</span>
      </VisuallyHidden>
      {items.length > 0 && (
        <div id={listId} role="listbox" aria-label={label} className={classNames(styles.popup, align === 'end' && styles.end)}>
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
              {children(item)}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

export interface SuggestionWordsProps {
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  /** What is typed letter by letter, as a query is. */
  readonly code?: boolean;
}

/** What one suggestion says. */
export function SuggestionWords({ children, hint, code = false }: SuggestionWordsProps) {
  return (
    <>
      <span className={classNames(styles.label, code && styles.code)}>{children}</span>
      {hint !== undefined && <span className={classNames(styles.hint, code && styles.wide)}>{hint}</span>}
    </>
  );
}
