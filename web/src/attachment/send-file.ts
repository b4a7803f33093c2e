import type { EntityOf } from '@shortlist/domain/entities.ts';
import { attachmentLimits } from '@shortlist/domain/attachment/attachment-limits.ts';
import { act } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { uploadFile } from '../sync/upload.ts';

/** Sends a file and attaches it; says so with an undo. `onShare` hears from 0 to 1 how much is sent. */
export async function sendFile(
  file: File,
  subjectId: string,
  onShare: (share: number) => void,
): Promise<EntityOf<'attachment'> | Refused> {
  const uploaded = await uploadFile(file, onShare);
  if ('refused' in uploaded) return uploaded;
  const name = fileName(file);
  const input = { fileId: uploaded.fileId, subjectId, name };
  const added = await act('attachment.add', input, { quiet: true, done: `${name} is attached.` });
  return 'refused' in added ? added : added.value;
}

/** What people know the file by, in one line. */
export function fileName(file: File): string {
  const line = file.name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return (line === '' ? 'File' : line).slice(0, attachmentLimits.nameLength);
}
