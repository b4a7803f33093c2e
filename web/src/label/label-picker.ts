// What is being labelled just now. `LabelPickerHost` draws it, once a page.

export interface Labelled {
  readonly ids: readonly string[];
  /** As a sentence names them: "STORY-3", "4 items". */
  readonly name: string;
}

let picking: Labelled | null = null;
const listeners = new Set<() => void>();

/** Asks which labels these should have; null closes it. */
export function pickLabels(subjects: Labelled | null): void {
  picking = subjects;
  for (const listener of listeners) listener();
}

export function currentPick(): Labelled | null {
  return picking;
}

/** Calls the listener when it opens or closes. */
export function onPickChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
