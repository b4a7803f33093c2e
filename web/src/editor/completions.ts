// What is offered while typing: people after @, things with a handle after #, pieces of Markdown after /.
import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionStatus,
  moveCompletionSelection,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import { keymap, type Command, type EditorView } from '@codemirror/view';
import { mentionAt, peopleFor } from './mention-at.ts';
import { pieces } from './text-edits.ts';

export interface Offers {
  readonly people: () => readonly { readonly id: string; readonly name: string }[];
  /** The likeliest first, at most a handful. */
  readonly things: (typed: string) => readonly { readonly handle: string; readonly name: string }[];
  /** Asks for a file to put in; null where none can be attached. */
  readonly askForFile: (() => void) | null;
}

/** `offers` is asked anew each time. */
export function completions(offers: () => Offers): Extension {
  /** What is offered goes along with every letter at once; asked for anew, an Enter right after a letter would find nothing. */
  const offered = (context: CompletionContext): CompletionResult | null => {
    for (const source of [forPeople, forThings, forPieces]) {
      const result = source(context, offers());
      if (result !== null) return { ...result, update: (_result, _from, _to, next) => offered(next) };
    }
    return null;
  };
  return [
    autocompletion({
      override: [offered],
      icons: false,
      defaultKeymap: false,
      interactionDelay: 0,
      activateOnTypingDelay: 0,
    }),
    Prec.highest(keymap.of(offerKeys)),
  ];
}

/** Offers what was begun before the editor was there. */
export function offerNow(view: EditorView): void {
  startCompletion(view);
}

/** The library's own keys work while it still looks for something to offer, too: Esc right after a letter would be swallowed. */
const whileOffered =
  (run: Command): Command =>
  (view) =>
    completionStatus(view.state) === 'active' && run(view);
const offerKeys = [
  { key: 'ArrowDown', run: whileOffered(moveCompletionSelection(true)) },
  { key: 'ArrowUp', run: whileOffered(moveCompletionSelection(false)) },
  { key: 'Enter', run: whileOffered(acceptCompletion) },
  { key: 'Tab', run: whileOffered(acceptCompletion) },
  { key: 'Escape', run: whileOffered(closeCompletion) },
];

function forPeople({ state, pos }: CompletionContext, { people }: Offers): CompletionResult | null {
  const line = state.doc.lineAt(pos);
  const naming = mentionAt(line.text, pos - line.from);
  if (naming === null) return null;
  const found = peopleFor(people(), naming.typed);
  return offer(
    line.from + naming.start,
    found.map(({ name }) => ({ label: name, apply: `@${name} ` })),
  );
}

function forThings({ state, pos }: CompletionContext, { things }: Offers): CompletionResult | null {
  const line = state.doc.lineAt(pos);
  // A space after # makes a heading.
  const found = /(?:^|[^\w&#])#([\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+){0,3})$/u.exec(line.text.slice(0, pos - line.from));
  if (found === null) return null;
  const typed = found[1] ?? '';
  const options = things(typed).map(({ handle, name }) => ({ label: name, detail: handle, apply: `${handle} ` }));
  return offer(pos - typed.length - 1, options);
}

function forPieces({ state, pos }: CompletionContext, { askForFile }: Offers): CompletionResult | null {
  const line = state.doc.lineAt(pos);
  const found = /^\s*\/(\p{L}*)$/u.exec(line.text.slice(0, pos - line.from));
  if (found === null) return null;
  const typed = (found[1] ?? '').toLowerCase();
  const options: Completion[] = pieces.map(({ label, detail, text, caret }) => ({
    label,
    detail,
    apply: (view: EditorView, _completion: Completion, from: number, to: number) =>
      view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + caret }, userEvent: 'input.complete' }),
  }));
  if (askForFile !== null) {
    options.push({
      label: 'Picture or file',
      detail: '![ ]',
      apply: (view, _completion, from, to) => {
        view.dispatch({ changes: { from, to }, userEvent: 'input.complete' });
        askForFile();
      },
    });
  }
  return offer(
    pos - typed.length - 1,
    options.filter(({ label }) => label.toLowerCase().startsWith(typed)),
  );
}

/** The order is the source's own, so the library is not to sort again. */
function offer(from: number, options: readonly Completion[]): CompletionResult | null {
  return options.length === 0 ? null : { from, options, filter: false };
}
