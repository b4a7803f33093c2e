// A running review as one person sees it: which idea is shown, what is being decided, and what was refused.
import type { InputOf } from '@shortlist/domain/operations.ts';
import { useMemo, useState } from 'react';
import { act } from '../app/notify.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { useMe } from '../app/use-me.ts';
import type { Refused } from '../sync/send.ts';
import { useList, type ListSpec } from '../sync/use-store.ts';
import { neighbourOf, nextIdea, waitingIn, type Idea, type Review } from './review-progress.ts';

export type ReviewDecision = InputOf<'review.decide'>['decision'];
/** The second step of a decision that needs one. */
export type ReviewStep = 'reject' | 'merge' | null;

export interface ReviewRun {
  readonly review: Review;
  /** Null when none waits any more. */
  readonly ideaId: Idea['id'] | null;
  readonly waiting: readonly Idea['id'][];
  readonly isDriver: boolean;
  readonly step: ReviewStep;
  readonly setStep: (step: ReviewStep) => void;
  /** Of the shown idea, in the words of the refusal. */
  readonly refused: string | null;
  readonly decide: (decision: ReviewDecision) => void;
  readonly undo: () => void;
  readonly walk: (by: -1 | 1) => void;
  readonly takeOver: () => void;
  readonly close: () => Promise<void>;
}

const undecidedIdeas: ListSpec<'idea'> = { entity: 'idea', where: (idea) => idea.decision === null };

export function useReviewRun(review: Review): ReviewRun {
  const me = useMe();
  const undecided = useList(undecidedIdeas);
  const waiting = useMemo(() => waitingIn(review, new Set(undecided.map(({ id }) => id))), [review, undecided]);
  // Where one has walked to by oneself; null follows the review.
  const [walkedTo, setWalkedTo] = useState<Idea['id'] | null>(null);
  const [asked] = useSearchText('step');
  const [step, setStep] = useState<ReviewStep>(asked === 'reject' || asked === 'merge' ? asked : null);
  const [refusal, setRefusal] = useState<{ readonly ideaId: string | null; readonly message: string } | null>(null);
  const ideaId = walkedTo !== null && waiting.includes(walkedTo) ? walkedTo : nextIdea(review, waiting);

  const tell = async (sending: Promise<{ readonly ok: true } | Refused>) => {
    const sent = await sending;
    if ('refused' in sent) setRefusal({ ideaId: null, message: sent.message });
  };
  const decide = (decision: ReviewDecision) => {
    setStep(null);
    setRefusal(null);
    if (ideaId === null) return;
    setWalkedTo(null);
    const input = { reviewId: review.id, ideaId, decision };
    void act('review.decide', input, { canUndo: false, quiet: true }).then((sent) => {
      if (!('refused' in sent)) return;
      setWalkedTo(ideaId);
      setRefusal({ ideaId, message: sent.message });
    });
  };
  return {
    review,
    ideaId,
    waiting,
    isDriver: review.driverId === me.id,
    step,
    setStep,
    refused: refusal !== null && (refusal.ideaId === null || refusal.ideaId === ideaId) ? refusal.message : null,
    decide,
    undo: () => {
      const last = review.entries.at(-1);
      setStep(null);
      setRefusal(null);
      if (last === undefined) return;
      setWalkedTo(last.ideaId);
      void tell(act('review.undo', { reviewId: review.id }, { canUndo: false, quiet: true }));
    },
    walk: (by) => {
      setStep(null);
      setRefusal(null);
      if (ideaId !== null) setWalkedTo(neighbourOf(review, waiting, ideaId, by));
    },
    takeOver: () => void tell(act('review.drive', { reviewId: review.id }, { canUndo: false, quiet: true })),
    close: () => tell(act('review.close', { reviewId: review.id }, { canUndo: false, quiet: true })),
  };
}
