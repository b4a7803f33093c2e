// What can be done in a text that is being edited, besides typing. Its `/`, `@` and `#` are typed, and so no keys.
import type { CommandSet } from '../ui/command.ts';
import type { Editor } from './open-editor.ts';

export interface EditorContext {
  /** The one that has the focus. */
  readonly editor: Pick<Editor, 'mark' | 'check'>;
}

export const editorCommands: CommandSet<EditorContext> = {
  name: 'Text',
  scope: 'thing',
  commands: [
    {
      id: 'text.bold',
      name: 'Bold',
      keys: ['$mod+b'],
      words: 'strong markdown',
      run: ({ editor }) => editor.mark('bold'),
    },
    {
      id: 'text.italic',
      name: 'Italic',
      keys: ['$mod+i'],
      words: 'emphasis markdown',
      run: ({ editor }) => editor.mark('italic'),
    },
    {
      id: 'text.check',
      name: 'Check or uncheck the line',
      keys: ['$mod+Shift+Enter'],
      words: 'checklist box todo done',
      run: ({ editor }) => editor.check(),
    },
  ],
};
