// The editor in its frame: with the people and things it can name, the files it takes, and its keys.
import { nameRanking } from '@shortlist/domain/search/name-rank.ts';
import { useCallback, useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import { SendingList } from '../attachment/SendingList.tsx';
import { useAttach } from '../attachment/use-attach.ts';
import { everyEntity, type FoundEntity } from '../commands/entity-index.ts';
import { readNow, useAll } from '../sync/use-store.ts';
import { FieldFrame, type FieldWiring } from '../ui/FieldFrame.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { editorCommands } from './editor-commands.ts';
import type { MarkdownFieldProps } from './MarkdownField.tsx';
import styles from './MarkdownField.module.css';
import type { Editor, EditorHost, EditorOptions } from './open-editor.ts';
import { attachedMarkdown } from './text-edits.ts';

const mostThings = 8;

export interface LiveEditorProps extends Omit<MarkdownFieldProps, 'onLeave' | 'onKeyDown' | 'takesFocus'> {
  readonly open: (options: EditorOptions) => Editor;
  readonly selection: readonly [anchor: number, head: number] | null;
  /** Typing had begun in the plain field. */
  readonly isTyping: boolean;
}

export function LiveEditor(props: LiveEditorProps) {
  const { label, hideLabel = false, hint, error, maxLength, subjectId, rows = 2 } = props;
  const [isTooLong, setTooLong] = useState(false);
  const editor = useRef<Editor>(null);
  const keepEditor = useCallback((opened: Editor | null) => {
    editor.current = opened;
  }, []);
  const chooser = useRef<HTMLInputElement>(null);
  const { sending, attach, dismiss } = useAttach(subjectId ?? '');
  const members = useAll('member');
  const [rank] = useState(() => nameRanking<FoundEntity>());
  const takeFiles = (files: readonly File[]) => {
    const put = editor.current?.placeForWords();
    attach(files, ({ name, type, id }) => put?.(`${attachedMarkdown(name, type, id)}\n`));
  };
  const host: EditorHost = {
    onChange: (text) => {
      setTooLong(false);
      props.onChange(text);
    },
    onTooLong: () => setTooLong(true),
    onFiles: subjectId === undefined ? null : takeFiles,
    people: () => members.filter(({ removedAt }) => removedAt === null),
    things: (typed) =>
      rank(readNow(everyEntity), typed, [], mostThings)
        .map(({ entry }) => entry)
        .filter(({ handle }) => handle !== ''),
    askForFile: subjectId === undefined ? null : () => askForFile(chooser.current),
  };
  useCommands(editorCommands, () => {
    const { current } = editor;
    return current?.control.caret() == null ? null : { editor: current };
  });
  const tooLong = `At most ${maxLength.toLocaleString('en')} characters go in here. What came last was left out.`;
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={isTooLong ? tooLong : error}>
      {(wiring) => (
        // A length that the theme of the editor reads.
        <div className={styles.frame} style={{ '--rows': rows } as CSSProperties}>
          <EditorElement {...props} host={host} wiring={wiring} onOpen={keepEditor} />
          {subjectId !== undefined && (
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              aria-label="Files to put in"
              onChange={(event) => {
                delete event.target.dataset['choosing'];
                takeFiles([...(event.target.files ?? [])]);
                // So that the same file can be chosen again.
                event.target.value = '';
              }}
            />
          )}
          <SendingList sending={sending} onDismiss={dismiss} />
        </div>
      )}
    </FieldFrame>
  );
}

/** Choosing takes the focus away, and is no leaving. */
function askForFile(chooser: HTMLInputElement | null): void {
  if (chooser === null) return;
  chooser.dataset['choosing'] = '';
  chooser.addEventListener('cancel', () => delete chooser.dataset['choosing'], { once: true });
  chooser.click();
}

interface EditorElementProps extends LiveEditorProps {
  readonly host: EditorHost;
  readonly wiring: FieldWiring;
  /** Null when it is closed again. */
  readonly onOpen: (editor: Editor | null) => void;
}

function EditorElement({
  open,
  selection,
  isTyping,
  value,
  label,
  placeholder = '',
  maxLength,
  checkedAs,
  host,
  wiring,
  onOpen,
}: EditorElementProps) {
  const element = useRef<HTMLDivElement>(null);
  const opened = useRef<Editor>(null);
  const latest = useRef(host);
  const known = useRef(value);
  useLayoutEffect(() => {
    latest.current = host;
  });
  const attributes = attributesOf(label, wiring, checkedAs);
  const written = JSON.stringify(attributes);
  const first = useRef({ open, selection, isTyping, text: value, attributes, placeholder, maxLength });
  useLayoutEffect(() => {
    const parent = element.current;
    if (parent === null) return undefined;
    const made = first.current.open({ ...first.current, parent, host: () => latest.current });
    opened.current = made;
    onOpen(made);
    return () => {
      onOpen(null);
      made.close();
    };
  }, [onOpen]);
  useLayoutEffect(() => {
    // Our own object, written a line above.
    opened.current?.describe(JSON.parse(written) as Record<string, string>);
  }, [written]);
  useLayoutEffect(() => {
    opened.current?.take(value, known.current);
    known.current = value;
  }, [value]);
  return <div ref={element} className={styles.editor} data-markdown-editor="" />;
}

function attributesOf(label: string, wiring: FieldWiring, checkedAs: string | undefined): Record<string, string> {
  const describedBy = wiring['aria-describedby'];
  return {
    id: wiring.id,
    'aria-label': label,
    ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
    ...(wiring['aria-invalid'] === true && { 'aria-invalid': 'true' }),
    ...(checkedAs !== undefined && { 'data-check': checkedAs }),
  };
}
