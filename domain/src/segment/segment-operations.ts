import { z } from 'zod';
import { environmentKeyName } from '../environment/environment.ts';
import { command, query } from '../operation.ts';
import { Segment } from './segment.ts';

const key = Segment.shape.key.describe('Key of the segment');

export const listSegments = query({
  name: 'segment.list',
  summary: 'All segments.',
  requires: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(Segment), next: z.null() }),
});

export const createSegment = command({
  name: 'segment.create',
  summary: 'Makes a named group that rules can ask about.',
  requires: 'release',
  input: z.object({
    key: environmentKeyName.describe('Kebab-case; never changes'),
    name: Segment.shape.name,
    unit: Segment.shape.unit.default('customer'),
    included: Segment.shape.included.default([]),
    excluded: Segment.shape.excluded.default([]),
    rules: Segment.shape.rules.default([]),
  }),
  output: Segment,
});

export const editSegment = command({
  name: 'segment.edit',
  summary: 'Changes who belongs to a segment; every flag that asks about it follows at once.',
  requires: 'release',
  replaces: 'key',
  input: z.object({
    key,
    name: Segment.shape.name.optional(),
    unit: Segment.shape.unit.optional(),
    included: Segment.shape.included.optional(),
    excluded: Segment.shape.excluded.optional(),
    rules: Segment.shape.rules.optional(),
  }),
  output: Segment,
});

export const removeSegment = command({
  name: 'segment.remove',
  summary: 'Removes a segment that no flag and no other segment asks about.',
  requires: 'release',
  input: z.object({ key }),
  output: z.object({}),
});
