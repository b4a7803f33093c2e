/** Files that were received: the rows that say whose they are, until and after they are attached to something. */
import { sql, type Kysely } from 'kysely';
import { deriveId } from '@shortlist/domain/derive-id.ts';
import type { Attachment } from '@shortlist/domain/attachment/attachment.ts';
import { attachmentLimits } from '@shortlist/domain/attachment/attachment-limits.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import { isRefusal, refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { randomUUID } from 'node:crypto';
import type { Tables } from '../db/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import { headBytes, typeOfFile } from '../files/file-type.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** As long as an undo may bring an attachment back, and then some. */
const removedKeptMs = 30 * dayMs;

interface Sender {
  readonly workspaceId: string;
  readonly memberId: string;
  /** ISO 8601. */
  readonly now: string;
}

export interface ReceivedAnswer {
  readonly fileId: Id<'attachment'>;
  readonly type: string;
  readonly size: number;
}

/** Keeps the bytes and notes whose they are. Its id cannot be guessed. Whatever fails leaves neither file nor row. */
export async function receiveFile(
  db: Kysely<Tables>,
  files: FileStore,
  sender: Sender,
  sent: { readonly bytes: AsyncIterable<Uint8Array>; readonly claimedType: string },
): Promise<ReceivedAnswer | Refusal> {
  const full = await hasTooManyWaiting(db, sender);
  if (full !== null) return full;
  const fileId = deriveId(randomUUID(), 'attachment', 0);
  const size = await files.receive(fileId, sent.bytes, attachmentLimits.fileBytes);
  if (isRefusal(size)) return size;
  try {
    const type = await typeOfFile((await files.head(fileId, headBytes)) ?? new Uint8Array(), sent.claimedType);
    if (isRefusal(type)) {
      await files.remove(fileId);
      return type;
    }
    const { workspaceId, memberId, now } = sender;
    const row = { workspace_id: workspaceId, id: fileId, member_id: memberId, type, size, at: now };
    await db.insertInto('received_file').values(row).execute();
    return { fileId, type, size };
  } catch (error) {
    await files.remove(fileId);
    throw error;
  }
}

async function hasTooManyWaiting(db: Kysely<Tables>, { workspaceId, memberId }: Sender): Promise<Refusal | null> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from received_file as received
    where workspace_id = ${workspaceId} and member_id = ${memberId} and not exists (
      select from attachment where attachment.workspace_id = received.workspace_id and attachment.id = received.id)`.execute(db);
  if ((rows[0]?.waiting ?? 0) < attachmentLimits.waitingPerPerson) return null;
  return refuse(
    'too_many_requests',
    `You have sent ${attachmentLimits.waitingPerPerson} files that are attached to nothing. Attach them, or wait a day.`,
  );
}

/** Removes files that nobody attached within a day, and those whose attachment was removed thirty days ago. */
export async function removeUnusedFiles(db: Kysely<Tables>, files: FileStore, now: string): Promise<void> {
  const before = (ms: number) => new Date(Date.parse(now) - ms).toISOString();
  const { rows } = await sql<{ workspace_id: string; id: Attachment['id'] }>`
    select workspace_id, id from received_file as received
    where at < ${before(dayMs)}
      and not exists (
        select from attachment where attachment.workspace_id = received.workspace_id and attachment.id = received.id)
      and not exists (
        select from change where change.workspace_id = received.workspace_id and change.id = received.id
          and change.at > ${before(removedKeptMs)})
    order by at limit 1000`.execute(db);
  for (const { workspace_id, id } of rows) {
    // The file first: a row without its file is tried again, a file without its row would stay for ever.
    await files.remove(id);
    await db.deleteFrom('received_file').where('workspace_id', '=', workspace_id).where('id', '=', id).execute();
  }
}
