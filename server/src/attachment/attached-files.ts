/** Receiving and handing out the bytes of attachments: what the HTTP edge is given of this feature. */
import type { Attachment } from '@shortlist/domain/attachment/attachment.ts';
import type { Actor } from '@shortlist/domain/decision.ts';
import { memberOf } from '@shortlist/domain/decision.ts';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import type { Readable } from 'node:stream';
import type { Database } from '../db/connect.ts';
import type { FileStore } from '../files/file-store.ts';
import { attachmentFor } from './attachment-handlers.ts';
import { receiveFile, type ReceivedAnswer } from './received-files.ts';

export interface AttachedFiles {
  /** Keeps a file for the actor until it is attached. Throws what the source threw. */
  readonly receive: (
    actor: Actor,
    sent: { readonly bytes: AsyncIterable<Uint8Array>; readonly claimedType: string },
  ) => Promise<ReceivedAnswer | Refusal>;
  /** The attachment with its bytes, where this actor may have it; else null. */
  readonly find: (
    actor: Actor,
    id: string,
  ) => Promise<{ readonly attachment: Attachment; readonly stream: () => Readable } | null>;
  /** Any received file, whoever may have it: for a backup. */
  readonly read: FileStore['read'];
}

export function attachedFiles(database: Database, files: FileStore, clock: () => string): AttachedFiles {
  return {
    receive: async (actor, sent) => {
      const cannot = database.mayWrite();
      if (cannot !== null) return refuse(database.state() === 'up' ? 'no_space' : 'database_down', cannot);
      const sender = { workspaceId: actor.workspaceId, memberId: memberOf(actor), now: clock() };
      return await receiveFile(database.db, files, sender, sent);
    },
    read: files.read,
    find: async (actor, id) => {
      const attachment = await attachmentFor(database.db, actor, id);
      const file = attachment === null ? null : await files.read(attachment.id);
      return attachment === null || file === null ? null : { attachment, stream: file.stream };
    },
  };
}
