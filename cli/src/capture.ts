import { defineCommand } from 'citty';
import { connect } from './connect.ts';

export const captureCommand = defineCommand({
  meta: { name: 'capture', description: 'Puts an idea in the parking lot and prints its handle.' },
  args: {
    problem: { type: 'positional', description: 'What is in somebody’s way, in a line', required: true },
    context: { type: 'string', description: 'One line more: who, when, how often' },
    for: { type: 'string', description: 'Name of the one who has the problem, if it is someone else' },
  },
  run: async ({ args }) => {
    const idea = await connect().call('idea.capture', {
      problem: args.problem,
      ...(args.context !== undefined && { context: args.context }),
      ...(args.for !== undefined && { forWhom: { name: args.for } }),
    });
    process.stdout.write(`${idea.handle}\n`);
  },
});
