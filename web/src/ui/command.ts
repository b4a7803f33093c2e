// What a command is: declared once in a table, and from there bound to its keys, put into menus, shown on buttons, found by the
// palette and listed by the sheet of all keys. No state.

/** One answer that a command asks for before it acts. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Without it the first nine get the digits in order. */
  readonly keys?: string;
  readonly hint?: string;
  /** The one that is so now. */
  readonly isCurrent?: boolean;
  /** Acts, or asks the next question. */
  readonly run: () => Question | void;
}

/** The nested step of a command: "Size…" → the sizes. */
export interface Question {
  readonly title: string;
  readonly note?: string;
  readonly choices: readonly Choice[];
}

export interface Command<Context> {
  /** `item.size`; unique in the app, and kept by the palette to remember what was used last. */
  readonly id: string;
  /** As menus, buttons and the palette say it; ends with `…` where it asks something first. */
  readonly name: string | ((context: Context) => string);
  /** Each does it; the first one is shown. */
  readonly keys?: readonly string[];
  /** More words that find it in the palette. */
  readonly words?: string;
  readonly tone?: 'bad';
  /** Why it is not in the palette: walking through a list, say. */
  readonly notInPalette?: string;
  /** Works in full-screen places too, which replace all other single keys with their own. */
  readonly onFullScreen?: boolean;
  /** Whether it may be done, to that and by this person; always when absent. */
  readonly when?: (context: Context) => boolean;
  /** Acts, or answers the question to ask first. */
  readonly run: (context: Context) => Question | void;
}

/** Commands that belong together and act on the same thing. */
export interface CommandSet<Context> {
  /** The heading in the sheet of all keys and in the palette. */
  readonly name: string;
  /**
   * Where its keys work: `everywhere` lies below all others; `screen` is a full-screen place and replaces their single keys;
   * two sets that can be there at once share no key, unless both are of things (then the one with the keyboard is meant).
   */
  readonly scope: 'everywhere' | 'place' | 'list' | 'thing' | 'screen';
  /** What they act on just now, for the top of the palette: "STORY-3 Note arrivals", "3 items". */
  readonly titleOf?: (context: Context) => string;
  readonly commands: readonly Command<Context>[];
}

/** A command that can be done now, to what it would be done to. */
export interface Act {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly words: string;
  readonly tone: 'plain' | 'bad';
  readonly run: () => Question | void;
}

/** What a set offers for one context: only what may be done, in the order of the table. */
export function actsOf<Context>(set: CommandSet<Context>, context: Context): readonly Act[] {
  return set.commands.filter(({ when }) => when === undefined || when(context)).map((command) => actOf(command, context));
}

/** One command of a set by its id, for a button; null where it may not be done. Throws when the set has no such command. */
export function actNamed<Context>(set: CommandSet<Context>, id: string, context: Context): Act | null {
  const command = set.commands.find((one) => one.id === id);
  if (command === undefined) throw new Error(`there is no command ${id} in ${set.name}`);
  return command.when === undefined || command.when(context) ? actOf(command, context) : null;
}

function actOf<Context>({ id, name, keys = [], words = '', tone, run }: Command<Context>, context: Context): Act {
  const said = typeof name === 'function' ? name(context) : name;
  return { id, name: said, keys, words, tone: tone ?? 'plain', run: () => run(context) };
}
