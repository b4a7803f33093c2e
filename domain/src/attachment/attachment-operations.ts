import { z } from 'zod';
import { command, query } from '../operation.ts';
import { pageInput, pageOf } from '../schema-parts.ts';
import { Attachment } from './attachment.ts';

export const addAttachment = command({
  name: 'attachment.add',
  summary: 'Attaches a file that was sent to `POST /api/v1/files`. Suggesters attach to ideas of their own.',
  requires: 'capture',
  input: z.object({
    fileId: Attachment.shape.id.describe('As `POST /api/v1/files` answered it, to the same person'),
    subjectId: Attachment.shape.subjectId,
    name: Attachment.shape.name,
  }),
  output: Attachment,
});

export const removeAttachment = command({
  name: 'attachment.remove',
  summary: 'Takes an attachment away. Its file is kept for thirty days, so that this can be undone.',
  requires: 'capture',
  input: z.object({ attachmentId: Attachment.shape.id }),
  output: Attachment,
});

export const listAttachments = query({
  name: 'attachment.list',
  summary: 'The files of an idea or a work item, oldest first.',
  requires: 'read',
  input: z.object({ subjectId: Attachment.shape.subjectId, ...pageInput }),
  output: pageOf(Attachment),
});
