// A field for Markdown. A plain field stands in until the editor is there, which is fetched when a text is first edited; they
// change places between two presses of a key, with text, selection and focus, so that none is lost.
import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { FieldWords } from '../ui/FieldFrame.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { LiveEditor } from './LiveEditor.tsx';
import type { Editor, EditorOptions } from './open-editor.ts';

interface EditorModule {
  readonly openEditor: (options: EditorOptions) => Editor;
}

let loaded: EditorModule | null = null;
let loading: Promise<EditorModule> | null = null;

/** Fetches the editor once; a fetch that failed is tried again the next time. */
async function load(): Promise<EditorModule> {
  loading ??= import('./open-editor.ts');
  try {
    loaded = await loading;
    return loaded;
  } catch (error) {
    loading = null;
    throw error;
  }
}

export interface MarkdownFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The focus has gone elsewhere. */
  readonly onLeave?: () => void;
  /** Keys that mean the text as a whole; those that the editor needs itself do not come here. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly placeholder?: string | undefined;
  /** Lines shown when empty; it grows with its text. */
  readonly rows?: number;
  readonly maxLength: number;
  /** To what pasted and dropped files are attached; without it, none are taken. */
  readonly subjectId?: string;
  /** The field of the problem check that it is; see `checked-fields.ts`. */
  readonly checkedAs?: string | undefined;
  /** Takes the focus when it is shown, with the caret at the end. */
  readonly takesFocus?: boolean;
}

interface Live {
  readonly module: EditorModule;
  /** Null where it is not to take the focus. */
  readonly selection: readonly [anchor: number, head: number] | null;
  readonly isTyping: boolean;
}

export function MarkdownField({ onLeave, onKeyDown, takesFocus = false, ...rest }: MarkdownFieldProps) {
  const { value } = rest;
  const frame = useRef<HTMLDivElement>(null);
  const changesPlaces = useRef(false);
  const isTyping = useRef(false);
  const [live, setLive] = useState<Live | null>(() =>
    loaded === null ? null : { module: loaded, selection: takesFocus ? [value.length, value.length] : null, isTyping: false },
  );
  const area = () => frame.current?.querySelector('textarea') ?? null;
  useLayoutEffect(() => {
    if (!takesFocus) return;
    const field = area();
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [takesFocus]);

  const change = (module: EditorModule) => {
    const field = area();
    if (field === null) return;
    const hasFocus = document.activeElement === field;
    changesPlaces.current = true;
    const selection = hasFocus ? ([field.selectionStart, field.selectionEnd] as const) : null;
    flushSync(() => setLive({ module, selection, isTyping: isTyping.current }));
    changesPlaces.current = false;
  };
  const isComposing = useComposition(frame);
  const fetchEditor = () => {
    load().then(
      async (module) => {
        await isComposing();
        change(module);
      },
      // Without a network the plain field goes on; the next focus tries again.
      () => undefined,
    );
  };
  const leave = (event: FocusEvent) => {
    const isWithin = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!isWithin && !changesPlaces.current && !choosesFile()) onLeave?.();
  };
  const choosesFile = () => frame.current?.querySelector('[data-choosing]') != null;
  return (
    // Keys and focus of the field in it, whichever that is.
    <div
      ref={frame}
      onBlur={leave}
      onKeyDown={(event) => {
        if (!event.defaultPrevented && !event.nativeEvent.isComposing) onKeyDown?.(event);
      }}
    >
      {live === null ? (
        <StandIn
          {...rest}
          onFocus={fetchEditor}
          onChange={(text) => {
            isTyping.current = true;
            rest.onChange(text);
          }}
        />
      ) : (
        <LiveEditor {...rest} open={live.module.openEditor} selection={live.selection} isTyping={live.isTyping} />
      )}
    </div>
  );
}

type StandInProps = Omit<MarkdownFieldProps, 'onLeave' | 'onKeyDown' | 'takesFocus'> & { readonly onFocus: () => void };

function StandIn({ onChange, checkedAs, subjectId: _subjectId, ...rest }: StandInProps) {
  return <TextAreaField {...rest} data-check={checkedAs} onChange={(event) => onChange(event.target.value)} />;
}

/** Resolves when nothing is being composed, as with an input method: a field must not go away under it. */
function useComposition(frame: { readonly current: HTMLElement | null }): () => Promise<void> {
  const composing = useRef(false);
  useEffect(() => {
    const element = frame.current;
    const begin = () => (composing.current = true);
    const end = () => (composing.current = false);
    element?.addEventListener('compositionstart', begin);
    element?.addEventListener('compositionend', end);
    return () => {
      element?.removeEventListener('compositionstart', begin);
      element?.removeEventListener('compositionend', end);
    };
  }, [frame]);
  return async () => {
    if (!composing.current) return;
    await new Promise((resolve) => frame.current?.addEventListener('compositionend', resolve, { once: true }));
  };
}
