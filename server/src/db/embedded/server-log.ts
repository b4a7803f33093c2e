import { copyFile, open, stat, truncate } from 'node:fs/promises';
import { logFile } from './cluster-folder.ts';

// PostgreSQL writes its log through a file it was handed at its start and never opens again; so it is rotated by copying and cutting.

const ROTATE_AT_BYTES = 8 * 1024 * 1024;
const TAIL_BYTES = 16 * 1024;
const REASON = /(FATAL|PANIC|could not|error while loading)/;
const ANSWER_TO_A_CLIENT = /the database system is|terminating connection|database "\w+" does not exist|authentication failed/;

/** Above 8 MB the log becomes `postgres.log.1` (over the one before) and starts empty. Lines written in that moment may be lost. */
export async function rotateLog(dataDir: string, limitBytes = ROTATE_AT_BYTES): Promise<void> {
  const file = logFile(dataDir);
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  if (size <= limitBytes) return;
  await copyFile(file, `${file}.1`);
  // The server appends, so its next line goes to the new beginning.
  await truncate(file, 0);
}

/** What the server last gave as a reason to stop, without time and process; null when its log holds none. */
export async function lastFatalLine(dataDir: string): Promise<string | null> {
  const lines = (await tail(logFile(dataDir))).split('\n');
  const line = lines.findLast((text) => REASON.test(text) && !ANSWER_TO_A_CLIENT.test(text));
  return line?.replace(/^.*?(FATAL|PANIC):\s*/, '').trim() ?? null;
}

async function tail(file: string): Promise<string> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return '';
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
