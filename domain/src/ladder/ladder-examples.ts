/** Flags, environments and contexts for tests; builders fill what a test does not say. */
import type { Actor, DecisionContext } from '../decision.ts';
import type { Environment } from '../environment/environment.ts';
import { firstEnvironments } from '../environment/environment-words.ts';
import type { Id } from '../ids.ts';
import type { Segment } from '../segment/segment.ts';
import type { Team } from '../workspace/team.ts';
import type { Flag } from '../flag/flag.ts';
import { firstVariants } from '../flag/new-flag.ts';

const createdAt = '2026-11-16T09:00:00.000Z';

// The brands exist for the compiler only; so for all ids below.
export const memberId = 'mem_mia' as Id<'person'>;

export const threeEnvironments: readonly Environment[] = firstEnvironments.map((given, position) => ({
  id: `env_${position}` as Id<'environment'>,
  ...given,
  position,
  restrictedTo: null,
  keysChanged: 0,
  address: null,
  createdAt,
}));

export function aFlag(given: Partial<Flag> = {}): Flag {
  return {
    id: 'flag_1' as Id<'flag'>,
    key: 'new-checkout',
    title: 'Pay in one step',
    kind: 'release',
    type: 'boolean',
    variants: firstVariants.boolean,
    onVariant: 'on',
    offVariant: 'off',
    salt: 'a1b2c3',
    clientSide: false,
    ownerId: memberId,
    storyIds: [],
    rung: 'off',
    ladder: { customers: [], segment: null, percent: 0, unit: 'customer', steps: [] },
    excluded: [],
    trying: [],
    environments: {},
    lastMove: null,
    cleanUp: null,
    lifetimeDays: 40,
    archivedAt: null,
    createdAt,
    ...given,
  };
}

export function aSegment(given: Partial<Segment> = {}): Segment {
  return {
    id: 'seg_1' as Id<'segment'>,
    key: 'ourselves',
    name: 'Ourselves',
    unit: 'user',
    included: ['u1'],
    excluded: [],
    rules: [],
    createdAt,
    ...given,
  };
}

/** A team with one member. */
export function aTeam(given: Partial<Team> = {}): Team {
  return {
    id: 'team_web' as Id<'team'>,
    key: 'WEB',
    name: 'Web',
    timeZone: 'UTC',
    workingDays: [1, 2, 3, 4, 5],
    windowDays: 28,
    declaredWeekly: 5,
    steps: [],
    memberIds: [memberId],
    leadIds: [],
    readyPoints: [],
    createdAt,
    ...given,
  };
}

export function aContext(actor: Partial<Actor> = {}): DecisionContext {
  const who: Actor = { workspaceId: 'wsp_1' as Id<'workspace'>, memberId, role: 'member', via: 'app', ...actor };
  return {
    actor: who,
    now: '2026-11-17T09:00:00.000Z',
    newId: (kind, index = 0) => `${kind}_new${index}` as ReturnType<DecisionContext['newId']> as never,
  };
}
