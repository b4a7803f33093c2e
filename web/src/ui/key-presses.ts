// What a key binding is, when an event means it, and how it is written for people. No state.
import { matchKeybindingPress, parseKeybinding } from 'tinykeys';

export interface KeyBinding {
  /** One press (`c`, `Shift+j`, `$mod+k`, `?`) or a sequence of them (`g p`). `$mod` is Cmd on a Mac, Ctrl elsewhere. */
  readonly keys: string;
  /** What it does, as the sheet of all keys says it. */
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Works while this answers true; always when absent. */
  readonly when?: () => boolean;
  /** Works in full-screen places too. */
  readonly onFullScreen?: boolean;
}

export type Presses = ReturnType<typeof parseKeybinding>;

const isMac = typeof navigator === 'object' && /Mac|iPhone|iPad/.test(navigator.platform);

/** The presses of a binding. A sign such as `?` or `[` is meant whatever Shift or AltGr a keyboard needs for it. */
export function pressesOf(keys: string): Presses {
  const parts = keys.split(' ').map((press) => {
    const sign = press.length === 1 && /[^\w]/.test(press);
    return sign ? `[Shift]+[Alt]+[Control]+(\\u{${press.codePointAt(0)?.toString(16) ?? ''}})` : press;
  });
  return parseKeybinding(parts.join(' '));
}

/** Whether the events, in order, are the first presses of a binding: all of them (`full`), some (`begun`) or not (`no`). */
export function matchPresses(presses: Presses, events: readonly KeyboardEvent[]): 'full' | 'begun' | 'no' {
  if (events.length > presses.length) return 'no';
  const matches = events.every((event, index) => {
    const press = presses[index];
    return press !== undefined && matchKeybindingPress(event, press);
  });
  if (!matches) return 'no';
  return events.length === presses.length ? 'full' : 'begun';
}

/** Whether a binding needs Ctrl, Cmd or Alt, or is Escape or a function key: such keys cannot be typed by accident (WCAG 2.1.4). */
export function isDeliberate(keys: string): boolean {
  return /(\$mod|Control|Meta|Alt)\+/.test(keys) || keys === 'Escape' || /^(Shift\+)?F\d{1,2}$/.test(keys);
}

/** Whether a binding works while typing. Undo in a text field is the field's own. */
export function worksInFields(keys: string): boolean {
  return isDeliberate(keys) && !/^\$mod\+(Shift\+)?z$/.test(keys);
}

/** Whether an element takes typed text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range', 'file', 'color'].includes(target.type)
  );
}

/** Whether Enter and Space belong to the element itself: a button, a link, a checkbox. */
export function isActivatable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary, input, [role="menuitem"], [role="tab"]') !== null;
}

const macNames: Readonly<Record<string, string>> = { $mod: '⌘', Meta: '⌘', Alt: '⌥', Shift: '⇧', Control: '⌃', Backspace: '⌫' };
const names: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  Control: 'Ctrl',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The caps to draw for a binding, one array a press: `g p` → [['g'], ['p']], `$mod+k` → [['Ctrl', 'k']]. */
export function keyCaps(keys: string): readonly (readonly string[])[] {
  return keys
    .split(' ')
    .map((press) => press.split(/(?<=\w)\+/).map((part) => (isMac ? macNames[part] : undefined) ?? names[part] ?? part));
}
