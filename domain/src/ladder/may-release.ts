/** Who may let more people see a feature. No schemas: decisions and the browser read this file. */
import type { Actor } from '../decision.ts';
import type { Environment } from '../environment/environment.ts';
import type { Flag } from '../flag/flag.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Team } from '../workspace/team.ts';
import { configIn } from './rungs.ts';
import { sameValue } from './same-value.ts';

/** What this asks: the environments of the workspace, and the teams whose stories the flag serves. */
export interface ReleaseState {
  readonly environments: readonly Environment[];
  readonly teams: readonly Team[];
}

/** Null, or why this actor may not change what people get in the environments in which the flag would answer otherwise. */
export function mayRelease(state: ReleaseState, before: Flag, after: Flag, actor: Actor): Refusal | null {
  const changed = state.environments.filter(
    ({ key }) =>
      !sameValue(configIn(before, key), configIn(after, key)) ||
      (configIn(after, key).enabled && !sameValue(before.variants, after.variants)),
  );
  for (const environment of changed) {
    const refused = mayReleaseIn(environment, state.teams, actor);
    if (refused !== null) return refused;
  }
  return null;
}

export function mayReleaseIn(
  environment: Pick<Environment, 'name' | 'isProduction' | 'restrictedTo'>,
  teams: readonly Team[],
  actor: Pick<Actor, 'memberId' | 'role'>,
): Refusal | null {
  const { memberId, role } = actor;
  const { restrictedTo } = environment;
  if (restrictedTo !== null && (memberId === null || !restrictedTo.includes(memberId))) {
    return refuse(
      'not_allowed',
      `Only some people release in ${environment.name}. Ask one of them; stepping down is free to you.`,
    );
  }
  if (!environment.isProduction || role === 'owner' || role === 'admin' || teams.length === 0) return null;
  if (memberId !== null && teams.some((team) => team.memberIds.includes(memberId))) return null;
  const names = teams.map((team) => team.name).join(' and ');
  return refuse(
    'not_allowed',
    `Only members of ${names} climb in ${environment.name}. Ask one of them; stepping down is free to you.`,
  );
}
