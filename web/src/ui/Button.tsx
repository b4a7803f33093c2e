import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';
import type { Side } from './place-near.ts';
import { Tooltip } from './Tooltip.tsx';

type NativeButton = Omit<ComponentProps<'button'>, 'className' | 'style'>;

export interface ButtonProps extends NativeButton {
  /** `quiet` has a hairline, `plain` only its words; `danger` is for what cannot be undone. */
  readonly variant?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly icon?: ReactNode;
  /** Shown as a hint; binding the key is the caller's (see `useKeys`). */
  readonly keys?: string | undefined;
  /** Fills the width it is given. */
  readonly wide?: boolean;
  /** For a plain one among words: its own stand exactly at this edge of what it is in. */
  readonly wordsAt?: 'start' | 'end' | undefined;
}

const edges = { start: styles.atStart, end: styles.atEnd } as const;
const keyLooks = { primary: 'filled', danger: 'filled', quiet: 'cap', plain: 'bare' } as const;

export function Button({
  variant = 'quiet',
  size = 'normal',
  icon,
  keys,
  wide = false,
  wordsAt,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const look = classNames(
    styles.button,
    styles[variant],
    size === 'small' && styles.small,
    wide && styles.wide,
    wordsAt !== undefined && edges[wordsAt],
  );
  return (
    <button type={type} className={look} {...rest}>
      {icon}
      {children !== undefined && <span className={styles.words}>{children}</span>}
      {keys !== undefined && (
        <span className={styles.hint} aria-hidden="true">
          <Kbd keys={keys} look={keyLooks[variant]} />
        </span>
      )}
    </button>
  );
}

/** How a small plain icon button looks, for places that draw hundreds of them and need no tooltip. */
export const plainIconLook = classNames(styles.button, styles.icon, styles.plain, styles.small);

export interface IconButtonProps extends Omit<NativeButton, 'children' | 'aria-label'> {
  /** The accessible name, and the words of the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys?: string | undefined;
  readonly size?: 'normal' | 'small';
  readonly variant?: 'plain' | 'quiet';
  readonly tooltipSide?: Side;
}

export function IconButton({
  label,
  icon,
  keys,
  size = 'normal',
  variant = 'plain',
  tooltipSide = 'bottom',
  type = 'button',
  ...rest
}: IconButtonProps) {
  const look = classNames(styles.button, styles.icon, styles[variant], size === 'small' && styles.small);
  return (
    <Tooltip text={label} keys={keys} side={tooltipSide}>
      <button type={type} aria-label={label} className={look} {...rest}>
        {icon}
      </button>
    </Tooltip>
  );
}
