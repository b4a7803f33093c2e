// What the editor's keys and menus do to a text, as plain functions of text and places. No state.

export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export interface Edited extends Replacement {
  /** The selection afterwards, in the text afterwards. */
  readonly anchor: number;
  readonly head: number;
}

/** Puts signs around the selection, or takes them away where they are; `text` is the whole, from `from` to `to` selected. */
export function wrapped(text: string, from: number, to: number, sign: string): Edited {
  const { length } = sign;
  const inside = text.slice(from, to);
  if (text.slice(from - length, from) === sign && text.slice(to, to + length) === sign) {
    return { from: from - length, to: to + length, insert: inside, anchor: from - length, head: to - length };
  }
  return { from, to, insert: `${sign}${inside}${sign}`, anchor: from + length, head: to + length };
}

const checkbox = /^(\s*(?:>\s?)*(?:[-*+]|\d+[.)])\s+)\[([ xX])\]/;

/** Where the checkbox of a line of a checklist stands, from the line's beginning; null where it has none. */
export function checkboxIn(line: string): { readonly at: number; readonly isChecked: boolean } | null {
  const found = checkbox.exec(line);
  return found === null ? null : { at: found[1]?.length ?? 0, isChecked: found[2] !== ' ' };
}

/** Checks or unchecks a line that begins at `start`; a line without a checkbox gets an empty one. */
export function toggled(line: string, start: number): Replacement {
  const box = checkboxIn(line);
  if (box !== null) {
    const at = start + box.at + 1;
    return { from: at, to: at + 1, insert: box.isChecked ? ' ' : 'x' };
  }
  const item = /^(\s*(?:[-*+]|\d+[.)])\s+)/.exec(line)?.[1];
  const at = start + (item ?? /^\s*/.exec(line)?.[0] ?? '').length;
  return { from: at, to: at, insert: item === undefined ? '- [ ] ' : '[ ] ' };
}

/** The address that is all of a pasted text; null where it is more or none. */
export function addressIn(pasted: string): string | null {
  const text = pasted.trim();
  if (!/^(https?:\/\/|mailto:)\S+$/i.test(text) || !URL.canParse(text)) return null;
  // Only these would end the link early.
  return text.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** A link from a selection; null where the selection is no words for one. */
export function linked(words: string, address: string): string | null {
  return words.trim() === '' || words.includes('\n') || addressIn(words) !== null
    ? null
    : `[${words.replaceAll(/[[\]]/g, '\\$&')}](${address})`;
}

/** The Markdown of an attached file: a picture as itself, anything else by its name. */
export function attachedMarkdown(name: string, type: string, id: string): string {
  const words = name.replaceAll(/[[\]\\]/g, '\\$&');
  return `${type.startsWith('image/') ? '!' : ''}[${words}](/api/v1/files/${id})`;
}

export interface Piece {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** What is put in; the caret goes to `caret` units from its beginning. */
  readonly text: string;
  readonly caret: number;
}

const table = '| Column | Column |\n| --- | --- |\n|  |  |\n';

/** What `/` offers, besides a picture. */
export const pieces: readonly Piece[] = [
  { id: 'heading', label: 'Heading', detail: '##', text: '## ', caret: 3 },
  { id: 'list', label: 'List', detail: '-', text: '- ', caret: 2 },
  { id: 'checklist', label: 'Checklist', detail: '- [ ]', text: '- [ ] ', caret: 6 },
  { id: 'table', label: 'Table', detail: '| |', text: table, caret: 2 },
  { id: 'code', label: 'Code', detail: '```', text: '```\n\n```\n', caret: 4 },
  { id: 'quote', label: 'Quote', detail: '>', text: '> ', caret: 2 },
];
