// The editor itself, on the Markdown as it is typed. Loaded when a text is first edited; what is around it is MarkdownField.tsx.
import { history, historyKeymap, isolateHistory, standardKeymap } from '@codemirror/commands';
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand, markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import { EditorSelection, EditorState, StateEffect, StateField, Transaction, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { textChanges } from '@shortlist/domain/text/text-diff.ts';
import { mergeText } from '@shortlist/domain/text/text-merge.ts';
import { makeKnown, textTyped, type TextControl } from '../ui/text-control.ts';
import { completions, offerNow, type Offers } from './completions.ts';
import { adoptStyles, editorTheme, markdownLook } from './editor-styles.ts';
import { liveStyle } from './live-style.ts';
import { addressIn, linked, toggled, wrapped } from './text-edits.ts';

/** What the editor asks of the field around it, each time anew. */
export interface EditorHost extends Offers {
  readonly onChange: (text: string) => void;
  /** Takes pasted and dropped files; null where none can be attached. */
  readonly onFiles: ((files: readonly File[]) => void) | null;
  /** A change that would make the text too long was left out. */
  readonly onTooLong: () => void;
}

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** The selection to begin with, and whether to take the focus. */
  readonly selection: readonly [anchor: number, head: number] | null;
  /** Whether somebody is in the midst of typing: a name begun elsewhere is offered here. */
  readonly isTyping: boolean;
  /** Attributes of the element that is written in: its name, its description. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly host: () => EditorHost;
}

export interface Editor {
  readonly control: TextControl;
  /**
   * Takes over a text that came from outside, without moving the caret from the words it stands at; `before` is the one that
   * it was made of, since more may have been typed meanwhile. What the editor told itself changes nothing.
   */
  readonly take: (text: string, before: string) => void;
  /** Remembers the caret's place through whatever is typed meanwhile; the answer puts words there. */
  readonly placeForWords: () => (words: string) => void;
  readonly describe: (attributes: Readonly<Record<string, string>>) => void;
  readonly mark: (what: 'bold' | 'italic') => void;
  readonly check: () => void;
  readonly close: () => void;
}

/** A list goes on by Enter, and ends by Enter on an empty point. */
const listKeys = [
  { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
  { key: 'Backspace', run: deleteMarkupBackward },
];

let isStyled = false;

export function openEditor(options: EditorOptions): Editor {
  const { parent, text, selection, isTyping, attributes, placeholder: words, maxLength, host } = options;
  if (!isStyled) adoptStyles();
  isStyled = true;
  let described = attributes;
  /** What the host was told and has not given back yet, the oldest first. */
  let told: string[] = [text];
  const view = new EditorView({
    parent,
    doc: text,
    ...(selection !== null && { selection: EditorSelection.single(selection[0], selection[1]) }),
    extensions: [
      // Only \n ends a line, so that a \r that is there stays.
      EditorState.lineSeparator.of('\n'),
      EditorView.clipboardInputFilter.of((pasted) => pasted.replaceAll(/\r\n?/g, '\n')),
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      placeholder(words),
      // Without the library's own set-up, which carries HTML, CSS and JavaScript for what lies between tags.
      markdownLanguage.extension,
      syntaxHighlighting(markdownLook),
      liveStyle(() =>
        host()
          .people()
          .map(({ name }) => name),
      ),
      completions(host),
      keymap.of([...listKeys, ...historyKeymap, ...standardKeymap]),
      EditorView.contentAttributes.of(() => ({
        spellcheck: 'true',
        autocorrect: 'on',
        autocapitalize: 'sentences',
        ...described,
      })),
      atMost(maxLength, () => host().onTooLong()),
      pasting(host),
      places,
      editorTheme,
      EditorView.updateListener.of(({ docChanged, state, view: target }) => {
        if (!docChanged) return;
        const now = state.sliceDoc();
        told.push(now);
        host().onChange(now);
        target.contentDOM.dispatchEvent(new Event(textTyped, { bubbles: true }));
      }),
    ],
  });
  const control = controlOf(view);
  makeKnown(control);
  if (selection !== null) view.focus();
  if (selection !== null && isTyping) offerNow(view);
  return {
    control,
    take: (next, before) => {
      const place = told.lastIndexOf(next);
      if (place >= 0) {
        told = told.slice(place);
        return;
      }
      const now = view.state.sliceDoc();
      const changes = textChanges(now, mergeText(before, now, next));
      view.dispatch({ changes, annotations: Transaction.addToHistory.of(false), filter: false });
    },
    placeForWords: () => {
      const key = (placesGiven += 1);
      view.dispatch({ effects: notePlace.of({ key, at: view.state.selection.main.head }) });
      return (put) => {
        const at = view.state.field(places).get(key);
        if (at === undefined) return;
        view.dispatch({ changes: { from: at, insert: put }, effects: forgetPlace.of(key), userEvent: 'input.paste' });
      };
    },
    describe: (next) => {
      described = next;
      view.dispatch({});
    },
    mark: (what) => {
      const { from, to } = view.state.selection.main;
      const { anchor, head, ...changes } = wrapped(view.state.sliceDoc(), from, to, what === 'bold' ? '**' : '*');
      view.dispatch({ changes, selection: { anchor, head }, userEvent: 'input', annotations: isolateHistory.of('full') });
    },
    check: () => {
      const { doc, selection: selected } = view.state;
      const [first, last] = [doc.lineAt(selected.main.from).number, doc.lineAt(selected.main.to).number];
      const lines = Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index));
      view.dispatch({ changes: lines.map((line) => toggled(line.text, line.from)), userEvent: 'input.check' });
    },
    close: () => view.destroy(),
  };
}

function atMost(length: number, onTooLong: () => void): Extension {
  return EditorState.changeFilter.of((transaction) => {
    const isFine = transaction.newDoc.length <= length || transaction.newDoc.length <= transaction.startState.doc.length;
    if (!isFine) onTooLong();
    return isFine;
  });
}

/** Files are attached, and an address on selected words makes a link of them. */
function pasting(host: () => EditorHost): Extension {
  const takeFiles = (event: Event, files: FileList | undefined) => {
    const { onFiles } = host();
    if (files === undefined || files.length === 0 || onFiles === null) return false;
    event.preventDefault();
    // What is around the field takes files too.
    event.stopPropagation();
    onFiles([...files]);
    return true;
  };
  return EditorView.domEventHandlers({
    paste: (event, view) => {
      if (takeFiles(event, event.clipboardData?.files)) return true;
      const address = addressIn(event.clipboardData?.getData('text/plain') ?? '');
      const { from, to } = view.state.selection.main;
      const link = address === null || from === to ? null : linked(view.state.sliceDoc(from, to), address);
      if (link === null) return false;
      event.preventDefault();
      view.dispatch({
        changes: { from, to, insert: link },
        selection: { anchor: from + link.length },
        userEvent: 'input.paste',
        annotations: isolateHistory.of('full'),
      });
      return true;
    },
    drop: (event, view) => {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (event.dataTransfer?.files.length && at !== null) view.dispatch({ selection: { anchor: at } });
      return takeFiles(event, event.dataTransfer?.files);
    },
  });
}

let placesGiven = 0;
const notePlace = StateEffect.define<{ readonly key: number; readonly at: number }>();
const forgetPlace = StateEffect.define<number>();
const places = StateField.define<ReadonlyMap<number, number>>({
  create: () => new Map(),
  update: (known, { changes, effects }) => {
    const next = new Map([...known].map(([key, at]) => [key, changes.mapPos(at)]));
    for (const effect of effects) {
      if (effect.is(notePlace)) next.set(effect.value.key, effect.value.at);
      if (effect.is(forgetPlace)) next.delete(effect.value);
    }
    return next;
  },
});

function controlOf(view: EditorView): TextControl {
  const { contentDOM: element } = view;
  return {
    element,
    length: () => view.state.doc.length,
    text: () => view.state.sliceDoc(),
    slice: (start, end) => view.state.sliceDoc(start, Math.min(end, view.state.doc.length)),
    caret: () => (view.hasFocus ? view.state.selection.main.head : null),
    select: (start, end) => {
      view.focus();
      view.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true });
    },
    type: (next) => {
      view.focus();
      view.dispatch({ changes: textChanges(view.state.sliceDoc(), next), userEvent: 'input' });
    },
    boxesOf: (spans) => {
      const frame = view.scrollDOM.getBoundingClientRect();
      return spans.map(({ start, end }) => {
        if (end > view.state.doc.length || end < view.viewport.from || start > view.viewport.to) return [];
        const range = document.createRange();
        const [first, last] = [view.domAtPos(start), view.domAtPos(end)];
        range.setStart(first.node, first.offset);
        range.setEnd(last.node, last.offset);
        return [...range.getClientRects()].filter(
          ({ width, top, bottom }) => width > 0 && top >= frame.top - 1 && bottom <= frame.bottom + 1,
        );
      });
    },
  };
}
