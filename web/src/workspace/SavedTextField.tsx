// A setting that is saved when the field is left or Enter is pressed; Esc takes back what was typed.
import { useState, type KeyboardEvent } from 'react';
import type { Refused } from '../sync/send.ts';
import { TextField, type TextFieldProps } from '../ui/TextField.tsx';

export interface SavedTextFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'error'> {
  readonly value: string;
  /** Called with a trimmed value that differs; answers why it was refused, or null. */
  readonly onSave: (value: string) => Promise<Refused | null>;
}

export function SavedTextField({ value, onSave, ...rest }: SavedTextFieldProps) {
  // Null while it is not being edited: then what others write shows at once.
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();

  const save = async () => {
    const next = typed?.trim();
    if (next === undefined || next === value) return setTyped(null);
    const refused = await onSave(next);
    // A refused value stays in the field, to be put right.
    if (refused === null) setTyped(null);
    setProblem(refused === null ? undefined : (refused.errors?.[0]?.message ?? refused.message));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
    if (event.key === 'Escape' && typed !== null) {
      event.preventDefault();
      setTyped(null);
      setProblem(undefined);
    }
  };
  return (
    <TextField
      {...rest}
      value={typed ?? value}
      error={problem}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={press}
    />
  );
}
