/** Files of ideas, work items and personas: to what they are attached, and who may have them. */
import { addAttachment, removeAttachment } from '@shortlist/domain/attachment/attachment-decide.ts';
import type { Attachment } from '@shortlist/domain/attachment/attachment.ts';
import type { Actor } from '@shortlist/domain/decision.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { sql, type Kysely } from 'kysely';
import { fieldsOf, lockOne, readOne } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import type { Handlers } from '../handler.ts';
import { isFileId } from '../files/file-store.ts';
import { pageOf, readCursor } from '../paging.ts';

type AttachmentHandlers = Pick<Handlers, 'attachment.add' | 'attachment.remove' | 'attachment.list'>;

export const attachmentHandlers: AttachmentHandlers = {
  'attachment.add': async ({ trx, workspaceId, context }, input) => {
    const { subjectId } = input;
    // Locked, so that two files sent at once are both counted.
    const idea = await lockOne(trx, 'idea', workspaceId, subjectId);
    const isThere =
      idea !== undefined ||
      (await lockOne(trx, 'placement', workspaceId, subjectId)) !== undefined ||
      (await lockOne(trx, 'persona', workspaceId, subjectId)) !== undefined;
    const { role, memberId } = context.actor;
    if (!isThere || (role === 'suggester' && idea?.suggesterId !== memberId)) {
      return refuse('not_found', `There is no idea, work item or persona ${subjectId}. Check its handle.`);
    }
    const received = await trx
      .selectFrom('received_file')
      .select(['member_id', 'type', 'size'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', input.fileId)
      .forUpdate()
      .executeTakeFirst();
    const file =
      received === undefined
        ? null
        : { id: input.fileId, memberId: received.member_id, type: received.type, size: received.size };
    const isAttached = (await readOne(trx, 'attachment', workspaceId, input.fileId)) !== undefined;
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from attachment
      where workspace_id = ${workspaceId} and "subjectId" = ${subjectId}`.execute(trx);
    return addAttachment({ file, isAttached, count: rows[0]?.count ?? 0 }, input, context);
  },

  'attachment.remove': async ({ trx, workspaceId, context }, input) => {
    const attachment = await lockOne(trx, 'attachment', workspaceId, input.attachmentId);
    if (attachment === undefined || !(await mayHave(trx, workspaceId, attachment, context.actor))) {
      return refuse('not_found', 'There is no such file here. It may have been removed.');
    }
    return removeAttachment({ attachment }, context);
  },

  'attachment.list': async ({ db, workspaceId }, input) => {
    const [time, id] = readCursor(input.after, ['time', 'text']) ?? [null, null];
    const { rows } = await sql<Attachment>`
      select ${fieldsOf('attachment')} from attachment
      where workspace_id = ${workspaceId} and "subjectId" = ${input.subjectId}
        and (${time}::text is null or ("addedAt", id) > (${time}::timestamptz, ${id}))
      order by "addedAt", id limit ${input.limit + 1}`.execute(db);
    return pageOf(rows, input.limit, (last) => [last.addedAt, last.id]);
  },
};

/** Suggesters have the files of their own ideas; everybody else has all. */
async function mayHave(
  db: Kysely<Tables>,
  workspaceId: string,
  attachment: Attachment,
  { role, memberId }: Pick<Actor, 'role' | 'memberId'>,
): Promise<boolean> {
  if (role !== 'suggester') return true;
  return (await readOne(db, 'idea', workspaceId, attachment.subjectId))?.suggesterId === memberId;
}

/** The attachment, where this actor may have it. */
export async function attachmentFor(
  db: Kysely<Tables>,
  actor: Pick<Actor, 'workspaceId' | 'role' | 'memberId'>,
  id: string,
): Promise<Attachment | null> {
  // It comes from an address, where any bytes may stand.
  if (!isFileId(id)) return null;
  const attachment = await readOne(db, 'attachment', actor.workspaceId, id);
  if (attachment === undefined || !(await mayHave(db, actor.workspaceId, attachment, actor))) return null;
  return attachment;
}
