// A field of text as those see it who select, mark or mend its words: a field of the browser's own, or an editor that has made
// itself known by its element.

/** Half open, in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface TextControl {
  readonly element: HTMLElement;
  readonly length: () => number;
  readonly text: () => string;
  readonly slice: (start: number, end: number) => string;
  /** Where the caret stands; null while the field does not have it. */
  readonly caret: () => number | null;
  /** Takes the focus as well. */
  readonly select: (start: number, end: number) => void;
  /** Puts a text in the place of what is there as if it were typed: the field's own saving and undoing go on as ever. */
  readonly type: (text: string) => void;
  /** The boxes of each span on the screen, in CSS pixels of the window; none of what is scrolled out of sight. */
  readonly boxesOf: (spans: readonly TextSpan[]) => readonly (readonly DOMRect[])[];
}

const editors = new WeakMap<Element, TextControl>();

/** Told by an editor at its element, bubbling, whenever its text has changed; a field of the browser's own says `input`. */
export const textTyped = 'shortlist-text';

/** An editor says what it is. Its element's end is its own. */
export function makeKnown(control: TextControl): void {
  editors.set(control.element, control);
}

/** The editor of an element; null where it is none. */
export function editorOf(element: Element): TextControl | null {
  return editors.get(element) ?? null;
}
