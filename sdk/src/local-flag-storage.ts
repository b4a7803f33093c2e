/** Keeps the last good copy in the browser's local storage. */
import type { FlagStorage } from './flags.ts';

/** Null where there is none: in Node, and where the browser allows none to this page. */
export function localFlagStorage(name: string): FlagStorage | null {
  try {
    // Node has none, or one that it warns about; only a page that is shown has a document.
    if (!('document' in globalThis)) return null;
    const { localStorage } = globalThis;
    return { read: () => localStorage.getItem(name), write: (text) => localStorage.setItem(name, text) };
  } catch {
    return null;
  }
}
