// A line of an entity that is edited where it stands: it looks like text until it is pointed at. Enter or leaving saves,
// Esc takes back what was typed.
import { useState, type KeyboardEvent } from 'react';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { classNames } from '../ui/class-names.ts';
import styles from './EditableLine.module.css';

export interface EditableLineProps {
  readonly label: string;
  readonly value: string;
  /** Called with one trimmed line that differs from `value`. */
  readonly onSave: (value: string) => void;
  /** `title` is the large line at the top of a panel. */
  readonly look?: 'title' | 'text';
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Shown when it was left empty; without it, empty is allowed. */
  readonly required?: string;
  readonly hideLabel?: boolean;
  readonly error?: string | undefined;
}

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
}: EditableLineProps) {
  // Null while it is not being edited: then what others write shows at once.
  const [typed, setTyped] = useState<string | null>(null);
  const [emptied, setEmptied] = useState(false);

  const save = () => {
    const line = (typed ?? value).replace(/\s+/g, ' ').trim();
    setTyped(null);
    setEmptied(line === '' && required !== undefined);
    if (line !== value && (line !== '' || required === undefined)) onSave(line);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.currentTarget.blur();
    }
    if (event.key === 'Escape' && typed !== null) {
      // Esc means this line, not the panel it is in.
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
    }
  };
  return (
    <div className={classNames(styles.line, look === 'title' && styles.title)}>
      <TextAreaField
        label={label}
        hideLabel={hideLabel || look === 'title'}
        rows={1}
        maxLength={maxLength}
        placeholder={placeholder}
        value={typed ?? value}
        error={emptied ? required : error}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => setEmptied(false)}
        onBlur={save}
        onKeyDown={press}
      />
    </div>
  );
}
