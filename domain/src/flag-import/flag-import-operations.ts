import { z } from 'zod';
import { environmentKeyName } from '../environment/environment.ts';
import { command, query } from '../operation.ts';
import { longText } from '../schema-parts.ts';
import { flagFormats, importLimits, outcomes } from './flag-import-words.ts';

const file = longText(importLimits.characters).describe('The whole text of the file, JSON');
const input = z.object({
  format: z.enum(flagFormats),
  environment: environmentKeyName.describe('Key of the environment that the file is set in'),
  file,
});
const note = z.object({ path: z.string().describe('Where in the file'), message: z.string() });
const report = z.object({
  counts: z.record(z.enum(outcomes), z.int()),
  flags: z.array(
    z.object({ key: z.string(), outcome: z.enum(outcomes), why: z.string().describe('Of what is left out; else empty') }),
  ),
  segments: z.array(z.object({ key: z.string(), outcome: z.enum(outcomes), why: z.string() })),
  notes: z.array(note).describe('Everything that is not exactly as it was in the file'),
});

export const previewFlagImport = query({
  name: 'flag.previewImport',
  summary: 'Says what an import of flag definitions would do, and does nothing.',
  requires: 'release',
  input,
  output: report,
});

export const importFlagFile = command({
  name: 'flag.import',
  summary: 'Takes over flag definitions of flagd or Unleash into one environment. A second time it updates and repeats nothing.',
  requires: 'release',
  input,
  output: report,
});

export const exportFlags = query({
  name: 'flag.export',
  summary: 'The flags of an environment as definitions that flagd reads.',
  requires: 'read',
  input: z.object({ format: z.enum(['flagd']).default('flagd'), environment: environmentKeyName }),
  output: z.object({
    definitions: z.record(z.string(), z.unknown()).describe('`{"flags": …}`, to be written to a file'),
    notes: z.array(note).describe('What flagd cannot say; such a flag is left out'),
  }),
});
