// Sending a draft as an idea, and saying what became of it wherever the reader is by then.
import type { InputOf } from '@shortlist/domain/operations.ts';
import { act, notifyDone } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { discardDraft, keepDraft, markSending, newDraft, type Draft } from './drafts.ts';

/** Someone who may be named as the one who has the problem. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Captures a draft; the draft is kept until its idea is, here or on the server. Answers why it was refused, or null. */
export async function captureDraft(draft: Draft, people: readonly Person[], isOffline: boolean): Promise<Refused | null> {
  markSending(draft.id, true);
  if (isOffline) notifyDone('Kept. It is captured and gets its handle when the connection is back.');
  const sent = await act('idea.capture', inputOf(draft, people), {
    done: (idea) => `${idea.handle} is in the parking lot.`,
    quiet: true,
    // From then on it is sent whatever becomes of this page, and must not be captured twice.
    onKept: () => discardDraft(draft.id),
  });
  if ('refused' in sent) {
    markSending(draft.id, false);
    keepDraft(draft);
    return sent;
  }
  discardDraft(draft.id);
  return null;
}

/** An idea that was sent by an earlier page and refused is a draft again. */
export function draftAgain({ problem, context = '' }: InputOf<'idea.capture'>): void {
  keepDraft({ ...newDraft(), problem, context: context ?? '' });
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
