// A running review as one person sees it: which idea is shown, what is being decided, and what was refused.
import type { InputOf } from '@shortlist/domain/operations.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { act } from '../app/notify.ts';
import { actInRoom } from '../backlog/make-room.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { useMe } from '../app/use-me.ts';
import { undecidedIdeas } from '../idea/undecided-ideas.ts';
import type { Refused } from '../sync/send.ts';
import { useList } from '../sync/use-store.ts';
import { neighbourOf, shownIdea, waitingIn, type Idea, type Review } from './review-progress.ts';

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

export function useReviewRun(review: Review): ReviewRun {
  const me = useMe();
  const undecided = useList(undecidedIdeas);
  const waiting = useMemo(() => waitingIn(review, new Set(undecided.map(({ id }) => id))), [review, undecided]);
  const [asked] = useSearchText('step');
  const [step, setStep] = useState<ReviewStep>(asked === 'reject' || asked === 'merge' ? asked : null);
  const [refusal, setRefusal] = useState<{ readonly ideaId: string | null; readonly message: string } | null>(null);
  const isDriver = review.driverId === me.id;
  const { ideaId, goTo } = useWalk(review, waiting, isDriver);

  const tell = async (sending: Promise<{ readonly ok: true } | Refused>) => {
    const sent = await sending;
    if ('refused' in sent) setRefusal({ ideaId: null, message: sent.message });
  };
  const decide = (decision: ReviewDecision) => {
    setStep(null);
    setRefusal(null);
    if (ideaId === null) return;
    goTo(null);
    const input = { reviewId: review.id, ideaId, decision };
    const telling = { canUndo: false, quiet: true };
    const sending =
      decision.kind === 'refine'
        ? actInRoom('review.decide', input, telling, decision.teamId)
        : act('review.decide', input, telling);
    void sending.then((sent) => {
      if ('refused' in sent) setRefusal({ ideaId, message: sent.message });
    });
  };
  return {
    review,
    ideaId,
    waiting,
    isDriver,
    step,
    setStep,
    refused: refusal !== null && (refusal.ideaId === null || refusal.ideaId === ideaId) ? refusal.message : null,
    decide,
    undo: () => {
      setStep(null);
      setRefusal(null);
      goTo(null);
      void tell(act('review.undo', { reviewId: review.id }, { canUndo: false, quiet: true }));
    },
    walk: (by) => {
      setStep(null);
      setRefusal(null);
      if (ideaId !== null) goTo(neighbourOf(review, waiting, ideaId, by));
    },
    takeOver: () => void tell(act('review.drive', { reviewId: review.id }, { canUndo: false, quiet: true })),
    close: () => tell(act('review.close', { reviewId: review.id }, { canUndo: false, quiet: true })),
  };
}

/** Milliseconds a walk rests before the others are shown where it led: held arrows are one command. */
const restMs = 120;

/** The shown idea, and how to leave it: where the driver goes all go; who follows may look around until the review moves. */
function useWalk(review: Review, waiting: readonly Idea['id'][], isDriver: boolean) {
  const [walk, setWalk] = useState<{ readonly to: Idea['id'] | null; readonly from: Review } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const isOpen = walk !== null && isSamePlace(walk.from, review) && walk.to !== null && waiting.includes(walk.to);
  const goTo = (to: Idea['id'] | null) => {
    clearTimeout(timer.current);
    setWalk({ to, from: review });
    if (to === null || !isDriver) return;
    const show = () => void act('review.show', { reviewId: review.id, ideaId: to }, { canUndo: false });
    timer.current = setTimeout(show, restMs);
  };
  return { ideaId: isOpen ? walk.to : shownIdea(review, waiting), goTo };
}

/** Nothing was decided or shown in between. */
function isSamePlace(one: Review, other: Review): boolean {
  return one.shownId === other.shownId && one.entries.length === other.entries.length && one.driverId === other.driverId;
}
