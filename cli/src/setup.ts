/** Sets a fresh installation up without a browser, and prints a token for the other commands. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { createClient } from '@shortlist/sdk/client.ts';
import { defineCommand } from 'citty';
import { CommandError } from './command-error.ts';
import { defaultUrl } from './connect.ts';

export const setupCommand = defineCommand({
  meta: { name: 'setup', description: 'Makes the owner, the workspace and a first team; prints a full-scope token.' },
  args: {
    url: { type: 'string', description: 'Where the server answers', default: process.env['SHORTLIST_URL'] ?? defaultUrl },
    'setup-token-file': { type: 'string', description: 'The file setup-token in the data folder', required: true },
    email: { type: 'string', description: 'The owner signs in with it', required: true },
    name: { type: 'string', description: 'The owner’s name; the part before the @ unless given' },
    'password-stdin': { type: 'boolean', description: 'Read the password from standard input', required: true },
    workspace: { type: 'string', description: 'Name of the workspace', required: true },
    team: { type: 'string', description: 'First team as KEY:NAME' },
    'time-zone': { type: 'string', description: 'The team’s time zone, such as Europe/Berlin; this machine’s unless given' },
  },
  run: async ({ args }) => {
    const setupToken = await readFile(args['setup-token-file'], 'utf8').catch(() => {
      throw new CommandError(`There is no file ${args['setup-token-file']}. The server writes it until it is set up.`);
    });
    const password = (await text(process.stdin)).replace(/\r?\n$/, '');
    const team = readTeam(args.team);
    const { sessionSecret } = await createClient({ url: args.url, via: 'cli' }).call('workspace.setUp', {
      setupToken: setupToken.trim(),
      workspace: args.workspace,
      name: args.name ?? args.email.split('@')[0] ?? args.email,
      email: args.email,
      password,
    });
    const client = createClient({ url: args.url, token: sessionSecret, via: 'cli' });
    if (team !== null) {
      const timeZone = args['time-zone'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
      await client.call('team.create', { ...team, timeZone });
    }
    const { tokenSecret } = await client.call('token.create', { name: 'shortlist setup', scope: 'full' });
    await client.call('session.end', {});
    process.stdout.write(`${tokenSecret}\n`);
  },
});

function readTeam(team: string | undefined): { key: string; name: string } | null {
  if (team === undefined) return null;
  const [key = '', name = ''] = team.split(/:(.*)/s);
  if (key === '' || name === '') throw new CommandError(`--team ${team} must be KEY:NAME, such as WEB:Website.`);
  return { key, name };
}
