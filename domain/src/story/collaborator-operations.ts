import { z } from 'zod';
import { command } from '../operation.ts';
import { itemId, personId } from '../schema-parts.ts';
import { collaboratorsMost } from './collaborators.ts';

export const setCollaborators = command({
  name: 'collaborator.set',
  summary: 'Makes members collaborators of stories and tasks, and takes others away; the rest stay.',
  requires: 'shape',
  input: z.object({
    itemIds: z.array(itemId).min(1).max(500).describe('Stories and tasks, by id or handle'),
    addIds: z
      .array(personId)
      .max(collaboratorsMost)
      .default([])
      .describe('Members who work on them from now on; who owns an item is none of its collaborators'),
    removeIds: z.array(personId).max(100).default([]).describe('Whom to take away, also members who left'),
  }),
  output: z.object({ changed: z.array(itemId).describe('Ids of the items that have others now') }),
});
