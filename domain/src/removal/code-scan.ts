/** What a look through a repository found: when it was, and where each flag stands in the code. */
import { z } from 'zod';
import { FlagDefinition } from '../flag/flag-definition.ts';
import { idOf } from '../ids.ts';
import { filledLine, instant, personId } from '../schema-parts.ts';
import { scanLimits } from './scan-limits.ts';

export const repositoryName = filledLine(200).describe('What was looked through: `acme/shop`; a report replaces its last one');

export const CodePlace = z.object({
  file: filledLine(scanLimits.fileLength).describe('Path from the root of the repository'),
  line: z.int().min(1).max(10_000_000),
  how: z.enum(['used', 'possible']).describe('`used`: the key stands there. `possible`: it is put together from parts'),
});
export type CodePlace = z.infer<typeof CodePlace>;

export const CodeScan = z
  .object({
    id: idOf('codeScan'),
    repository: repositoryName,
    filesRead: z.int().min(0).max(100_000_000),
    scannedAt: instant,
    reportedBy: personId.nullable(),
  })
  .describe('The last look through a repository for flags');
export type CodeScan = z.infer<typeof CodeScan>;

export const CodeUse = z
  .object({
    id: idOf('codeUse'),
    repository: repositoryName,
    flagKey: FlagDefinition.shape.key,
    places: z.array(CodePlace).min(1).max(scanLimits.places),
    more: z.int().min(0).max(10_000_000).describe('Places beyond those that are named'),
  })
  .describe('Where a flag stands in the code of a repository, as its last report said');
export type CodeUse = z.infer<typeof CodeUse>;
