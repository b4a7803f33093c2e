// What can be done to rows of several kinds: to ideas what ideas can, to items what items can, to both what both can.
import { ideaCommands, type IdeaContext } from '../idea/idea-commands.ts';
import { pickLabels } from '../label/label-picker.ts';
import type { Row } from '../list/work-rows.ts';
import { itemCommands } from '../story/item-commands.ts';
import type { ItemContext } from '../story/item-context.ts';
import type { Command, CommandSet } from '../ui/command.ts';

export interface RowsContext {
  readonly rows: readonly Row[];
  /** Null unless all are ideas. */
  readonly ideas: IdeaContext | null;
  /** Null unless all are items. */
  readonly items: ItemContext | null;
  /** Whether they are of the team whose acts these are: steps and gates are a team's own. */
  readonly isOneTeam: boolean;
  readonly mayShape: boolean;
}

const ofAnyTeam: ReadonlySet<string> = new Set([
  'item.assign',
  'item.assign_to_me',
  'item.collaborators',
  'item.size',
  'item.labels',
  'item.copy_link',
]);

export const rowActs: CommandSet<RowsContext> = {
  name: 'Row',
  scope: 'thing',
  titleOf: ({ rows, items, ideas }) =>
    (items !== null && itemCommands.titleOf?.(items)) ||
    (ideas !== null && ideaCommands.titleOf?.(ideas)) ||
    `${rows.length} rows`,
  commands: [
    ...itemCommands.commands.map((command) =>
      lifted(command, ({ items, isOneTeam }: RowsContext) => (isOneTeam || ofAnyTeam.has(command.id) ? items : null)),
    ),
    ...ideaCommands.commands.map((command) => lifted(command, ({ ideas }: RowsContext) => ideas)),
    {
      id: 'row.labels',
      name: 'Labels…',
      keys: ['l'],
      when: ({ items, ideas, mayShape }) => items === null && ideas === null && mayShape,
      run: ({ rows }) => pickLabels({ ids: rows.map(({ id }) => id), name: `${rows.length} rows` }),
    },
  ],
};

/** The same command on what `of` finds; not offered where it finds nothing. */
function lifted<Context>(command: Command<Context>, of: (rows: RowsContext) => Context | null): Command<RowsContext> {
  const { name, when, run, ...same } = command;
  const inner = (rows: RowsContext): Context | null => {
    const context = of(rows);
    return context === null || (when !== undefined && !when(context)) ? null : context;
  };
  return {
    ...same,
    name: (rows) => {
      const context = of(rows);
      return typeof name === 'string' ? name : context === null ? '' : name(context);
    },
    when: (rows) => inner(rows) !== null,
    run: (rows) => {
      const context = inner(rows);
      return context === null ? undefined : run(context);
    },
  };
}
