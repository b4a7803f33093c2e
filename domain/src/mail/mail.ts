import { z } from 'zod';
import { idOf } from '../ids.ts';
import { instant, oneLine, personId } from '../schema-parts.ts';

export const Mail = z
  .object({
    id: idOf('mail'),
    personId: personId.describe('Whom it is for'),
    address: z.string().max(254),
    subject: oneLine(200),
    text: z.string().max(200_000),
    html: z.string().max(400_000),
    unsubscribe: z.string().max(600).nullable().describe('The link that ends such mails with one press'),
    createdAt: instant,
    dueAt: instant.nullable().describe('When it is tried next; null once it went out or was given up'),
    attempts: z.int().min(0),
    sentAt: instant.nullable(),
    error: z.string().max(300).nullable().describe('What the mail server last said against it'),
  })
  .describe('A message that goes out by mail; kept for thirty days after its end');
export type Mail = z.infer<typeof Mail>;
