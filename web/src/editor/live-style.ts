// Markdown that looks like what it means: headings, quotes, code and tables by their lines, boxes to check, attached pictures
// below their lines, handles and names. Only what is in sight is looked at, and the text itself stays as it was typed.
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view';
import { attachedPicture } from '../app/attached-picture.ts';
import { toggled } from './text-edits.ts';

const lineClasses: Readonly<Record<string, string>> = {
  ATXHeading1: 'md-heading md-heading-1',
  SetextHeading1: 'md-heading md-heading-1',
  ATXHeading2: 'md-heading md-heading-2',
  SetextHeading2: 'md-heading md-heading-2',
  ATXHeading3: 'md-heading',
  ATXHeading4: 'md-heading',
  ATXHeading5: 'md-heading',
  ATXHeading6: 'md-heading',
  Blockquote: 'md-quote',
  FencedCode: 'md-code',
  CodeBlock: 'md-code',
  Table: 'md-table',
};
const handle = Decoration.mark({ class: 'md-handle' });
const mention = Decoration.mark({ class: 'md-mention' });
const handles = /(?<![\w/-])(?:IDEA|STORY|TASK)-[1-9]\d{0,8}(?![\w-])/g;

class Box extends WidgetType {
  readonly isChecked: boolean;

  constructor(isChecked: boolean) {
    super();
    this.isChecked = isChecked;
  }

  override eq(other: Box): boolean {
    return other.isChecked === this.isChecked;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'md-box';
    box.checked = this.isChecked;
    // Its key is the editor's own: a step of Tab in the middle of a text would be a trap.
    box.tabIndex = -1;
    box.setAttribute('aria-label', this.isChecked ? 'Done' : 'Not done');
    box.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const line = view.state.doc.lineAt(view.posAtDOM(box));
      view.dispatch({ changes: toggled(line.text, line.from), userEvent: 'input.check' });
    });
    // The text says whether it is checked; the browser must not.
    box.addEventListener('click', (event) => event.preventDefault());
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

class Picture extends WidgetType {
  readonly address: string;

  constructor(address: string) {
    super();
    this.address = address;
  }

  override eq(other: Picture): boolean {
    return other.address === this.address;
  }

  override toDOM(view: EditorView): HTMLElement {
    const picture = document.createElement('img');
    picture.className = 'md-picture';
    picture.alt = '';
    picture.addEventListener('load', () => view.requestMeasure());
    picture.src = this.address;
    return picture;
  }
}

/** `names`: the members as they are mentioned. */
export function liveStyle(names: () => readonly string[]) {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = decorationsOf(view, names());
      }

      update(update: ViewUpdate): void {
        const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state);
        if (update.docChanged || update.viewportChanged || isParsed) this.decorations = decorationsOf(update.view, names());
      }
    },
    {
      decorations: (plugin) => plugin.decorations,
      provide: (plugin) => EditorView.atomicRanges.of((view) => boxesAmong(view.plugin(plugin)?.decorations)),
    },
  );
}

/** The caret steps over a box as over one sign. */
function boxesAmong(all: DecorationSet | undefined): DecorationSet {
  return all === undefined ? Decoration.none : all.update({ filter: (_from, _to, one) => one.spec['widget'] instanceof Box });
}

function decorationsOf(view: EditorView, names: readonly string[]): DecorationSet {
  const found: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    markLines(view.state, from, to, found);
    markWords(view.state, from, to, names, found);
  }
  return Decoration.set(found, true);
}

function markLines(state: EditorState, from: number, to: number, found: Range<Decoration>[]): void {
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      const look = lineClasses[node.name];
      if (look !== undefined) {
        const last = state.doc.lineAt(Math.min(node.to, to)).number;
        for (let number = state.doc.lineAt(Math.max(node.from, from)).number; number <= last; number += 1)
          found.push(Decoration.line({ class: look }).range(state.doc.line(number).from));
      }
      if (node.name === 'TaskMarker') {
        const isChecked = state.sliceDoc(node.from + 1, node.from + 2) !== ' ';
        found.push(Decoration.replace({ widget: new Box(isChecked) }).range(node.from, node.to));
      }
      if (node.name === 'Image') {
        const address = /\]\(([^()\s]+)\)$/.exec(state.sliceDoc(node.from, node.to))?.[1] ?? '';
        if (attachedPicture.test(address))
          found.push(Decoration.widget({ widget: new Picture(address), side: 1 }).range(node.to));
      }
    },
  });
}

function markWords(state: EditorState, from: number, to: number, names: readonly string[], found: Range<Decoration>[]): void {
  const text = state.sliceDoc(from, to);
  for (const { index, 0: words } of text.matchAll(handles)) found.push(handle.range(from + index, from + index + words.length));
  if (!text.includes('@')) return;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const after = text.slice(at + 1, at + 1 + 120).toLowerCase();
    const name = names.find((one) => after.startsWith(one.toLowerCase()));
    if (name !== undefined) found.push(mention.range(from + at, from + at + 1 + name.length));
  }
}
