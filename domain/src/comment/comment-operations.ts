import { z } from 'zod';
import { idOf } from '../ids.ts';
import { command, query } from '../operation.ts';
import { pageInput, pageOf } from '../schema-parts.ts';
import { Comment } from './comment.ts';
import { reactionKinds } from './comment-limits.ts';

const commentId = idOf('comment');
const text = Comment.shape.text.refine((words) => words.trim() !== '', 'must not be empty');

export const addComment = command({
  name: 'comment.add',
  summary: 'Says something about an idea or a work item, or answers in a thread, which opens it again.',
  requires: 'shape',
  input: z.object({
    subjectId: Comment.shape.subjectId,
    text,
    parentId: commentId.nullable().default(null).describe('The comment that is answered; null begins a thread'),
  }),
  output: Comment,
});

export const editComment = command({
  name: 'comment.edit',
  summary: 'Changes the words of one’s own comment.',
  requires: 'shape',
  replaces: 'commentId',
  input: z.object({ commentId, text }),
  output: Comment,
});

export const removeComment = command({
  name: 'comment.remove',
  summary: 'Takes one’s own comment away; an admin any. Where it was answered, its place in the thread stays.',
  requires: 'shape',
  input: z.object({ commentId }),
  output: Comment,
});

export const resolveComment = command({
  name: 'comment.resolve',
  summary: 'Settles a thread, or opens it again.',
  requires: 'shape',
  input: z.object({ commentId: commentId.describe('The comment that began the thread'), resolved: z.boolean() }),
  output: Comment,
});

export const reactToComment = command({
  name: 'comment.react',
  summary: 'Adds one’s reaction to a comment, or takes it back.',
  requires: 'shape',
  input: z.object({ commentId, kind: z.enum(reactionKinds), on: z.boolean() }),
  output: Comment,
});

export const listComments = query({
  name: 'comment.list',
  summary: 'What was said about an idea or a work item, oldest first.',
  requires: 'read',
  input: z.object({ subjectId: Comment.shape.subjectId, ...pageInput }),
  output: pageOf(Comment),
});
