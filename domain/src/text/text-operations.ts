import { z } from 'zod';
import { command, query } from '../operation.ts';
import { Text } from './text.ts';

const subject = { subjectId: Text.shape.subjectId.describe('The story the text belongs to'), field: Text.shape.field };

export const editText = command({
  name: 'text.edit',
  summary: 'Replaces a long text. What others wrote since `baseSeq` is merged in; no word is lost.',
  requires: 'shape',
  input: z.object({
    ...subject,
    baseSeq: z.int().min(0).describe('The `seq` of the text that was edited; 0 when there was none'),
    text: Text.shape.text,
  }),
  output: Text,
});

export const getText = query({
  name: 'text.get',
  summary: 'A long text, with the `seq` to base an edit on.',
  requires: 'read',
  input: z.object(subject),
  output: z.object({ text: Text.nullable(), seq: z.int() }),
});
