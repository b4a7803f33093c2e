// The notepad of last words in the storage of a browser, where writing is done at once.
import type { Notepad } from './last-words.ts';

const beginning = 'shortlist-last-words ';

/** `storageOf` may throw: where storage is forbidden or full, nothing is noted, and the disk alone keeps what it can. */
export function notepadIn(storageOf: () => Storage): Notepad {
  return {
    read: () => {
      try {
        const storage = storageOf();
        const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
        return names
          .filter((name) => name.startsWith(beginning))
          .map((name) => [name.slice(beginning.length), storage.getItem(name) ?? ''] as const);
      } catch {
        return [];
      }
    },
    write: (id, text) => {
      try {
        if (text === null) storageOf().removeItem(beginning + id);
        else storageOf().setItem(beginning + id, text);
      } catch {
        // As above.
      }
    },
    onNoted: (run) => {
      if (typeof document === 'undefined') return;
      addEventListener('storage', ({ key, newValue }) => {
        if (key?.startsWith(beginning) === true && newValue !== null) run();
      });
    },
  };
}
