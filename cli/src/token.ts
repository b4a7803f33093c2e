import { tokenScopes, type TokenScope } from '@shortlist/domain/workspace/roles.ts';
import { defineCommand } from 'citty';
import { CommandError } from './command-error.ts';
import { connect } from './connect.ts';

const createCommand = defineCommand({
  meta: { name: 'create', description: 'Makes a token and prints it, once.' },
  args: {
    name: { type: 'positional', description: 'What it is for', required: true },
    scope: { type: 'string', description: tokenScopes.join(', '), default: 'full' },
    days: { type: 'string', description: 'Days until it expires; never unless given' },
  },
  run: async ({ args }) => {
    if (args.days !== undefined && !/^[1-9]\d{0,3}$/.test(args.days)) {
      throw new CommandError(`--days ${args.days} must be a whole number from 1 to 3650.`);
    }
    const { tokenSecret } = await connect().call('token.create', {
      name: args.name,
      scope: readScope(args.scope),
      ...(args.days !== undefined && { expiresInDays: Number(args.days) }),
    });
    process.stdout.write(`${tokenSecret}\n`);
  },
});

export const tokenCommand = defineCommand({
  meta: { name: 'token', description: 'API tokens.' },
  subCommands: { create: createCommand },
});

function readScope(text: string): TokenScope {
  const scope = tokenScopes.find((one) => one === text);
  if (scope === undefined) throw new CommandError(`--scope ${text} must be one of ${tokenScopes.join(', ')}.`);
  return scope;
}
