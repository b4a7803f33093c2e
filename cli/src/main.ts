/** The command line: each command in a file of its own; here only their list and how errors are said. */
import { defineCommand, runCommand, showUsage, type CommandDef } from 'citty';
import { ApiError } from '@shortlist/sdk/api-error.ts';
import { CommandError } from './command-error.ts';

/** Each is loaded when it is called: only `serve` and its like need the whole server, which takes half a second to read. */
const subCommands = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  setup: async () => (await import('./setup.ts')).setupCommand,
  look: async () => (await import('./look.ts')).lookCommand,
  'check-story': async () => (await import('./check-story.ts')).checkStoryCommand,
  capture: async () => (await import('./capture.ts')).captureCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  flags: async () => (await import('./flags.ts')).flagsCommand,
  token: async () => (await import('./token.ts')).tokenCommand,
  call: async () => (await import('./call.ts')).callCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./backup.ts')).restoreCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
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
  const command = (await subCommands[name as keyof typeof subCommands]()) as unknown as CommandDef;
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
