import { z } from 'zod';
import { idOf } from '../ids.ts';
import { command } from '../operation.ts';
import { Mail } from './mail.ts';

export const gatherMail = command({
  name: 'mail.gather',
  summary: 'Puts what people did not read into mails, one a person. The server does it by itself.',
  requires: 'system',
  input: z.object({ origin: z.string().max(300).describe('Where links lead: `https://shortlist.example.com`') }),
  output: z.object({ made: z.int() }),
});

export const takeMail = command({
  name: 'mail.take',
  summary: 'Takes mails that are due, so that nobody else sends them for ten minutes. The server does it by itself.',
  requires: 'system',
  input: z.object({}),
  output: z.object({ items: z.array(Mail).max(20) }),
});

export const settleMail = command({
  name: 'mail.settle',
  summary: 'Says that a mail went out, or why not: then it is tried again later. The server does it by itself.',
  requires: 'system',
  input: z.object({ mailId: idOf('mail'), error: z.string().max(300).nullable() }),
  output: Mail,
});

export const unsubscribeMail = command({
  name: 'mail.unsubscribe',
  summary: 'Ends the mails of whom the link was sent to. What they are told stays in the app.',
  requires: 'anyone',
  input: z.object({ token: z.string().min(20).max(80).describe('From the link in a mail') }),
  output: z.object({ ended: z.literal(true) }),
});
