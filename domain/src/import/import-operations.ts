import { z } from 'zod';
import { idOf } from '../ids.ts';
import { command, query } from '../operation.ts';
import { filledLine, pageInput, pageOf, teamId } from '../schema-parts.ts';
import { Import, ImportCounts } from './import.ts';
import { importLimits } from './import-limits.ts';
import { ImportRecord } from './import-record.ts';

const importId = idOf('import');
const names = z.array(z.string().max(120)).max(100).default([]);

export const pileChoice = z
  .object({
    inFlight: z
      .object({
        numbers: z.array(z.int().min(1)).max(1000).default([]),
        labels: names,
        assignees: names,
      })
      .default({ numbers: [], labels: [], assignees: [] })
      .describe('Open records that are being worked on: they enter their step, counted, exempt from ready and gate'),
    next: z.array(z.int().min(1)).max(100).default([]).describe('Open records to commit, picked by hand, up to the room'),
  })
  .describe('Which open records are work already; the rest becomes ideas in the parking lot');
export type PileChoice = z.infer<typeof pileChoice>;

const recordNote = z.object({ externalId: z.string(), note: z.string() });

export const previewImport = query({
  name: 'import.preview',
  summary: 'What importing these records would do, without doing it.',
  requires: 'import',
  input: z.object({ teamId, records: z.array(ImportRecord).max(importLimits.batch), choice: pileChoice.optional() }),
  output: z.object({
    counts: ImportCounts,
    piles: z.record(z.string(), z.int()),
    notes: z.array(recordNote),
  }),
});

export const startImport = command({
  name: 'import.start',
  summary: 'Begins an import; its records follow with `import.add`.',
  requires: 'import',
  input: z.object({
    source: Import.shape.source,
    fileName: filledLine(255),
    teamId: teamId.describe('The team that finished what is finished, and works on what is in flight'),
    total: z.int().min(0).max(100_000).describe('How many records will follow'),
  }),
  output: Import,
});

export const addToImport = command({
  name: 'import.add',
  summary: 'Imports up to 200 records. What was imported before is updated, never repeated.',
  requires: 'import',
  input: z.object({ importId, records: z.array(ImportRecord).min(1).max(importLimits.batch), choice: pileChoice.optional() }),
  output: z.object({
    import: Import,
    counts: ImportCounts.describe('Of these records alone'),
    notes: z.array(recordNote).describe('What was skipped or done differently, and why'),
  }),
});

export const finishImport = command({
  name: 'import.finish',
  summary: 'Ends an import.',
  requires: 'import',
  input: z.object({ importId }),
  output: Import,
});

export const undoImport = command({
  name: 'import.undo',
  summary: 'Removes what an import made, within 30 days; what was worked on since stays, and is named.',
  requires: 'import',
  input: z.object({ importId }),
  output: z.object({
    import: Import,
    removed: z.int(),
    restored: z.int().describe('Values that the import had updated and that were put back'),
    kept: z.array(z.string()).describe('Handles of what was changed since the import'),
  }),
});

export const listImports = query({
  name: 'import.list',
  summary: 'Imports, newest first.',
  requires: 'import',
  input: z.object({ ...pageInput }),
  output: pageOf(Import),
});
