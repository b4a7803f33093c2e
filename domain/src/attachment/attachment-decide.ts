/** Attaching files to ideas and work items. Their bytes are received and kept elsewhere. */
import { memberOf, put, remove, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import { attachmentLimits } from './attachment-limits.ts';
import type { Attachment } from './attachment.ts';

export interface ReceivedFile {
  readonly id: Attachment['id'];
  /** Who sent it. */
  readonly memberId: string;
  readonly type: string;
  readonly size: number;
}

export interface AttachState {
  /** Null where no such file was received, or it was removed since. */
  readonly file: ReceivedFile | null;
  readonly isAttached: boolean;
  /** How many attachments the subject has. */
  readonly count: number;
}

export function addAttachment(
  { file, isAttached, count }: AttachState,
  input: ParsedInputOf<'attachment.add'>,
  context: DecisionContext,
): Decision<Attachment> {
  const by = memberOf(context.actor);
  if (file === null || file.memberId !== by) {
    return refuse('not_found', 'This file was not received, or too long ago. Send it again.');
  }
  if (isAttached) return refuse('conflict', 'This file is attached already. Send it once more to attach it twice.');
  if (count >= attachmentLimits.perSubject) {
    return refuse(
      'conflict',
      `There are ${count} files here, and ${attachmentLimits.perSubject} are the most. Remove one, or put a link in the text.`,
    );
  }
  const { id, type, size } = file;
  const attachment: Attachment = {
    id,
    subjectId: input.subjectId,
    name: input.name,
    type,
    size,
    addedBy: by,
    addedAt: context.now,
  };
  return { changes: [put('attachment.added', 'attachment', attachment)], value: attachment };
}

export function removeAttachment(
  { attachment }: { readonly attachment: Attachment },
  context: DecisionContext,
): Decision<Attachment> {
  if (context.actor.role === 'suggester' && attachment.addedBy !== context.actor.memberId) {
    return refuse('not_allowed', 'Only who attached it, or a member of the workspace, takes it away.');
  }
  return { changes: [remove('attachment.removed', 'attachment', attachment.id, attachment.subjectId)], value: attachment };
}
