// What can be done everywhere.
import type { CommandSet } from '../ui/command.ts';
import { singleKeysOn, switchSingleKeys } from '../ui/keys.ts';
import { toggleSidebar } from '../ui/sidebar.ts';

export interface PageContext {
  readonly showKeys: () => void;
  readonly changeTheme: () => void;
  readonly undo: () => void;
}

/** On every page, the way in included. */
export const pageCommands: CommandSet<PageContext> = {
  name: 'Everywhere',
  scope: 'everywhere',
  commands: [
    {
      id: 'app.keys',
      name: 'All keys',
      keys: ['?'],
      words: 'shortcuts keyboard help',
      onFullScreen: true,
      run: ({ showKeys }) => showKeys(),
    },
    {
      id: 'app.theme',
      name: 'Theme: system, light, dark',
      keys: ['t'],
      words: 'colour mode',
      run: ({ changeTheme }) => changeTheme(),
    },
    { id: 'app.undo', name: 'Undo your last change', keys: ['$mod+z'], words: 'back revert', run: ({ undo }) => undo() },
    {
      id: 'app.single_keys',
      name: () => (singleKeysOn() ? 'Switch single keys off' : 'Switch single keys on'),
      words: 'shortcuts keyboard letters',
      run: () => switchSingleKeys(!singleKeysOn()),
    },
  ],
};

export interface MemberContext {
  readonly openPalette: () => void;
  readonly signOut: () => void;
}

/** On every page of somebody who is signed in. */
export const memberCommands: CommandSet<MemberContext> = {
  name: 'Everywhere',
  scope: 'everywhere',
  commands: [
    {
      id: 'app.palette',
      name: 'Find and do',
      keys: ['$mod+k'],
      notInPalette: 'It opens the palette.',
      run: ({ openPalette }) => openPalette(),
    },
    { id: 'app.sign_out', name: 'Sign out', words: 'log out leave', run: ({ signOut }) => signOut() },
  ],
};

export interface FrameContext {
  readonly mayCapture: boolean;
  readonly capture: () => void;
  readonly search: () => void;
  readonly mayRead: boolean;
  readonly goTo: (href: string) => void;
}

/** Wherever the sidebar is. */
export const frameCommands: CommandSet<FrameContext> = {
  name: 'Everywhere',
  scope: 'everywhere',
  commands: [
    {
      id: 'idea.capture',
      name: 'Capture an idea',
      keys: ['c'],
      words: 'new add create need problem',
      when: ({ mayCapture }) => mayCapture,
      run: ({ capture }) => capture(),
    },
    {
      id: 'app.search',
      name: 'Search everything',
      keys: ['/'],
      words: 'find words texts',
      run: ({ search }) => search(),
    },
    {
      id: 'go.to-clean-up',
      name: 'Flags to clean up',
      words: 'go place code remove zombie',
      when: ({ mayRead }) => mayRead,
      run: ({ goTo }) => goTo('/flags/to-clean-up'),
    },
    { id: 'app.sidebar', name: 'Show or hide the sidebar', keys: ['['], words: 'fold menu', run: toggleSidebar },
  ],
};

export interface FilterContext {
  readonly focus: () => void;
}

/** Wherever there is a filter. */
export const filterCommands: CommandSet<FilterContext> = {
  name: 'Everywhere',
  scope: 'everywhere',
  commands: [
    { id: 'place.filter', name: 'Filter this place', keys: ['Shift+f'], words: 'narrow find', run: ({ focus }) => focus() },
  ],
};
