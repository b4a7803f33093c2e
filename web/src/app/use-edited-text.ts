// What a field shows between typing and the saved value coming back: nothing typed or saved is ever seen to flip back.
import { useState } from 'react';

export interface EditedText {
  readonly shown: string;
  readonly isEdited: boolean;
  readonly type: (text: string) => void;
  /** Shows a text that is being saved until the value itself changes. */
  readonly keep: (text: string) => void;
  /** Shows the value again, as after a refusal or Esc. */
  readonly drop: () => void;
}

/** `value` is the entity's own text; while the field is not edited, what others write shows at once. */
export function useEditedText(value: string): EditedText {
  const [typed, setTyped] = useState<string | null>(null);
  const [kept, setKept] = useState<{ readonly over: string; readonly text: string } | null>(null);
  // The value has changed: it, or what somebody else made of it, is what holds.
  if (kept !== null && kept.over !== value) setKept(null);
  return {
    shown: typed ?? kept?.text ?? value,
    isEdited: typed !== null,
    type: setTyped,
    keep: (text) => {
      setTyped(null);
      setKept(text === value ? null : { over: value, text });
    },
    drop: () => {
      setTyped(null);
      setKept(null);
    },
  };
}
