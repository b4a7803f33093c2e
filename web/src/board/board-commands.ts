// What can be done on a board: walk its columns, choose cards, and move the chosen ones a column on.
import type { CommandSet } from '../ui/command.ts';

export interface BacklogLayoutContext {
  readonly isBoard: boolean;
  readonly toggle: () => void;
}

/** In the backlog, whichever way it is shown. */
export const backlogCommands: CommandSet<BacklogLayoutContext> = {
  name: 'Backlog',
  scope: 'place',
  commands: [
    {
      id: 'backlog.layout',
      name: ({ isBoard }) => (isBoard ? 'Show as a list' : 'Show as a board'),
      keys: ['v'],
      words: 'view layout list board kanban columns',
      run: ({ toggle }) => toggle(),
    },
  ],
};

export interface BoardContext {
  /** Whether the arrows are the board's: nothing else has the focus. */
  readonly hasArrows: boolean;
  readonly walk: (way: 'left' | 'right' | 'up' | 'down') => void;
  /** Absent where there is no card to act on. */
  readonly open?: () => void;
  readonly openPage?: () => void;
  readonly peek?: () => void;
  readonly select?: { readonly toggle: () => void; readonly all: () => void; readonly clear: (() => void) | null };
}

const walking = 'It moves from card to card.';

export const boardCommands: CommandSet<BoardContext> = {
  name: 'Board',
  scope: 'list',
  commands: [
    { id: 'board.down', name: 'Next card', keys: ['j'], notInPalette: walking, run: ({ walk }) => walk('down') },
    { id: 'board.up', name: 'Previous card', keys: ['k'], notInPalette: walking, run: ({ walk }) => walk('up') },
    ...(['left', 'right', 'down', 'up'] as const).map((way) => ({
      id: `board.arrow_${way}`,
      name: `Card ${way}`,
      keys: [`Arrow${way.charAt(0).toUpperCase()}${way.slice(1)}`],
      notInPalette: walking,
      when: ({ hasArrows }: BoardContext) => hasArrows,
      run: ({ walk }: BoardContext) => walk(way),
    })),
    { id: 'board.open', name: 'Open', keys: ['Enter'], when: ({ open }) => open !== undefined, run: ({ open }) => open?.() },
    {
      id: 'board.open_page',
      name: 'Open its page',
      keys: ['Shift+Enter'],
      when: ({ openPage }) => openPage !== undefined,
      run: ({ openPage }) => openPage?.(),
    },
    { id: 'board.peek', name: 'Peek', keys: ['Space'], when: ({ peek }) => peek !== undefined, run: ({ peek }) => peek?.() },
    {
      id: 'board.select',
      name: 'Select',
      keys: ['x'],
      when: ({ select }) => select !== undefined,
      run: ({ select }) => select?.toggle(),
    },
    {
      id: 'board.select_all',
      name: 'Select all that are shown',
      keys: ['$mod+a'],
      when: ({ select, hasArrows }) => select !== undefined && hasArrows,
      run: ({ select }) => select?.all(),
    },
    {
      id: 'board.clear',
      name: 'Clear the selection',
      keys: ['Escape'],
      when: ({ select }) => select?.clear != null,
      run: ({ select }) => select?.clear?.(),
    },
  ],
};

export interface BoardMoveContext {
  /** Absent where the chosen cards may not be moved that way. */
  readonly moveLeft?: () => void;
  readonly moveRight?: () => void;
}

/** Moving what is chosen from column to column. */
export const boardMoveCommands: CommandSet<BoardMoveContext> = {
  name: 'Board',
  scope: 'thing',
  commands: [
    {
      id: 'board.move_left',
      name: 'Move a column to the left',
      keys: ['Alt+ArrowLeft'],
      words: 'step back',
      when: ({ moveLeft }) => moveLeft !== undefined,
      run: ({ moveLeft }) => moveLeft?.(),
    },
    {
      id: 'board.move_right',
      name: 'Move a column to the right',
      keys: ['Alt+ArrowRight'],
      words: 'step on next',
      when: ({ moveRight }) => moveRight !== undefined,
      run: ({ moveRight }) => moveRight?.(),
    },
  ],
};
