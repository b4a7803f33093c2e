import { z } from 'zod';
import { Flag } from '../flag/flag.ts';
import { command, query } from '../operation.ts';
import { instant, pageInput, pageOf, personId } from '../schema-parts.ts';
import { CodePlace, CodeScan, CodeUse } from './code-scan.ts';
import { removalStates } from './removal-state.ts';
import { scanLimits } from './scan-limits.ts';

const state = z.enum(removalStates).describe('How far it has come on its way out of the code');

export const reportScan = command({
  name: 'flag.reportScan',
  summary: 'Tells where flags stand in the code of a repository, as `shortlist flags scan --report` found them.',
  requires: 'report_code',
  input: z.object({
    repository: CodeScan.shape.repository,
    filesRead: CodeScan.shape.filesRead,
    found: z
      .array(z.object({ key: CodeUse.shape.flagKey, places: CodeUse.shape.places, more: CodeUse.shape.more.default(0) }))
      .max(scanLimits.keys)
      .describe('Flags that stand in the code; all others are taken to be gone from this repository'),
  }),
  output: z.object({
    scan: CodeScan,
    unknown: z.array(CodeUse.shape.flagKey).describe('Keys of the report that are no flags here'),
    cleanUp: z.array(z.object({ key: Flag.shape.key, state })).describe('The flags that are to be cleaned up'),
  }),
});

export const listFlagKeys = query({
  name: 'flag.keys',
  summary: 'The keys of all flags, the archived ones too, and nothing else of them: what `shortlist flags scan` looks for.',
  requires: 'name_flags',
  input: z.object({}),
  output: z.object({ keys: z.array(Flag.shape.key).describe('In alphabetical order') }),
});

export const planCleanUp = command({
  name: 'flag.planCleanUp',
  summary: 'Says who removes the code of a flag that everyone has, and by which day.',
  requires: 'release',
  replaces: 'key',
  input: z.object({
    key: Flag.shape.key.describe('Key of the flag'),
    ownerId: personId.nullable().optional(),
    dueDay: z.iso.date().optional(),
  }),
  output: Flag,
});

export const settleCleanUps = command({
  name: 'flag.settleCleanUps',
  summary:
    'Takes up again what was made permanent and is asked for, closes what is gone, and marks what is late. The server does it by itself.',
  requires: 'release',
  input: z.object({}),
  output: z.object({ reopened: z.array(Flag.shape.key), closed: z.array(Flag.shape.key), late: z.array(Flag.shape.key) }),
});

export const listCleanUps = query({
  name: 'flag.listCleanUps',
  summary: 'The flags whose code should go, the earliest due first, with where they still stand.',
  requires: 'read',
  input: z.object({ storyId: Flag.shape.storyIds.element.optional().describe('The flag of this story only'), ...pageInput }),
  output: pageOf(
    z.object({
      flag: Flag,
      state,
      places: z.array(CodePlace.extend({ repository: CodeScan.shape.repository })),
      more: z.int().describe('Places beyond those that are named'),
      scannedAt: instant.nullable().describe('When a repository was last looked through; null: none ever was'),
      lastEvaluatedAt: instant.nullable(),
    }),
  ),
});
