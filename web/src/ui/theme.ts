// The reader's theme, kept in local storage; public/theme.js applies it before the first paint.
import { useSyncExternalStore } from 'react';
import { readPreference, writePreference } from './preference.ts';

export type Theme = 'light' | 'dark' | 'system';

const order: readonly Theme[] = ['system', 'light', 'dark'];
const listeners = new Set<() => void>();

/** The chosen theme; `system` when none was chosen or storage is forbidden. */
export function currentTheme(): Theme {
  const stored = readPreference('theme');
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Applies a theme at once and keeps it for this browser. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  writePreference('theme', theme);
  for (const listener of listeners) listener();
}

/** Steps system → light → dark → system and answers the theme it chose. */
export function nextTheme(): Theme {
  const next = order[(order.indexOf(currentTheme()) + 1) % order.length] ?? 'system';
  setTheme(next);
  return next;
}

/** The chosen theme, re-rendering the component when it changes. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
