/** Running a server in a terminal: starts it, says where it is, and stops it when told. */
import { startServer, version, type RunningServer } from './app.ts';
import { readSettings, SettingsError, settingsHelp } from './config.ts';

const usage = `Usage: shortlist serve [--data DIR] [--port N] [--host H]

${settingsHelp}
`;

/** Runs until SIGTERM or SIGINT. Answers the exit code: 0 after a stop that was asked for, 1 where it could not start, 2 for wrong settings. */
export async function serve(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  // Whoever read what is said may be gone. Left unheard, the error would end the process without its database.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const stopAsked = untilStopAsked();
  let server: RunningServer;
  try {
    server = await startServer(readSettings(args, environment));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof SettingsError) process.stderr.write(`\n${usage}`);
    return error instanceof SettingsError ? 2 : 1;
  }
  process.stdout.write(welcome(server));
  await stopAsked;
  process.stdout.write('  Stopping; running commands finish first.\n');
  await server.close();
  return 0;
}

function welcome({ url, setupUrl }: RunningServer): string {
  const lines = [`Shortlist ${version} is running at ${url}`];
  if (setupUrl !== null) lines.push('', 'Make the owner’s account, once, with this link:', setupUrl);
  lines.push('', 'Stop it with Ctrl+C.');
  return `\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n\n`;
}

/** A second signal ends the process as it would without us. */
async function untilStopAsked(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}
