/** The client of the commands that talk to a server, from the environment. */
import { createClient, type Client } from '@shortlist/sdk/client.ts';
import { CommandError } from './command-error.ts';

export const defaultUrl = 'http://localhost:3000';

export function connect(url?: string): Client {
  const token = process.env['SHORTLIST_TOKEN'];
  if (token === undefined || token === '') {
    throw new CommandError('SHORTLIST_TOKEN is not set. Make a token in Settings, or with "shortlist setup", and export it.');
  }
  return createClient({ url: url ?? process.env['SHORTLIST_URL'] ?? defaultUrl, token, via: 'cli' });
}
