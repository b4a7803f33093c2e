import { z } from 'zod';
import { idOf } from '../ids.ts';
import { instant, longText, personId } from '../schema-parts.ts';
import { commentLimits, reactionKinds } from './comment-limits.ts';

export const Reaction = z.object({ kind: z.enum(reactionKinds), memberId: personId });

export const Comment = z
  .object({
    id: idOf('comment'),
    subjectId: z.string().max(60).describe('The idea or work item it is about'),
    parentId: idOf('comment').nullable().describe('The comment that began the thread; null for that one itself'),
    authorId: personId,
    text: longText(commentLimits.text).describe('Markdown as typed; empty once it was removed'),
    mentionIds: z.array(personId).max(commentLimits.mentions).describe('Members whom the text names with @'),
    reactions: z.array(Reaction).max(commentLimits.reactions).describe('Each kind once for a member'),
    createdAt: instant,
    editedAt: instant.nullable(),
    resolvedAt: instant.nullable().describe('When the thread was settled; of the comment that began it'),
    resolvedBy: personId.nullable(),
    removedAt: instant.nullable().describe('When it was taken away, though its thread goes on'),
  })
  .describe('What somebody says about an idea or a work item');
export type Comment = z.infer<typeof Comment>;
