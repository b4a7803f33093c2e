// A setting that is saved when the field is left or Enter is pressed; Esc takes back what was typed.
import { useState, type KeyboardEvent } from 'react';
import { useEditedText } from '../app/use-edited-text.ts';
import type { Refused } from '../sync/send.ts';
import { TextField, type TextFieldProps } from '../ui/TextField.tsx';

export interface SavedTextFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'error'> {
  readonly value: string;
  /** Called with a trimmed value that differs; answers why it was refused, or null. */
  readonly onSave: (value: string) => Promise<Refused | null>;
}

export function SavedTextField({ value, onSave, ...rest }: SavedTextFieldProps) {
  const text = useEditedText(value);
  const [problem, setProblem] = useState<string>();

  const save = async () => {
    if (!text.isEdited) return;
    const next = text.shown.trim();
    setProblem(undefined);
    if (next === value) return text.drop();
    text.keep(next);
    const refused = await onSave(next);
    if (refused === null) return;
    // A refused value stays in the field, to be put right.
    text.type(next);
    setProblem(refused.errors?.[0]?.message ?? refused.message);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
    if (event.key === 'Escape' && text.isEdited) {
      event.preventDefault();
      text.drop();
      setProblem(undefined);
    }
  };
  return (
    <TextField
      {...rest}
      value={text.shown}
      error={problem}
      onChange={(event) => text.type(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={press}
    />
  );
}
