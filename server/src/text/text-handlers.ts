/** Long texts: the base of a merge is the value the log kept. */
import { refuse } from '@shortlist/domain/refusal.ts';
import { editText } from '@shortlist/domain/text/text-decide.ts';
import { seqOfEntity, valueAt } from '../changes/read-changes.ts';
import { lockOne, readOne } from '../db/load-entity.ts';
import type { Handlers } from '../handler.ts';
import { noItem } from '../story/story-handlers.ts';

export const textHandlers: Pick<Handlers, 'text.edit' | 'text.get'> = {
  'text.edit': async ({ trx, workspaceId, context }, input) => {
    // Locking the story keeps two first edits of its text apart.
    const story = await lockOne(trx, 'story', workspaceId, input.subjectId);
    if (story === undefined) return noItem(input.subjectId);
    const id = `${input.subjectId}.${input.field}`;
    const current = (await lockOne(trx, 'text', workspaceId, id)) ?? null;
    const base = input.baseSeq === 0 ? null : await valueAt(trx, workspaceId, 'text', id, input.baseSeq);
    if (base === undefined) return refuse('conflict', 'baseSeq names no version of this text. Read it again.');
    const baseText = typeof base?.['text'] === 'string' ? base['text'] : '';
    return editText({ current, base: baseText }, input, context);
  },

  'text.get': async ({ db, workspaceId }, input) => {
    const id = `${input.subjectId}.${input.field}`;
    // The number first: an edit in between is then merged, not overwritten.
    const seq = await seqOfEntity(db, workspaceId, 'text', id);
    return { seq, text: (await readOne(db, 'text', workspaceId, id)) ?? null };
  },
};
