import { z } from 'zod';
import { Placement } from '../backlog/placement.ts';
import { command, query } from '../operation.ts';
import { instant, itemId, pageInput, pageOf } from '../schema-parts.ts';
import { Link } from './link.ts';
import { linkKinds, settableLinkKinds } from './link-kinds.ts';

export const addLink = command({
  name: 'link.add',
  summary: 'Links two work items: the first blocks, relates to or duplicates the second. Blocking in a ring is refused.',
  requires: 'shape',
  input: z.object({ fromId: itemId, toId: itemId, kind: z.enum(settableLinkKinds) }),
  output: Link,
});

export const removeLink = command({
  name: 'link.remove',
  summary: 'Takes a link between two work items away.',
  requires: 'shape',
  input: z.object({ linkId: Link.shape.id }),
  output: Link,
});

export const listLinks = query({
  name: 'link.list',
  summary: 'What a work item is linked to, with where each of these stands.',
  requires: 'read',
  input: z.object({ itemId }),
  output: z.object({
    items: z.array(
      z.object({
        link: Link,
        is: z.enum(['from', 'to']).describe('Which end the named item is'),
        kind: z.enum(linkKinds),
        other: z.object({ id: itemId, handle: z.string(), title: z.string(), placement: Placement }),
      }),
    ),
  }),
});

export const listMentions = query({
  name: 'mention.list',
  summary: 'Where the handle of an idea or a work item is written: in texts, comments, criteria and answers; newest first.',
  requires: 'read',
  input: z.object({ subjectId: z.string().max(60).describe('What is mentioned, by id or handle'), ...pageInput }),
  output: pageOf(
    z.object({
      id: z.string().describe('Of the text, comment, criterion or question it stands in'),
      in: z.enum(['problem', 'outOfScope', 'approach', 'comment', 'criterion', 'question']),
      handle: z.string().describe('Of the idea or item that mentions it'),
      title: z.string(),
      excerpt: z.string().describe('The words around it, in one line'),
      at: instant.describe('When it was last written'),
    }),
  ),
});
