import { text } from 'node:stream/consumers';
import { defineCommand } from 'citty';
import { CommandError } from './command-error.ts';
import { connect } from './connect.ts';

export const callCommand = defineCommand({
  meta: { name: 'call', description: 'Runs any operation of the API and prints its answer as JSON.' },
  args: {
    operation: { type: 'positional', description: 'Such as idea.list; all are at /api', required: true },
    input: { type: 'positional', description: 'JSON; - reads it from standard input; {} unless given', required: false },
  },
  run: async ({ args }) => {
    const source = args.input === '-' ? await text(process.stdin) : (args.input ?? '{}');
    const answer = await connect().callByName(args.operation, readJson(source));
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  },
});

function readJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new CommandError(`The input is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
