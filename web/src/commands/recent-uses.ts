// What was chosen in the palette lately, kept by this browser.
import { readPreference, writePreference } from '../ui/preference.ts';

const name = 'palette-uses';
const most = 40;

/** Ids, the one used last first. */
export function recentUses(): readonly string[] {
  return (readPreference(name) ?? '').split('\n').filter(Boolean);
}

/** Keeps that it was used just now. */
export function noteUse(id: string): void {
  writePreference(name, [id, ...recentUses().filter((other) => other !== id)].slice(0, most).join('\n'));
}
