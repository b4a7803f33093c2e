/** The review: going through undecided ideas, deciding each, and taking decisions back. */
import type { Placement } from '../backlog/placement.ts';
import { enterRefinement, type RefinementRoom } from '../backlog/refinement-room.ts';
import { memberOf, put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Idea, IdeaDecision } from '../idea/idea.ts';
import type { Id } from '../ids.ts';
import { labelled } from '../label/given-labels.ts';
import type { OutputOf, ParsedInputOf } from '../operations.ts';
import { rankBetween } from '../rank.ts';
import { refuse } from '../refusal.ts';
import { newStory, newTask, refinementPlacement } from '../story/new-item.ts';
import type { Story } from '../story/story.ts';
import type { Task } from '../story/task.ts';
import type { Team } from '../workspace/team.ts';
import type { Review, ReviewEntry } from './review.ts';
import { answersAfterMinutes } from './answer-time.ts';
import { summarize } from './review-summary.ts';
import { mayDrive, closed } from './may-drive.ts';

export function startReview(
  state: { readonly undecided: readonly Idea[]; readonly named: readonly Idea[] | null },
  _input: ParsedInputOf<'review.start'>,
  context: DecisionContext,
): Decision<Review> {
  const ideas = state.named ?? state.undecided;
  const open = ideas.filter((idea) => idea.decision === null);
  if (open.length === 0) {
    return refuse('conflict', 'There is nothing to review: every idea is decided. Capture one first.');
  }
  const by = memberOf(context.actor);
  const review: Review = {
    id: context.newId('review'),
    startedBy: by,
    driverId: by,
    startedAt: context.now,
    closedAt: null,
    queue: open.toSorted((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1)).map((idea) => idea.id),
    entries: [],
    shownId: null,
    summary: null,
    answersAt: null,
    answeredAt: null,
  };
  return { changes: [put('review.started', 'review', review)], value: review };
}

export interface DecideState {
  readonly review: Review;
  readonly idea: Idea;
  /** The idea it is merged into; null unless the decision merges. */
  readonly into: Idea | null;
  /** The team whose refinement it enters; null unless the decision refines. */
  readonly team: Team | null;
  readonly lastRank: string | null;
  /** Of that team; null unless the decision refines. */
  readonly room: RefinementRoom | null;
  /** What it was before it came back to the parking lot, if it becomes that again; else null. */
  readonly former: Placement | null;
  /** Of the idea: what it becomes has them too. */
  readonly labelIds: readonly Id<'label'>[];
  readonly handle: string;
}

export function decideInReview(
  state: DecideState,
  input: ParsedInputOf<'review.decide'>,
  context: DecisionContext,
): Decision<OutputOf<'review.decide'>> {
  const { review, idea } = state;
  const by = memberOf(context.actor);
  const refused = mayDrive(review, by);
  if (refused !== null) return refused;
  if (idea.decision !== null) {
    return refuse('already_decided', `${idea.handle} is decided already. Undo that decision first to decide it again.`);
  }
  const entry: ReviewEntry = { ideaId: idea.id, kind: input.decision.kind, by, at: context.now };
  const reviewed: Review = {
    ...review,
    queue: review.queue.includes(idea.id) ? review.queue : [...review.queue, idea.id],
    entries: [...review.entries, entry],
    shownId: null,
  };
  const changes: Change[] = [];
  let decided: Idea;
  let itemId: Id<'item'> | null = null;
  switch (input.decision.kind) {
    case 'keep': {
      if (idea.keptCount >= 3) {
        return refuse(
          'conflict',
          `${idea.handle} was kept three times already. Refine it, merge it, or reject it with a reason.`,
        );
      }
      decided = { ...idea, keptCount: idea.keptCount + 1 };
      changes.push(put('idea.kept', 'idea', decided));
      break;
    }
    case 'reject': {
      const { reason, sentence } = input.decision;
      decided = end(idea, { kind: 'reject', reason, sentence, by, at: context.now });
      changes.push(put('idea.rejected', 'idea', decided));
      break;
    }
    case 'merge': {
      const { into } = state;
      if (into === null || into.id === idea.id) {
        return refuse('conflict', 'An idea cannot be merged into itself. Name another idea.');
      }
      if (into.decision?.kind === 'merge') {
        return refuse('conflict', `${into.handle} was itself merged. Merge into the idea it went to.`, {
          intoId: into.decision.intoId,
        });
      }
      decided = end(idea, { kind: 'merge', intoId: into.id, sentence: input.decision.sentence, by, at: context.now });
      changes.push(put('idea.merged', 'idea', decided));
      break;
    }
    case 'refine': {
      if (state.team === null || state.room === null)
        return refuse('not_found', 'There is no such team. Name the team that will refine it.');
      const entered = enterRefinement(state.room, input.decision.over, context);
      if ('refused' in entered) return entered;
      const made =
        state.former === null
          ? refined(idea, state.team, input.decision.as, state, entered.override, context)
          : comeAgain(idea, state.team, state.former, { ...entered, rank: rankBetween(state.lastRank, null) }, context);
      decided = made.idea;
      itemId = made.itemId;
      changes.push(...made.changes);
      break;
    }
    default:
      return input.decision satisfies never;
  }
  changes.push(put('review.decided', 'review', reviewed));
  return { changes, value: { idea: decided, review: reviewed, itemId } };
}

interface Refined {
  readonly idea: Idea;
  readonly itemId: Id<'item'>;
  readonly changes: readonly Change[];
}

/** The item that it was, as it was left. */
function comeAgain(
  idea: Idea,
  team: Team,
  former: Placement,
  entered: Pick<Placement, 'override' | 'rank'>,
  { actor, now }: DecisionContext,
): Refined {
  const decided = end(idea, { kind: 'refine', itemId: former.id, teamId: team.id, by: memberOf(actor), at: now });
  const placement: Placement = {
    ...former,
    ...entered,
    teamId: team.id,
    stepId: null,
    droppedAt: null,
    parkedAs: null,
    enteredStepAt: now,
  };
  return {
    idea: decided,
    itemId: former.id,
    changes: [put('idea.refined', 'idea', decided), put('item.placed', 'placement', placement)],
  };
}

function refined(
  idea: Idea,
  team: Team,
  as: 'story' | 'task',
  state: DecideState,
  override: Placement['override'],
  context: DecisionContext,
): Refined {
  const made =
    as === 'story'
      ? newStory(context, { handle: state.handle, title: idea.problem.slice(0, 200), ideaId: idea.id })
      : newTask(context, { handle: state.handle, title: idea.problem, why: '', ideaId: idea.id });
  const by = memberOf(context.actor);
  const decided = end(idea, { kind: 'refine', itemId: made.id, teamId: team.id, by, at: context.now });
  const rank = rankBetween(state.lastRank, null);
  const placement = { ...refinementPlacement(made.id, as, team.id, rank, context.now), override };
  const changes: Change[] = [put('idea.refined', 'idea', decided)];
  // `as` decides which of the two was made; the compiler does not tie them together.
  if (as === 'story') changes.push(put('story.created', 'story', made as Story), ...problemText(idea, made.id, context));
  else changes.push(put('task.created', 'task', made as Task));
  changes.push(put('item.placed', 'placement', placement));
  if (state.labelIds.length > 0) changes.push(labelled(made.id, state.labelIds, 'labels.carried'));
  return { idea: decided, itemId: made.id, changes };
}

function problemText(idea: Idea, itemId: Id<'item'>, context: DecisionContext): Change[] {
  const text = idea.context === null ? idea.problem : `${idea.problem}\n\n${idea.context}`;
  return [
    put('text.written', 'text', { id: `${itemId}.problem`, subjectId: itemId, field: 'problem', text, editedAt: context.now }),
  ];
}

function end(idea: Idea, decision: IdeaDecision): Idea {
  return { ...idea, decision, decidedAt: decision.at };
}

export function showInReview(
  state: { readonly review: Review },
  input: ParsedInputOf<'review.show'>,
  context: DecisionContext,
): Decision<Review> {
  const refused = mayDrive(state.review, memberOf(context.actor));
  if (refused !== null) return refused;
  if (!state.review.queue.includes(input.ideaId)) {
    return refuse('not_found', 'This idea is not part of the review. Show one of its queue.');
  }
  if (state.review.entries.some(({ ideaId }) => ideaId === input.ideaId)) {
    return refuse('already_decided', 'This review has decided that idea already. Undo that decision to see it again.');
  }
  const review: Review = { ...state.review, shownId: input.ideaId };
  return { changes: [put('review.shown', 'review', review)], value: review };
}

export function driveReview(
  state: { readonly review: Review },
  input: ParsedInputOf<'review.drive'>,
  context: DecisionContext,
): Decision<Review> {
  if (state.review.closedAt !== null) return closed();
  const review: Review = { ...state.review, driverId: input.driverId ?? memberOf(context.actor) };
  return { changes: [put('review.handed_over', 'review', review)], value: review };
}

export function closeReview(
  state: { readonly review: Review; readonly leftOver: number },
  _input: ParsedInputOf<'review.close'>,
  context: DecisionContext,
): Decision<Review> {
  if (state.review.closedAt !== null) return closed();
  const review = closedAt(state.review, state.leftOver, context.now);
  return { changes: [put('review.closed', 'review', review)], value: review };
}

/** As it is closed; the answers wait for half an hour, so that what was decided too fast can be taken back. */
export function closedAt(review: Review, leftOver: number, now: string): Review {
  const answersAt = new Date(Date.parse(now) + answersAfterMinutes * 60_000).toISOString();
  return { ...review, closedAt: now, summary: summarize(review, leftOver), answersAt };
}
