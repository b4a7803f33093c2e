import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';

export interface TextFieldProps
  extends FieldWords, Omit<ComponentProps<'input'>, 'className' | 'style' | 'id' | 'autoFocus' | 'children'> {
  /** Mono type, for handles, addresses and figures. */
  readonly mono?: boolean;
  /** Takes the focus when the dialog or panel it is in opens. */
  readonly focusFirst?: boolean;
}

export function TextField({ label, hideLabel = false, hint, error, mono = false, focusFirst = false, ...rest }: TextFieldProps) {
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error}>
      {(wiring) => (
        <input
          type="text"
          {...rest}
          {...wiring}
          data-focus-first={focusFirst || undefined}
          className={classNames(styles.control, mono && styles.mono)}
        />
      )}
    </FieldFrame>
  );
}
