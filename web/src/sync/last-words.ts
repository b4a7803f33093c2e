// Commands that were given in the moment in which their page was left, when the disk would not finish: kept where writing is
// done at once, until a page has put them on the disk (docs/feed-spec.md 11.7).
import type { QueuedCommand } from './kept-queue.ts';

/** Writes at once, and is shared by the tabs of a browser. */
export interface Notepad {
  readonly read: () => string | null;
  /** Null clears it. */
  readonly write: (text: string | null) => void;
  /** Calls `run` when another tab has written something there. */
  readonly onNoted: (run: () => void) => void;
}

/** What stands there, in the order in which it was given. What cannot be read is nothing. */
export function lastWords(notepad: Notepad): readonly QueuedCommand[] {
  try {
    // Written below and nowhere else.
    return JSON.parse(notepad.read() ?? '[]') as QueuedCommand[];
  } catch {
    return [];
  }
}

export function noteLastWords(notepad: Notepad, commands: readonly QueuedCommand[]): void {
  const there = lastWords(notepad);
  const ids = new Set(there.map(({ id }) => id));
  write(notepad, [...there, ...commands.filter(({ id }) => !ids.has(id))]);
}

export function strikeLastWords(notepad: Notepad, ids: ReadonlySet<string>): void {
  const there = lastWords(notepad);
  const left = there.filter(({ id }) => !ids.has(id));
  if (left.length < there.length) write(notepad, left);
}

function write(notepad: Notepad, commands: readonly QueuedCommand[]): void {
  notepad.write(commands.length === 0 ? null : JSON.stringify(commands));
}
