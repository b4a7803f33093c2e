/** What a scan found, as the server takes it: bounded, with the repository's name. */
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { scanLimits } from '@shortlist/domain/removal/scan-limits.ts';
import type { InputOf, OutputOf } from '@shortlist/domain/operations.ts';
import { CommandError } from './command-error.ts';

type Place = { readonly file: string; readonly line: number };
type Places = Readonly<Record<string, readonly Place[]>>;
type Report = InputOf<'flag.reportScan'>;

/** Sure places come first; those beyond twenty are counted. Throws where more flags stand in the code than a report holds. */
export function reportOf(
  repository: string,
  filesRead: number,
  found: { readonly used: Places; readonly possible: Places },
): Report {
  const keys = [...new Set([...Object.keys(found.used), ...Object.keys(found.possible)])].toSorted();
  if (keys.length > scanLimits.keys) {
    throw new CommandError(
      `${keys.length} flags stand in the code, and a report takes ${scanLimits.keys}. Report parts of it, each with its own --repository.`,
    );
  }
  return {
    repository,
    filesRead,
    found: keys.map((key) => {
      const places = [
        ...(found.used[key] ?? []).map((place) => ({ ...cut(place), how: 'used' as const })),
        ...(found.possible[key] ?? []).map((place) => ({ ...cut(place), how: 'possible' as const })),
      ];
      return { key, places: places.slice(0, scanLimits.places), more: Math.max(0, places.length - scanLimits.places) };
    }),
  };
}

/** A very long path keeps its end, which says most; what cannot stand on a line is replaced. */
function cut({ file, line }: Place): Place {
  const plain = file.replace(/[\p{Cc}\u2028\u2029]/gu, '?').trim();
  return { file: plain === '' ? '?' : plain.slice(-scanLimits.fileLength), line };
}

/** As CI says, else as the remote of the folder says, else the folder's name. */
export async function repositoryNameOf(folder: string): Promise<string> {
  const told = process.env['GITHUB_REPOSITORY'] ?? process.env['CI_PROJECT_PATH'];
  if (told !== undefined && told !== '') return told;
  const config = await readFile(join(folder, '.git', 'config'), 'utf8').catch(() => '');
  const remote = /\[remote "origin"\][^[]*?\burl\s*=\s*(\S+)/.exec(config)?.[1];
  const path = remote === undefined ? null : /[:/]([^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(remote)?.[1];
  return path ?? basename(resolve(folder));
}

/** One line for each flag that is to be cleaned up. */
export function reportedLines(repository: string, { cleanUp }: OutputOf<'flag.reportScan'>): string[] {
  return [
    `Reported for ${repository}.`,
    ...(cleanUp.length === 0 ? ['Nothing is to be cleaned up.'] : ['To clean up:']),
    ...cleanUp.map(({ key, state }) => `  ${key}: ${state}`),
  ];
}
