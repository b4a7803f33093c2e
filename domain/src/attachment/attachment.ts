import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, personId } from '../schema-parts.ts';
import { attachmentLimits } from './attachment-limits.ts';

export const Attachment = z
  .object({
    id: idOf('attachment').describe('Also the id of its file: `GET /api/v1/files/<id>`'),
    subjectId: z.string().max(60).describe('The idea, work item or persona it is attached to'),
    name: filledLine(attachmentLimits.nameLength).describe('As people know the file'),
    type: z.string().max(100).describe('Media type, as its bytes say'),
    size: z.int().min(1).describe('Bytes'),
    addedBy: personId,
    addedAt: instant,
  })
  .describe('A file attached to an idea, a work item or a persona');
export type Attachment = z.infer<typeof Attachment>;
