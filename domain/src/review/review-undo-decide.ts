/** Taking back the last decision of a review, while it is open and until its answers go out. */
import type { Placement } from '../backlog/placement.ts';
import { memberOf, put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Idea } from '../idea/idea.ts';
import type { Id } from '../ids.ts';
import { labellingId } from '../label/labels-of.ts';
import type { OutputOf, ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import type { Story } from '../story/story.ts';
import type { Task } from '../story/task.ts';
import type { Review } from './review.ts';
import { summarize } from './review-summary.ts';
import { mayDrive, closed } from './may-drive.ts';

export interface UndoState {
  readonly review: Review;
  /** The idea of the last entry; null when there is none. */
  readonly idea: Idea | null;
  /** Of a closed review: undecided ideas of its queue that nobody decided in it. */
  readonly leftOver: number;
  /** What a `refine` made, to be removed again; empty for other decisions. */
  readonly made: {
    readonly story: Story | null;
    readonly task: Task | null;
    readonly placement: Placement | null;
    readonly isLabelled: boolean;
    /** It was there before, and came again from the parking lot. */
    readonly cameAgain: boolean;
    /** Whether anything of it was changed after the decision. */
    readonly touched: boolean;
  };
}

export function undoInReview(
  state: UndoState,
  _input: ParsedInputOf<'review.undo'>,
  context: DecisionContext,
): Decision<OutputOf<'review.undo'>> {
  const { review, idea, made } = state;
  const refused = mayTakeBack(review, memberOf(context.actor));
  if (refused !== null) return refused;
  const last = review.entries.at(-1);
  if (last === undefined || idea === null) {
    return refuse('nothing_to_undo', 'Nothing was decided in this review, so there is nothing to undo.');
  }
  if (made.touched) {
    return refuse('changed_since', `What ${idea.handle} became was worked on since. Reject or return that item instead.`);
  }
  const undecided: Idea =
    last.kind === 'keep' ? { ...idea, keptCount: Math.max(0, idea.keptCount - 1) } : { ...idea, decision: null, decidedAt: null };
  const reviewed = withoutLast(review, idea, state.leftOver);
  const changes: Change[] = [put('idea.decision_undone', 'idea', undecided)];
  if (made.cameAgain) changes.push(...parkedAgain(made.placement, idea, context));
  else changes.push(...unmade(made));
  changes.push(put('review.undone', 'review', reviewed));
  return { changes, value: { idea: undecided, review: reviewed } };
}

/** A closed review stays closed, with figures that hold; where the others follow it the undone idea is shown. */
function withoutLast(review: Review, idea: Idea, leftOver: number): Review {
  const entries = review.entries.slice(0, -1);
  if (review.closedAt === null) return { ...review, entries, shownId: idea.id };
  return { ...review, entries, summary: summarize({ ...review, entries }, leftOver + 1) };
}

function parkedAgain(placement: Placement | null, idea: Idea, { now }: DecisionContext): readonly Change[] {
  if (placement === null) return [];
  const parked: Placement = { ...placement, droppedAt: now, parkedAs: idea.id, override: null, enteredStepAt: now };
  return [put('item.parked', 'placement', parked)];
}

function unmade(made: UndoState['made']): readonly Change[] {
  const changes: Change[] = [];
  if (made.placement !== null) changes.push(remove('item.removed', 'placement', made.placement.id));
  if (made.story !== null) {
    changes.push(remove('text.removed', 'text', `${made.story.id}.problem`, made.story.id));
    changes.push(remove('story.removed', 'story', made.story.id));
  }
  if (made.task !== null) changes.push(remove('task.removed', 'task', made.task.id));
  const madeId = made.story?.id ?? made.task?.id;
  if (made.isLabelled && madeId !== undefined) changes.push(remove('labels.removed', 'labelling', labellingId(madeId), madeId));
  return changes;
}

/** Whoever drives, while it is open; once it is closed, until its answers go out. */
function mayTakeBack(review: Review, by: Id<'person'>) {
  if (review.closedAt === null) return mayDrive(review, by);
  if (review.answersAt === null || review.answeredAt !== null) return closed();
  if (review.driverId === by) return null;
  return refuse('not_allowed', 'Only who drove this review takes its decisions back. Ask them, or capture the idea again.');
}
