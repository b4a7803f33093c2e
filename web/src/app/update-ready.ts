// Whether a newer app lies ready in this browser, and how to change to it.
import { useSyncExternalStore } from 'react';

let change: (() => void) | null = null;
const listeners = new Set<() => void>();

/** A newer app is ready; `run` loads it. */
export function noteUpdate(run: () => void): void {
  change = run;
  for (const listener of listeners) listener();
}

/** Null while the shown app is the newest that is known of. */
export function useUpdate(): (() => void) | null {
  return useSyncExternalStore(subscribe, () => change);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
