// A line of an entity that is edited where it stands: it looks like text until it is pointed at. Enter or leaving saves,
// Esc takes back what was typed.
import { useState, type KeyboardEvent } from 'react';
import { SuggestionList, SuggestionWords } from '../ui/SuggestionList.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { classNames } from '../ui/class-names.ts';
import { useSuggestions } from '../ui/use-suggestions.ts';
import styles from './EditableLine.module.css';
import { useEditedText } from './use-edited-text.ts';

export interface EditableLineProps {
  readonly label: string;
  readonly value: string;
  /** Called with one trimmed line that differs from `value`; with the answer of a command, a refusal takes the line back. */
  readonly onSave: (value: string) => unknown;
  /** `title` is the large line at the top of a panel. */
  readonly look?: 'title' | 'text';
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Shown when it was left empty; without it, empty is allowed. */
  readonly required?: string;
  readonly hideLabel?: boolean;
  readonly error?: string | undefined;
  /** The field of the problem check that it is; see `checked-fields.ts`. */
  readonly checkedAs?: string;
  /** What may be meant by what is typed; taken, it is saved at once. */
  readonly suggest?: (typed: string) => readonly LineSuggestion[];
}

export interface LineSuggestion {
  readonly id: string;
  /** The whole line that it stands for. */
  readonly line: string;
  readonly hint?: string;
}

const nothing: readonly LineSuggestion[] = [];

export function EditableLine({
  label,
  value,
  onSave,
  look = 'text',
  placeholder,
  maxLength = 500,
  required,
  hideLabel = false,
  error,
  checkedAs,
  suggest,
}: EditableLineProps) {
  const text = useEditedText(value);
  const [emptied, setEmptied] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const asks = suggest !== undefined && hasFocus && (text.isEdited || text.shown === '');
  const walk = useSuggestions({
    items: asks ? suggest(text.shown) : nothing,
    text: text.shown,
    onPick: ({ line }) => void save(line),
  });

  const save = async (typed: string) => {
    const line = typed.replace(/\s+/g, ' ').trim();
    const mayNot = line === '' && required !== undefined;
    setEmptied(mayNot);
    if (line === value || mayNot) return text.drop();
    text.keep(line);
    const answer: unknown = await onSave(line);
    if (typeof answer === 'object' && answer !== null && 'refused' in answer) text.drop();
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (walk.press(event)) {
      // The key means the suggestions, not what is around the line.
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    // With Ctrl or Cmd it is the key of what is around the line.
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.currentTarget.blur();
    }
    if (event.key === 'Escape' && text.isEdited) {
      // Esc means this line, not the panel it is in.
      event.preventDefault();
      event.stopPropagation();
      text.drop();
    }
  };
  return (
    <div className={classNames(styles.line, look === 'title' && styles.title)}>
      <TextAreaField
        label={label}
        hideLabel={hideLabel || look === 'title'}
        data-check={checkedAs}
        rows={1}
        maxLength={maxLength}
        placeholder={placeholder}
        value={text.shown}
        error={emptied ? required : error}
        onChange={(event) => text.type(event.target.value)}
        onFocus={() => {
          setEmptied(false);
          setFocus(true);
        }}
        onBlur={() => {
          setFocus(false);
          if (text.isEdited) void save(text.shown);
        }}
        onKeyDown={press}
        {...(suggest !== undefined && {
          'aria-autocomplete': 'list' as const,
          'aria-controls': walk.items.length > 0 ? walk.listId : undefined,
          'aria-activedescendant': walk.activeId ?? undefined,
        })}
      />
      {suggest !== undefined && (
        <SuggestionList walk={walk} label="Suggestions">
          {({ line, hint }) => <SuggestionWords hint={hint}>{line}</SuggestionWords>}
        </SuggestionList>
      )}
    </div>
  );
}
