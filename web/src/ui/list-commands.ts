// What can be done in every list: walk, select, open. The table; `use-list-commands.ts` says what it means in one list.
import type { CommandSet } from './command.ts';

export interface ListContext {
  /** Whether the arrows are the list's: they scroll a page and move in other parts. */
  readonly hasArrows: boolean;
  readonly hasFocus: boolean;
  readonly move: (by: number) => void;
  readonly toEnd: (end: 'first' | 'last') => void;
  /** Absent where rows cannot be selected, or there are none. */
  readonly select?: {
    readonly toggle: () => void;
    readonly extend: (by: 1 | -1) => void;
    readonly all: () => void;
    readonly clear: (() => void) | null;
  };
  readonly open?: () => void;
  readonly openPage?: () => void;
  readonly peek?: () => void;
}

const walking = 'It moves from row to row.';

export const listCommands: CommandSet<ListContext> = {
  name: 'List',
  scope: 'list',
  commands: [
    { id: 'list.next', name: 'Next', keys: ['j'], notInPalette: walking, run: ({ move }) => move(1) },
    { id: 'list.previous', name: 'Previous', keys: ['k'], notInPalette: walking, run: ({ move }) => move(-1) },
    {
      id: 'list.down',
      name: 'Next',
      keys: ['ArrowDown'],
      notInPalette: walking,
      when: ({ hasArrows }) => hasArrows,
      run: ({ move }) => move(1),
    },
    {
      id: 'list.up',
      name: 'Previous',
      keys: ['ArrowUp'],
      notInPalette: walking,
      when: ({ hasArrows }) => hasArrows,
      run: ({ move }) => move(-1),
    },
    {
      id: 'list.first',
      name: 'First',
      keys: ['Home'],
      notInPalette: walking,
      when: ({ hasFocus }) => hasFocus,
      run: ({ toEnd }) => toEnd('first'),
    },
    {
      id: 'list.last',
      name: 'Last',
      keys: ['End'],
      notInPalette: walking,
      when: ({ hasFocus }) => hasFocus,
      run: ({ toEnd }) => toEnd('last'),
    },
    { id: 'list.open', name: 'Open', keys: ['Enter'], when: ({ open }) => open !== undefined, run: ({ open }) => open?.() },
    {
      id: 'list.open_page',
      name: 'Open its page',
      keys: ['Shift+Enter'],
      when: ({ openPage }) => openPage !== undefined,
      run: ({ openPage }) => openPage?.(),
    },
    { id: 'list.peek', name: 'Peek', keys: ['Space'], when: ({ peek }) => peek !== undefined, run: ({ peek }) => peek?.() },
    {
      id: 'list.select',
      name: 'Select',
      keys: ['x'],
      when: ({ select }) => select !== undefined,
      run: ({ select }) => select?.toggle(),
    },
    {
      id: 'list.extend_down',
      name: 'Extend the selection down',
      keys: ['Shift+j'],
      notInPalette: walking,
      when: ({ select }) => select !== undefined,
      run: ({ select }) => select?.extend(1),
    },
    {
      id: 'list.extend_up',
      name: 'Extend the selection up',
      keys: ['Shift+k'],
      notInPalette: walking,
      when: ({ select }) => select !== undefined,
      run: ({ select }) => select?.extend(-1),
    },
    {
      id: 'list.select_all',
      name: 'Select all that are shown',
      keys: ['$mod+a'],
      // In a text field it is the field's own.
      when: ({ select, hasArrows }) => select !== undefined && hasArrows,
      run: ({ select }) => select?.all(),
    },
    {
      id: 'list.clear',
      name: 'Clear the selection',
      keys: ['Escape'],
      when: ({ select }) => select?.clear != null,
      run: ({ select }) => select?.clear?.(),
    },
  ],
};
