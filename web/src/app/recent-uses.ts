// What was chosen in the palette, found or opened lately, kept by this browser: it is likelier to be meant again.
import { useEffect } from 'react';
import { readPreference, writePreference } from '../ui/preference.ts';

const name = 'palette-uses';
const most = 80;

/** Ids, the one used last first. */
export function recentUses(): readonly string[] {
  return (readPreference(name) ?? '').split('\n').filter(Boolean);
}

/** Keeps that it was used just now. */
export function noteUse(id: string): void {
  writePreference(name, [id, ...recentUses().filter((other) => other !== id)].slice(0, most).join('\n'));
}

/** Keeps that the thing was opened, once for each time its page or panel is. */
export function useNoteUse(id: string): void {
  useEffect(() => noteUse(id), [id]);
}
