/** What people do to a flag, apart from moving it on the ladder. */
import { put, type Decision, type DecisionContext } from '../decision.ts';
import { mayRelease, type ReleaseState } from '../ladder/may-release.ts';
import { configIn, rungOf, withExclusion } from '../ladder/rungs.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Story } from '../story/story.ts';
import type { Flag, FlagConfig } from './flag.ts';
import { firstVariants, lifetimeDays } from './new-flag.ts';
import { checkVariants, checkServed } from './flag-variants.ts';

export interface FlagState extends ReleaseState {
  readonly flag: Flag;
}

export function createFlag(
  state: ReleaseState & {
    readonly story: Story | null;
    /** What was asked for, or proposed from the title. */
    readonly key: string;
    readonly isKeyTaken: boolean;
    /** The flag that the story has already. */
    readonly flagOfStory: Flag | null;
    readonly salt: string;
  },
  input: ParsedInputOf<'flag.create'>,
  context: DecisionContext,
): Decision<Flag> {
  const { story, flagOfStory, key } = state;
  if (state.isKeyTaken) {
    return refuse('conflict', `There is, or was, a flag ${key}. Keys are not used twice; choose another.`);
  }
  if (flagOfStory !== null) return hasFlag(flagOfStory);
  if (story !== null && story.noFlag !== null) return goesWithout(story);
  const flag: Flag = {
    id: context.newId('flag'),
    key,
    title: input.title ?? story?.title ?? key,
    kind: input.kind,
    type: input.type,
    variants: input.variants ?? firstVariants[input.type],
    onVariant: input.onVariant ?? 'on',
    offVariant: input.offVariant ?? 'off',
    salt: state.salt,
    clientSide: input.clientSide,
    ownerId: story?.ownerId ?? context.actor.memberId,
    storyIds: story === null ? [] : [story.id],
    rung: 'off',
    ladder: { customers: [], segment: null, percent: 0, unit: 'customer', steps: [] },
    excluded: [],
    trying: [],
    environments: {},
    lastMove: null,
    cleanUp: null,
    lifetimeDays: lifetimeDays[input.kind],
    archivedAt: null,
    createdAt: context.now,
  };
  const refused = checkVariants(flag);
  return refused ?? { changes: [put('flag.created', 'flag', flag)], value: flag };
}

export function editFlag(state: FlagState, input: ParsedInputOf<'flag.edit'>, context: DecisionContext): Decision<Flag> {
  const { key: _key, ...fields } = input;
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const edited: Flag = { ...state.flag, ...named };
  const refused = checkVariants(edited) ?? checkServed(edited) ?? mayRelease(state, state.flag, edited, context.actor);
  if (refused !== null) return refused;
  const flag: Flag = {
    ...edited,
    // What browsers see and what a variant gives are part of every environment.
    environments: mapConfigs(edited, (config) => ({ ...config, version: config.version + 1 })),
  };
  return changed('flag.edited', flag);
}

export function linkFlag(state: {
  readonly flag: Flag;
  readonly story: Story;
  readonly flagOfStory: Flag | null;
}): Decision<Flag> {
  const { flag, story, flagOfStory } = state;
  if (flagOfStory !== null) return hasFlag(flagOfStory);
  if (story.noFlag !== null) return goesWithout(story);
  if (flag.storyIds.length >= 50) return refuse('conflict', `${flag.key} serves 50 stories already. Make another flag.`);
  return changed('flag.linked', { ...flag, storyIds: [...flag.storyIds, story.id] });
}

export function unlinkFlag({ flag }: { readonly flag: Flag }, input: ParsedInputOf<'flag.unlink'>): Decision<Flag> {
  if (!flag.storyIds.includes(input.storyId)) return refuse('conflict', `${flag.key} does not serve that story.`);
  return changed('flag.unlinked', { ...flag, storyIds: flag.storyIds.filter((id) => id !== input.storyId) });
}

export function setFlagRules(state: FlagState, input: ParsedInputOf<'flag.setRules'>, context: DecisionContext): Decision<Flag> {
  const { flag } = state;
  const before = configIn(flag, input.environment);
  const config: FlagConfig = {
    enabled: input.enabled ?? before.enabled,
    rules: withExclusion(flag, input.rules ?? before.rules),
    fallthrough: input.fallthrough ?? before.fallthrough,
    offVariant: input.offVariant === undefined ? before.offVariant : input.offVariant,
    version: before.version + 1,
  };
  const set = withConfig(flag, input.environment, config);
  const ids = config.rules.map((rule) => rule.id);
  if (new Set(ids).size !== ids.length) return refuse('conflict', 'Two rules have the same id. Give each its own.');
  const refused = checkServed(set) ?? (isOnlyOff(before, config) ? null : mayRelease(state, flag, set, context.actor));
  if (refused !== null) return refused;
  return changed('flag.rules_set', asMoved(flag, set, state, input.reason, context));
}

export function killFlag(
  state: Pick<FlagState, 'flag'>,
  input: ParsedInputOf<'flag.kill'>,
  { actor, now }: DecisionContext,
): Decision<Flag> {
  const { flag } = state;
  const before = configIn(flag, input.environment);
  const killed = withConfig(flag, input.environment, { ...before, enabled: false, version: before.version + 1 });
  const lastMove = { from: flag.rung, to: flag.rung, reason: input.reason, overrode: [], byId: actor.memberId, at: now };
  return changed('flag.killed', { ...killed, lastMove });
}

export function excludeFromFlag(
  state: FlagState,
  input: ParsedInputOf<'flag.exclude'>,
  context: DecisionContext,
): Decision<Flag> {
  const { flag } = state;
  const excluded = [...new Set(input.customers)];
  const wanted: Flag = { ...flag, excluded };
  const production = new Set(state.environments.filter((one) => one.isProduction).map((one) => one.key));
  const set: Flag = {
    ...wanted,
    environments: mapConfigs(wanted, (config, key) =>
      production.has(key) ? { ...config, rules: withExclusion(wanted, config.rules), version: config.version + 1 } : config,
    ),
  };
  // To switch it off for more customers is a step down, which is free to all.
  const isMore = flag.excluded.every((customer) => excluded.includes(customer));
  const refused = isMore ? null : mayRelease(state, flag, set, context.actor);
  return refused ?? changed('flag.excluded', set);
}

export function copyFlag(state: FlagState, input: ParsedInputOf<'flag.copy'>, context: DecisionContext): Decision<Flag> {
  const { flag } = state;
  if (input.from === input.to) return refuse('conflict', 'Both are the same environment. Name two.');
  const { version } = configIn(flag, input.to);
  const set = withConfig(flag, input.to, { ...configIn(flag, input.from), version: version + 1 });
  const refused = mayRelease(state, flag, set, context.actor);
  return refused ?? changed('flag.copied', asMoved(flag, set, state, input.reason, context));
}

/** `earlier`: the flag as it was after the change that was named; null where that is not a change of this flag. */
export function revertFlag(
  state: FlagState & { readonly earlier: Flag | null },
  input: ParsedInputOf<'flag.revert'>,
  context: DecisionContext,
): Decision<Flag> {
  const { flag, earlier } = state;
  if (earlier === null) return refuse('not_found', `Change ${input.seq} is none of ${flag.key}. Look at its activity.`);
  const configs = Object.entries({ ...flag.environments, ...earlier.environments }).map(([key]) => {
    const version = configIn(flag, key).version + 1;
    return [key, { ...configIn(earlier, key), version }] as const;
  });
  const { variants, onVariant, offVariant, ladder, excluded, rung, cleanUp, archivedAt } = earlier;
  const set: Flag = {
    ...flag,
    variants,
    onVariant,
    offVariant,
    ladder,
    excluded,
    rung,
    cleanUp,
    archivedAt,
    environments: Object.fromEntries(configs),
  };
  const refused = mayRelease(state, flag, set, context.actor);
  if (refused !== null) return refused;
  const { actor, now } = context;
  const lastMove = { from: flag.rung, to: rung, reason: input.reason, overrode: [], byId: actor.memberId, at: now };
  return changed('flag.reverted', { ...set, lastMove });
}

export function archiveFlag(
  { flag }: { readonly flag: Flag },
  input: ParsedInputOf<'flag.archive'>,
  context: DecisionContext,
): Decision<Flag> {
  if (input.archived === (flag.archivedAt !== null)) {
    return refuse('conflict', input.archived ? `${flag.key} is archived already.` : `${flag.key} is not archived.`);
  }
  const archivedAt = input.archived ? context.now : null;
  const environments = mapConfigs(flag, (config) => ({ ...config, version: config.version + 1 }));
  return changed(input.archived ? 'flag.archived' : 'flag.restored', { ...flag, archivedAt, environments, cleanUp: null });
}

function changed(event: string, flag: Flag): Decision<Flag> {
  return { changes: [put(event, 'flag', flag)], value: flag };
}

function hasFlag(flag: Flag): Refusal {
  return refuse('conflict', `That story has the flag ${flag.key} already. A story has at most one; unlink it first.`);
}

function goesWithout({ handle }: Story): Refusal {
  return refuse('conflict', `${handle} goes without a flag, for a reason. Take that back first.`);
}

function withConfig(flag: Flag, environment: string, config: FlagConfig): Flag {
  return { ...flag, environments: { ...flag.environments, [environment]: config } };
}

function mapConfigs(flag: Flag, change: (config: FlagConfig, key: string) => FlagConfig): Flag['environments'] {
  return Object.fromEntries(Object.entries(flag.environments).map(([key, config]) => [key, change(config, key)]));
}

/** Names the rung that the rules now are, and the move where that is another one. */
function asMoved(before: Flag, set: Flag, state: ReleaseState, reason: string, { actor, now }: DecisionContext): Flag {
  const rung = rungOf(set, state.environments);
  const lastMove = { from: before.rung, to: rung, reason, overrode: [], byId: actor.memberId, at: now };
  return { ...set, rung, lastMove };
}

/** Whether the only difference is that fewer people get something: the switch itself. */
function isOnlyOff(before: FlagConfig, after: FlagConfig): boolean {
  return before.enabled && !after.enabled && JSON.stringify(before.rules) === JSON.stringify(after.rules);
}
