import { useLayoutEffect, useRef, type ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';

export interface TextAreaFieldProps
  extends FieldWords, Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'id' | 'autoFocus' | 'children' | 'ref'> {
  /** Lines shown when empty; it grows with its text. */
  readonly rows?: number;
  /** Larger type, for the one line that matters most. */
  readonly big?: boolean;
  /** Takes the focus when the dialog or panel it is in opens. */
  readonly focusFirst?: boolean;
}

export function TextAreaField({
  label,
  hideLabel = false,
  hint,
  error,
  rows = 2,
  big = false,
  focusFirst = false,
  ...rest
}: TextAreaFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  // Where the engine has no field-sizing, the height follows the text by measuring it.
  useLayoutEffect(() => {
    if (area.current !== null && !CSS.supports('field-sizing', 'content')) {
      area.current.style.height = 'auto';
      area.current.style.height = `${area.current.scrollHeight + 2}px`;
    }
  });
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error}>
      {(wiring) => (
        <textarea
          rows={rows}
          {...rest}
          {...wiring}
          ref={area}
          data-focus-first={focusFirst || undefined}
          className={classNames(styles.control, styles.area, big && styles.big)}
        />
      )}
    </FieldFrame>
  );
}
