/** Reads a file of issues, or says everything that is wrong with it. */
import { readFile, stat } from 'node:fs/promises';
import { parseGithubIssues } from '@shortlist/domain/import/github-issues.ts';
import { importLimits } from '@shortlist/domain/import/import-limits.ts';
import { CommandError } from './command-error.ts';

export async function readIssues(file: string) {
  const { size } = await stat(file).catch(() => {
    throw new CommandError(`There is no file ${file}.`);
  });
  if (size > importLimits.fileBytes) {
    throw new CommandError(`${file} is larger than 512 MB. Export fewer issues at a time.`);
  }
  const parsed = parseGithubIssues(await readFile(file, 'utf8'));
  if (parsed.ok) return parsed;
  const more = parsed.problemCount - parsed.problems.length;
  const lines = parsed.problems.map((problem) => `  ${problem}`);
  if (more > 0) lines.push(`  and ${more} more`);
  throw new CommandError(`${file} cannot be read, and nothing was imported:\n${lines.join('\n')}`);
}
