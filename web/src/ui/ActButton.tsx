import { Button, IconButton, type ButtonProps, type IconButtonProps } from './Button.tsx';
import type { Act } from './command.ts';
import { perform } from './questions.ts';

export interface ActButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'icon' | 'title' | 'wordsAt' | 'children'> {
  /** Nothing is drawn for null: it may not be done. */
  readonly act: Act | null;
}

/** A command as a button: its name, unless `children` say it otherwise, and its key. */
export function ActButton({ act, children, ...look }: ActButtonProps) {
  if (act === null) return null;
  return (
    <Button {...look} keys={act.keys[0]} onClick={() => perform(act)}>
      {children ?? act.name}
    </Button>
  );
}

export interface ActIconButtonProps extends Pick<IconButtonProps, 'icon' | 'size' | 'variant' | 'tooltipSide'> {
  readonly act: Act | null;
}

/** A command as a sign; its tooltip says its name and its key. */
export function ActIconButton({ act, ...look }: ActIconButtonProps) {
  if (act === null) return null;
  return <IconButton {...look} label={act.name} keys={act.keys[0]} onClick={() => perform(act)} />;
}
