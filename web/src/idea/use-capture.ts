// Whether the capture panel is open. It stays open from place to place.
import { useSyncExternalStore } from 'react';

let isOpen = false;
const listeners = new Set<() => void>();

export interface Capture {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
}

/** Opens it from outside of a component. */
export const openCapture = () => show(true);

const close = () => show(false);

export function useCapture(): Capture {
  return { isOpen: useSyncExternalStore(subscribe, () => isOpen), open: openCapture, close };
}

function show(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
