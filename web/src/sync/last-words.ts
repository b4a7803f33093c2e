// Commands that were given in the moment in which their page was left, when the disk would not finish: kept where writing is
// done at once, until a page has put them on the disk (docs/feed-spec.md 11.7).
import type { QueuedCommand } from './kept-queue.ts';

/**
 * Writes at once, and is shared by the tabs of a browser. Each note is a leaf of its own: tabs that write in the same moment see each
 * other's writing late, and nobody writes over what another has noted.
 */
export interface Notepad {
  /** The notes by their ids, in any order. */
  readonly read: () => readonly (readonly [id: string, text: string])[];
  /** Null takes the note away. */
  readonly write: (id: string, text: string | null) => void;
  /** Calls `run` when another tab has written something there. */
  readonly onNoted: (run: () => void) => void;
}

/** What stands there, in the order in which it was given, as ids of commands are. What cannot be read is nothing. */
export function lastWords(notepad: Notepad): readonly QueuedCommand[] {
  return notepad
    .read()
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, text]) => readNote(text));
}

export function noteLastWords(notepad: Notepad, commands: readonly QueuedCommand[]): void {
  for (const command of commands) notepad.write(command.id, JSON.stringify(command));
}

export function strikeLastWords(notepad: Notepad, ids: ReadonlySet<string>): void {
  for (const [id] of notepad.read()) if (ids.has(id)) notepad.write(id, null);
}

function readNote(text: string): readonly QueuedCommand[] {
  try {
    // Written above and nowhere else.
    return [JSON.parse(text) as QueuedCommand];
  } catch {
    return [];
  }
}
