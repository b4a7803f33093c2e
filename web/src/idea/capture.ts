// Sending a draft as an idea, and saying what became of it wherever the reader is by then.
import type { InputOf } from '@shortlist/domain/operations.ts';
import { act, notifyDone } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { discardDraft, markSending, type Draft } from './drafts.ts';

/** Someone who may be named as the one who has the problem. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Captures a draft; the draft is kept until the server has it. Answers why it was refused, or null. */
export async function captureDraft(draft: Draft, people: readonly Person[], isOffline: boolean): Promise<Refused | null> {
  markSending(draft.id, true);
  if (isOffline) notifyDone('Kept. It is captured and gets its handle when the connection is back.');
  const sent = await act('idea.capture', inputOf(draft, people), {
    done: (idea) => `${idea.handle} is in the parking lot.`,
    quiet: true,
  });
  if ('refused' in sent) {
    markSending(draft.id, false);
    return sent;
  }
  discardDraft(draft.id);
  return null;
}

function inputOf(draft: Draft, people: readonly Person[]): InputOf<'idea.capture'> {
  const context = oneLine(draft.context);
  const name = draft.forWhom.trim();
  const known = people.find((person) => person.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  return {
    problem: oneLine(draft.problem),
    ...(context !== '' && { context }),
    ...(name !== '' && { forWhom: known === undefined ? { name } : { personId: known.id } }),
  };
}

/** Pasted line ends become spaces: both fields are one line that may wrap. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
