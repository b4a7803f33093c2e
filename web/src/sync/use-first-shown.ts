// Whether what came first, from the disk or the server, has been painted. What the first list does not need is fetched then, so that it neither
// travels nor is read before it.
import { useSyncExternalStore } from 'react';
import { afterPaint } from './transport.ts';

/** `place`: its part of the app is there. `values`: something is there to be shown in it. */
type Need = 'place' | 'values';

/** A busy machine may take a while for the first frame; then this page may be one that nobody looks at. */
const longestStartMs = 3_000;

const missing = new Set<Need>(['place', 'values']);
const listeners = new Set<() => void>();
let isShown = false;

/** Notes that one of the two is there; after both, and a painted frame, what came first is taken as shown. */
export function noteThere(need: Need): void {
  if (!missing.delete(need) || missing.size > 0) return;
  afterPaint(() => {
    isShown = true;
    for (const listener of listeners) listener();
    listeners.clear();
  }, longestStartMs);
}

/** Runs once, when it is shown or at once where it was. */
export function whenFirstShown(run: () => void): void {
  if (isShown) run();
  else listeners.add(run);
}

/** True once something was shown, and from then on. */
export function useFirstShown(): boolean {
  return useSyncExternalStore(subscribe, () => isShown);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
