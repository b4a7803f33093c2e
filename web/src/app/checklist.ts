// Boxes to check in Markdown: where they stand in its source, and ticking one of them. No state.
import type MarkdownIt from 'markdown-it';

/** What comes before a box on the line of its list item; blanks, quotes, and the signs of the lists it is in. */
const box = /^([\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)+)\[([ xX])\](?=\s)/;
/** Characters of an item that name its box. */
const longestName = 120;

/**
 * Draws the boxes of list items as checkboxes. Each carries as `data-at` where its sign stands in the source, in UTF-16 units;
 * they are disabled unless `mayCheck` is true in what is rendered with.
 */
export function checklists(markdown: InstanceType<typeof MarkdownIt>): void {
  markdown.core.ruler.push('checklists', ({ tokens, src, env, Token }) => {
    const starts = lineStarts(src);
    for (const [index, item] of tokens.entries()) {
      const words = tokens[index + 2];
      const line = words?.map?.[0];
      if (item.type !== 'list_item_open' || tokens[index + 1]?.type !== 'paragraph_open' || words?.type !== 'inline') continue;
      const [first] = words.children ?? [];
      if (line === undefined || first?.type !== 'text' || !/^\[[ xX]\]\s/.test(first.content)) continue;
      const found = box.exec(src.slice(starts[line], starts[line + 1]));
      if (found === null) continue;
      const [, before = '', sign = ' '] = found;
      first.content = first.content.slice(3);
      const token = new Token('checkbox', 'input', 0);
      const name = words.content.slice(3).trim().slice(0, longestName);
      token.attrs = [
        ['type', 'checkbox'],
        ['data-at', String((starts[line] ?? 0) + before.length + 1)],
        ['aria-label', name === '' ? 'To do' : name],
        ...(sign === ' ' ? [] : [['checked', ''] as [string, string]]),
        ...(mayCheckIn(env) ? [] : [['disabled', ''] as [string, string]]),
      ];
      words.children?.unshift(token);
      item.attrJoin('class', 'task');
    }
  });
}

function mayCheckIn(environment: unknown): boolean {
  return typeof environment === 'object' && environment !== null && 'mayCheck' in environment && environment.mayCheck === true;
}

/** Where each line begins. The source has been given `\n` for every end of a line. */
function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return [...starts, source.length];
}

/**
 * The text with the sign of one box changed; null where there is no box any more. `at` counts every end of a line as one
 * unit, as the renderer does, so that what was typed with `\r\n` keeps it.
 */
export function checked(text: string, at: number, isChecked: boolean): string | null {
  const place = placeIn(text, at);
  if (text[place - 1] !== '[' || text[place + 1] !== ']' || !/[ xX]/.test(text[place] ?? '')) return null;
  return `${text.slice(0, place)}${isChecked ? 'x' : ' '}${text.slice(place + 1)}`;
}

function placeIn(text: string, at: number): number {
  let place = at;
  for (const { index } of text.matchAll(/\r\n/g)) {
    if (index >= place) break;
    place += 1;
  }
  return place;
}
