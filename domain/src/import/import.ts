import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, personId, teamId } from '../schema-parts.ts';

export const ImportCounts = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const Import = z
  .object({
    id: idOf('import'),
    source: z.enum(['github']),
    fileName: filledLine(255),
    teamId,
    startedBy: personId,
    startedAt: instant,
    finishedAt: instant.nullable(),
    undoneAt: instant.nullable(),
    total: z.int().min(0).describe('Records in the file'),
    done: z.int().min(0).describe('Records read so far'),
    counts: ImportCounts.describe('What became of the records'),
    piles: z.record(z.string(), z.int()).describe('Records by pile'),
  })
  .describe('One run of an import, with its progress and what came of it');
export type Import = z.infer<typeof Import>;
