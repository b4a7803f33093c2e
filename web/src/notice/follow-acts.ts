import type { FollowingState } from '@shortlist/domain/notice/notice-kinds.ts';
import { act } from '../app/notify.ts';
import type { FollowActs, Followed } from './follow-commands.ts';

const saidOf: Readonly<Record<FollowingState, (name: string) => string>> = {
  following: (name) => `You follow ${name}.`,
  left: (name) => `You are told of ${name} only when it names you.`,
  muted: (name) => `You are told nothing of ${name}.`,
};

export const followActs: FollowActs = {
  follow: (subjects, state) => {
    for (const { id, handle } of subjects) {
      void act('following.set', { subjectId: id, state }, { done: saidOf[state](nameOf(subjects, handle)), canUndo: false });
    }
  },
};

/** Toasts of one act replace each other, so the last one speaks for all. */
function nameOf(subjects: readonly Followed[], handle: string): string {
  return subjects.length === 1 ? handle : `${subjects.length} items`;
}
