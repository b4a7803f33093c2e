/** Stories that go without a flag: a reason, and a ladder of two rungs. */
import { put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Environment } from '../environment/environment.ts';
import type { Flag } from '../flag/flag.ts';
import type { Id } from '../ids.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Story } from '../story/story.ts';
import { mayReleaseIn, type ReleaseState } from './may-release.ts';
import type { ShortRung } from './rung-words.ts';

export interface NoFlagState extends ReleaseState {
  readonly story: Story;
  readonly flagOfStory: Flag | null;
}

export function goWithoutFlag(
  { story, flagOfStory }: NoFlagState,
  input: ParsedInputOf<'ladder.goWithout'>,
  { actor, now }: DecisionContext,
): Decision<Story> {
  const { handle, noFlag } = story;
  if (flagOfStory !== null) {
    return refuse('conflict', `${handle} has the flag ${flagOfStory.key}. Unlink it first, if the story needs none.`);
  }
  if (input.reason === null) {
    if (noFlag === null) return refuse('conflict', `Nobody said that ${handle} needs no flag.`);
    return changed('story.needs_flag', { ...story, noFlag: null });
  }
  const before = noFlag ?? { rung: 'off' as const, movedAt: now, byId: actor.memberId };
  return changed('story.goes_without_flag', { ...story, noFlag: { ...before, reason: input.reason } });
}

export function moveWithoutFlag(
  state: NoFlagState,
  { rung }: ParsedInputOf<'ladder.moveWithout'>,
  context: DecisionContext,
): Decision<Story> {
  const { story } = state;
  if (story.noFlag === null) {
    return refuse('conflict', `${story.handle} does not go without a flag. Say first why it needs none, or move its flag.`);
  }
  if (story.noFlag.rung === rung) {
    return refuse('conflict', rung === 'off' ? `Nobody has ${story.handle} already.` : `Everyone has ${story.handle} already.`);
  }
  // Down is free to all.
  const refused = rung === 'off' ? null : mayReleaseInProduction(state, context);
  return refused ?? changed(rung === 'off' ? 'story.taken_back' : 'story.released', movedTo(story, rung, context));
}

export interface DeployedState {
  /** Null where the environment is not there. */
  readonly environment: Environment | null;
  /** What was named and is a story. */
  readonly stories: readonly NoFlagState[];
}

export function reportDeployed(
  { environment, stories }: DeployedState,
  input: ParsedInputOf<'ladder.deployed'>,
  context: DecisionContext,
): Decision<{ readonly released: string[]; readonly left: { itemId: Id<'item'>; why: string }[] }> {
  if (environment === null) return refuse('not_found', `There is no environment ${input.environment}. Check its key.`);
  const known = new Map<string, NoFlagState>(stories.map((one) => [one.story.id, one]));
  const changes: Change[] = [];
  const released: string[] = [];
  const left: { itemId: Id<'item'>; why: string }[] = [];
  for (const itemId of new Set(input.itemIds)) {
    const state = known.get(itemId);
    const why = state === undefined ? 'It is no story.' : whyNot(state, environment);
    if (state === undefined || why !== null) {
      left.push({ itemId, why: why ?? '' });
      continue;
    }
    const refused = mayReleaseInProduction(state, context);
    if (refused !== null) return refused;
    changes.push(put('story.released', 'story', movedTo(state.story, 'everyone', context)));
    released.push(state.story.handle);
  }
  return { changes, value: { released, left } };
}

function whyNot({ story, flagOfStory }: NoFlagState, environment: Environment): string | null {
  if (flagOfStory !== null) return `Its flag ${flagOfStory.key} says who sees it.`;
  if (story.noFlag === null) return 'It has no flag, and nobody said that it needs none.';
  if (story.noFlag.rung === 'everyone') return 'Everyone has it already.';
  return environment.isProduction ? null : `${environment.name} is not production.`;
}

function mayReleaseInProduction({ environments, teams }: NoFlagState, { actor }: DecisionContext): Refusal | null {
  const refusals = environments.filter((one) => one.isProduction).map((one) => mayReleaseIn(one, teams, actor));
  return refusals.find((one) => one !== null) ?? null;
}

function movedTo(story: Story, rung: ShortRung, { actor, now }: DecisionContext): Story {
  const reason = story.noFlag?.reason ?? '';
  return { ...story, noFlag: { reason, rung, movedAt: now, byId: actor.memberId } };
}

function changed(event: string, story: Story): Decision<Story> {
  return { changes: [put(event, 'story', story)], value: story };
}
