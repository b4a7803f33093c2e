/** `shortlist export csv`: what the app saves from Everything, for scripts. */
import { writeFile } from 'node:fs/promises';
import {
  columnsShownFirst,
  everythingColumnIds,
  utf8Mark,
  type EverythingColumnId,
} from '@shortlist/domain/export/everything-columns.ts';
import { defineCommand } from 'citty';
import { CommandError } from './command-error.ts';
import { connect } from './connect.ts';

export const exportCsvCommand = defineCommand({
  meta: { name: 'csv', description: 'Writes ideas, stories and tasks as CSV: those that a query asks for, in its order.' },
  args: {
    file: { type: 'positional', description: 'The file; printed unless given', required: false },
    query: { type: 'string', description: 'As typed in the app: "type:story is:open sort:-age"; everything unless given' },
    columns: {
      type: 'string',
      description: `With commas between, of ${everythingColumnIds.join(', ')}; ${columnsShownFirst.join(',')} unless given`,
    },
  },
  run: async ({ args }) => {
    const { csv, rows } = await connect().call('everything.export', {
      query: args.query ?? '',
      ...(args.columns !== undefined && { columns: columnsIn(args.columns) }),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    if (args.file === undefined) process.stdout.write(csv);
    else {
      await writeFile(args.file, utf8Mark + csv).catch((error: unknown) => {
        throw new CommandError(`${args.file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
      });
      process.stdout.write(`${args.file}: ${rows} ${rows === 1 ? 'row' : 'rows'}\n`);
    }
  },
});

function columnsIn(text: string): EverythingColumnId[] {
  return text.split(',').map((word) => {
    const wanted = word.trim().toLowerCase();
    const id = everythingColumnIds.find((one) => one === wanted);
    if (id === undefined)
      throw new CommandError(`There is no column “${word.trim()}”. There are ${everythingColumnIds.join(', ')}.`);
    return id;
  });
}
