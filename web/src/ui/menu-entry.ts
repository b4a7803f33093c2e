import type { ReactNode } from 'react';

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
