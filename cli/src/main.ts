/** The command line: each command in a file of its own; here only their list and how errors are said. */
import { defineCommand, runCommand, showUsage, type CommandDef } from 'citty';
import { ApiError } from '@shortlist/sdk/api-error.ts';
import { CommandError } from './command-error.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { callCommand } from './call.ts';
import { captureCommand } from './capture.ts';
import { checkStoryCommand } from './check-story.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { flagsCommand } from './flags.ts';
import { importCommand } from './import.ts';
import { lookCommand } from './look.ts';
import { serveCommand } from './serve.ts';
import { setupCommand } from './setup.ts';
import { tokenCommand } from './token.ts';

const subCommands = {
  serve: serveCommand,
  setup: setupCommand,
  look: lookCommand,
  'check-story': checkStoryCommand,
  capture: captureCommand,
  import: importCommand,
  export: exportCommand,
  flags: flagsCommand,
  token: tokenCommand,
  call: callCommand,
  backup: backupCommand,
  restore: restoreCommand,
  doctor: doctorCommand,
};

const shortlist = defineCommand({
  meta: { name: 'shortlist', description: 'Ideas to problems to measured results, in one small loop.' },
  subCommands,
});

const args = process.argv.slice(2);
try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${inWords(error)}\n`);
}

async function main(): Promise<number> {
  const [name] = args;
  const known = name !== undefined && Object.hasOwn(subCommands, name);
  if (!known) {
    await showUsage(shortlist);
    return name === undefined || name === '--help' || name === '-h' ? 0 : unknownCommand(name);
  }
  if (name !== 'serve' && (args.includes('--help') || args.includes('-h'))) return await help(name);
  await runCommand(shortlist, { rawArgs: args });
  return Number(process.exitCode ?? 0);
}

async function help(name: string): Promise<number> {
  // The name was just found among the keys; usage is shown alike whatever arguments a command takes.
  const command = subCommands[name as keyof typeof subCommands] as unknown as CommandDef;
  const [, second] = args;
  const { subCommands: below } = command;
  const nested =
    typeof below === 'object' && second !== undefined && Object.hasOwn(below, second) ? Reflect.get(below, second) : null;
  await showUsage((nested ?? command) as CommandDef, shortlist);
  return 0;
}

function unknownCommand(name: string): number {
  process.stderr.write(`There is no command ${name}.\n`);
  return 2;
}

/** One sentence for a refusal; a stack only for what is a fault of ours. */
function inWords(error: unknown): string {
  if (error instanceof ApiError) {
    const paths = error.errors.map(({ path, message }) => `  ${path === '' ? 'input' : path}: ${message}`);
    return [error.message, ...paths].join('\n');
  }
  if (error instanceof CommandError) return error.message;
  if (error instanceof Error && error.name === 'CLIError') return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
