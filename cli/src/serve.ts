import { serve } from '@shortlist/server/serve.ts';
import { defineCommand } from 'citty';

export const serveCommand = defineCommand({
  meta: { name: 'serve', description: 'Runs the server; --help lists its settings.' },
  run: async ({ rawArgs }) => {
    process.exitCode = await serve(rawArgs, process.env);
  },
});
