/** Splitting a story: some of its criteria go on in a new one, and links to them still find them there. */
import { mayMoveItems } from '../backlog/may-move-items.ts';
import type { Placement } from '../backlog/placement.ts';
import { enterRefinement, type RefinementRoom } from '../backlog/refinement-room.ts';
import { put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import { meterSentence } from '../forecast/gate-words.ts';
import { gateVerdict, type Gate } from '../forecast/gate.ts';
import type { Link } from '../link/link.ts';
import type { OutputOf, ParsedInputOf } from '../operations.ts';
import { personaByName } from '../persona/new-persona.ts';
import type { Persona } from '../persona/persona.ts';
import { rankBetween } from '../rank.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Team } from '../workspace/team.ts';
import { firstStep } from '../workspace/workflow.ts';
import { branchOf, criteriaInOrder } from './criterion-tree.ts';
import type { Criterion } from './criterion.ts';
import { newStory, refinementPlacement } from './new-item.ts';
import type { Question } from './question.ts';
import { readinessActs, storyReadiness } from './readiness.ts';
import type { Story } from './story.ts';

export interface SplitState {
  readonly story: Story;
  /** All of the story's, its row locked. */
  readonly criteria: readonly Criterion[];
  readonly placement: Placement;
  /** The team whose refinement or backlog it is on, locked. */
  readonly team: Team;
  /** The rank that follows the story's own among the team's; null: it is the last. */
  readonly nextRank: string | null;
  /** The team's gate now; null where the story is not on a backlog, so that nothing is promised. */
  readonly gate: Gate | null;
  readonly room: RefinementRoom;
  readonly handle: string;
  /** All of the workspace where one is named. */
  readonly personas: readonly Persona[];
}

const noQuestions: readonly Question[] = [];

export function splitStory(
  state: SplitState,
  input: ParsedInputOf<'story.split'>,
  context: DecisionContext,
): Decision<OutputOf<'story.split'>> {
  const moving = movingBranches(state.criteria, input.criterionIds);
  const refused = hasEnded(state.placement) ?? isMissing(moving, input) ?? isAll(state, moving);
  if (refused !== null) return refused;
  const made = splitOff(state, input, moving, context);
  const stay = whyInRefinement(state, made.story, made.criteria, context);
  const entered = stay === null ? { override: null } : enterRefinement(state.room, input.over, context);
  if ('refused' in entered) return entered;
  const placement = { ...placed(state, made.story.id, stay === null, context), ...entered };
  const link: Link = {
    id: context.newId('link'),
    fromId: made.story.id,
    toId: state.story.id,
    kind: 'splitFrom',
    addedBy: context.actor.memberId,
    addedAt: context.now,
  };
  const changes: Change[] = [
    ...made.changes,
    put('story.split_off', 'story', made.story),
    ...made.criteria.map((criterion) => put('criterion.moved_on', 'criterion', criterion)),
    put('link.added', 'link', link),
    put(placement.stepId === null ? 'item.placed' : 'item.committed', 'placement', placement),
  ];
  return { changes, value: { story: made.story, placement, stays: stay } };
}

/** The named criteria with everything below them, in the order of the tree. */
function movingBranches(criteria: readonly Criterion[], ids: readonly string[]): readonly Criterion[] {
  const moving = new Set(criteria.filter(({ id }) => ids.includes(id)).flatMap((root) => branchOf(criteria, root)));
  return criteriaInOrder(criteria).flatMap(({ criterion }) => (moving.has(criterion) ? [criterion] : []));
}

function hasEnded({ doneAt, droppedAt }: Placement): Refusal | null {
  if (doneAt === null && droppedAt === null) return null;
  return refuse('conflict', 'It is finished or given up, so there is nothing left to split. Reopen it first.');
}

function isMissing(moving: readonly Criterion[], { criterionIds }: ParsedInputOf<'story.split'>): Refusal | null {
  const known = new Set<string>(moving.map(({ id }) => id));
  if (criterionIds.every((id) => known.has(id))) return null;
  return refuse('not_found', 'One of the criteria is not of this story any more. Look again, and choose anew.');
}

function isAll({ story, criteria }: SplitState, moving: readonly Criterion[]): Refusal | null {
  if (moving.length === 0 || moving.length < criteria.length) return null;
  return refuse('conflict', `All criteria would go, and ${story.handle} would have none left. Leave at least one there.`);
}

/** The new story with the criteria that came along, before it is known where it stands. */
function splitOff(
  { story, handle, personas }: SplitState,
  input: ParsedInputOf<'story.split'>,
  moving: readonly Criterion[],
  context: DecisionContext,
): { readonly story: Story; readonly criteria: readonly Criterion[]; readonly changes: readonly Change[] } {
  const named = input.persona === undefined ? null : personaByName(personas, input.persona, context);
  const words = {
    personaId: named === null ? story.personaId : named.id,
    need: input.need ?? story.need,
    benefit: input.benefit ?? story.benefit,
  };
  const isReworded = words.personaId !== story.personaId || words.need !== story.need || words.benefit !== story.benefit;
  const begun = newStory(context, { handle, title: input.title, ideaId: story.ideaId });
  // Whatever else a story has (how it is released, where it was imported from) is not the new one's.
  const made: Story = {
    ...emptied(story),
    ...begun,
    ...words,
    outcome: story.outcome,
    ownerId: story.ownerId,
    collaboratorIds: story.collaboratorIds,
    criteriaNumbered: moving.length,
    // Who has read these words has read them, whichever story they stand in.
    ...(!isReworded && { wordedBy: story.wordedBy, wordedAt: story.wordedAt }),
    read: isReworded ? null : story.read,
    designRead: isReworded ? null : story.designRead,
  };
  const along = new Set<string>(moving.map(({ id }) => id));
  const criteria = moving.map((criterion, index): Criterion => {
    const isPart = criterion.parentId !== null && along.has(criterion.parentId);
    return {
      ...criterion,
      storyId: made.id,
      number: index + 1,
      parentId: isPart ? criterion.parentId : null,
      formerly: [...criterion.formerly, { storyId: story.id, number: criterion.number }].slice(-mostFormer),
    };
  });
  return { story: made, criteria: rankedAnew(criteria), changes: named?.changes ?? [] };
}

/** The same fields with nothing in them. */
function emptied(story: Story): Story {
  // What must not be null is set by whoever begins one from it.
  return Object.fromEntries(Object.keys(story).map((field) => [field, null])) as unknown as Story;
}

/** As many former addresses as the schema lets a criterion keep. */
const mostFormer = 50;

/** Those who come from below different criteria stand beside each other now, in the order they had. */
function rankedAnew(criteria: readonly Criterion[]): readonly Criterion[] {
  let last: string | null = null;
  return criteria.map((criterion) => {
    if (criterion.parentId !== null) return criterion;
    last = rankBetween(last, null);
    return { ...criterion, rank: last };
  });
}

/** Why the new story is not committed beside the one it came from, as a sentence; null where it is. */
function whyInRefinement(
  { gate, team, story }: SplitState,
  made: Story,
  criteria: readonly Criterion[],
  { actor }: DecisionContext,
): string | null {
  if (gate === null) return `${made.handle} is in refinement, as ${story.handle} is.`;
  if (!mayMoveItems(team, actor)) return `${made.handle} is in refinement, since only members of ${team.name} commit its items.`;
  const { missing } = storyReadiness(made, { criteria, questions: noQuestions, team });
  if (missing.length > 0) {
    return `${made.handle} is in refinement, since it is not ready. Still to do: ${missing.map((point) => readinessActs[point]).join('; ')}.`;
  }
  if (gateVerdict(gate.window, 1) === 'accept') return null;
  return `${made.handle} is in refinement, since the window is full: ${meterSentence(gate.window)}.`;
}

/** Behind the story it came from. */
function placed(
  { team, placement, nextRank }: SplitState,
  id: Story['id'],
  isCommitted: boolean,
  { now }: DecisionContext,
): Placement {
  const inRefinement = refinementPlacement(id, 'story', team.id, rankBetween(placement.rank, nextRank), now);
  return isCommitted ? { ...inRefinement, stepId: firstStep(team, 'todo').id, committedAt: now } : inRefinement;
}
