// The words of what was found: its kind, and where it stands when that is not open.
import type { Tone } from '../ui/Badge.tsx';
import type { Hit } from './local-texts.ts';

export const hitWords: Readonly<Record<Hit['type'], string>> = {
  idea: 'Idea',
  story: 'Story',
  task: 'Task',
  criterion: 'Criterion',
  text: 'Text',
  evidence: 'Evidence',
  person: 'Person',
};

/** Null while it is open. */
export const standingWords: Readonly<Record<Hit['standing'], { readonly word: string; readonly tone: Tone } | null>> = {
  open: null,
  refined: { word: 'Refined', tone: 'accent' },
  rejected: { word: 'Rejected', tone: 'plain' },
  merged: { word: 'Merged', tone: 'plain' },
  done: { word: 'Done', tone: 'good' },
  dropped: { word: 'Given up', tone: 'plain' },
};
