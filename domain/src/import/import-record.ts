/** The one shape every tracker's issues are brought into, and that a server accepts from an importing client. */
import { z } from 'zod';
import { filledLine, instant, longText, url } from '../schema-parts.ts';
import { importLimits } from './import-limits.ts';

/** Leaves room below the 300 characters of an entity's external id for what is derived from a record's. */
const recordExternalId = filledLine(220);
const login = filledLine(importLimits.nameLength);

export const ImportComment = z
  .object({
    externalId: filledLine(300).describe('Its id in the tracker, or one derived from the issue, its time and its author'),
    author: login.nullable().describe('Who wrote it; null where the account is gone'),
    body: longText(importLimits.textLength).describe('Markdown as written'),
    createdAt: instant,
    url: url.optional().describe('Where it can be read'),
  })
  .describe('One comment below an imported issue');
export type ImportComment = z.infer<typeof ImportComment>;

export const importStates = ['open', 'done', 'wont_do'] as const;

export const ImportRecord = z
  .object({
    source: z.enum(['github']).describe('The tracker'),
    externalId: recordExternalId.describe('Stable and unique within the source: `owner/repository#12`'),
    number: z.int().min(1).max(9_999_999_999).describe('The number people say, unique within one repository'),
    title: filledLine(importLimits.titleLength),
    body: longText(importLimits.textLength).describe('Markdown as written; may be empty'),
    url: url.describe('Where the issue can be read'),
    author: login.nullable().describe('Login of who opened it; null where the account is gone'),
    labels: z.array(filledLine(importLimits.nameLength)).max(importLimits.labels),
    assignees: z.array(login).max(importLimits.labels).describe('Logins'),
    createdAt: instant,
    updatedAt: instant,
    closedAt: instant.nullable().describe('Null exactly while it is open'),
    state: z.enum(importStates).describe('`wont_do` is closed as not planned or as a duplicate'),
    comments: z
      .array(ImportComment)
      .max(importLimits.comments)
      .nullable()
      .describe('Null where the file carries no comment texts: kept evidence must then stay'),
    commentCount: z
      .int()
      .min(0)
      .nullable()
      .describe('How many the issue has, where texts are missing more than `comments`; null where the file does not say'),
  })
  .refine((record) => (record.state === 'open') === (record.closedAt === null), {
    path: ['closedAt'],
    error: 'must be null exactly while the issue is open',
  })
  .describe('An issue of another tracker, ready to be imported');
export type ImportRecord = z.infer<typeof ImportRecord>;

/** Something that was cut, mended or done otherwise than asked. `note` is half a sentence: "the title is cut to 500 characters". */
export interface RecordNote {
  readonly externalId: string;
  readonly note: string;
}
