import { lookAt } from '@shortlist/domain/import/look.ts';
import { lookLines } from '@shortlist/domain/import/look-lines.ts';
import { defineCommand } from 'citty';
import { readIssues } from './read-issues.ts';

export const lookCommand = defineCommand({
  meta: { name: 'look', description: 'Tells what is in a file of issues, and how many months of work that is.' },
  args: {
    file: { type: 'positional', description: 'From gh issue list --json, or GitHub’s REST list', required: true },
    json: { type: 'boolean', description: 'Print the figures as JSON' },
  },
  run: async ({ args }) => {
    const { records } = await readIssues(args.file);
    const look = lookAt(records, new Date().toISOString());
    process.stdout.write(args.json ? `${JSON.stringify(look, null, 2)}\n` : `${lookLines(look).join('\n')}\n`);
  },
});
