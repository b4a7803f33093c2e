import type { ReactNode } from 'react';
import type { Act } from './command.ts';
import { perform } from './questions.ts';

export type MenuEntry =
  | { readonly kind: 'line'; readonly id: string }
  | { readonly kind: 'heading'; readonly id: string; readonly label: string }
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly label: string;
      readonly icon?: ReactNode;
      /** Shown as a hint; binding the key is the caller's. */
      readonly keys?: string;
      readonly tone?: 'plain' | 'bad';
      /** Draws a mark before it: the chosen one of several. */
      readonly checked?: boolean;
      readonly disabled?: boolean;
      readonly run: () => void;
    };

/** Acts as entries of a menu, each with its first key. */
export function menuEntriesOf(acts: readonly Act[]): readonly MenuEntry[] {
  return acts.map((act) => ({
    kind: 'item',
    id: act.id,
    label: act.name,
    tone: act.tone,
    ...(act.keys[0] !== undefined && { keys: act.keys[0] }),
    run: () => perform(act),
  }));
}
