import { z } from 'zod';
import { command, query } from '../operation.ts';
import { instant, pageInput } from '../schema-parts.ts';

/** One entry of the feed. */
export const FeedChange = z
  .object({
    seq: z.int().min(1).describe('Its number within the workspace, without gaps'),
    event: z.string().describe('Past-tense name, such as `idea.captured`'),
    entity: z.string(),
    id: z.string(),
    value: z.record(z.string(), z.unknown()).nullable().describe('The entity’s new value; null: it was removed'),
    at: instant,
    by: z.string().nullable().describe('The member who did it; null: the system'),
    via: z.string(),
  })
  .describe('Who did what to which entity, when, through what');
export type FeedChange = z.infer<typeof FeedChange>;

export const readFeed = query({
  name: 'feed.read',
  summary: 'Changes after a number, oldest first. `reset` says the number is too old: load a snapshot.',
  requires: 'read',
  input: z.object({ after: z.int().min(0), limit: z.int().min(1).max(1000).default(100) }),
  output: z.object({
    items: z.array(FeedChange),
    next: z.int().describe('The `after` of the next call'),
    reset: z.boolean(),
  }),
});

export const listActivity = query({
  name: 'activity.list',
  summary: 'What happened to an entity and what belongs to it, newest first.',
  requires: 'read',
  input: z.object({ subjectId: z.string().max(60), ...pageInput }),
  output: z.object({ items: z.array(FeedChange), next: z.string().nullable() }),
});

export const undoChange = command({
  name: 'change.undo',
  summary:
    'Takes back one’s own command of the last 24 hours, if what it changed is still as it left it. Without a number, the last one that can be taken back.',
  requires: 'be_signed_in',
  input: z.object({ seq: z.int().min(1).optional().describe('The number of any change of the command') }),
  output: z.object({
    undone: z.array(z.string()).describe('Ids of what was put back'),
    did: z.string().describe('What was taken back, after “you”: “edited STORY-3”'),
  }),
});
