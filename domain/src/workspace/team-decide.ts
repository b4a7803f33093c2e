/** Making and changing teams. */
import { put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Placement } from '../backlog/placement.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import { defaultReadyPoints } from '../story/ready-points.ts';
import type { Member } from './member.ts';
import type { Team } from './team.ts';
import { defaultSteps, stepCategories } from './workflow.ts';

export function createTeam(
  state: { readonly teams: readonly Team[]; readonly members: readonly Member[]; readonly zoneExists: boolean },
  input: ParsedInputOf<'team.create'>,
  context: DecisionContext,
): Decision<Team> {
  if (state.teams.some((team) => team.key === input.key)) {
    return refuse('conflict', `There is a team with the key ${input.key} already. Choose another key.`);
  }
  const { actor } = context;
  const memberIds = input.memberIds ?? (actor.memberId === null ? [] : [actor.memberId]);
  const team: Team = {
    id: context.newId('team'),
    key: input.key,
    name: input.name,
    timeZone: input.timeZone,
    workingDays: sortedDays(input.workingDays),
    windowDays: input.windowDays,
    declaredWeekly: input.declaredWeekly,
    steps: [...defaultSteps],
    memberIds,
    leadIds: [],
    readyPoints: [...(input.readyPoints ?? defaultReadyPoints)],
    createdAt: context.now,
  };
  const refused = checkTeam(team, state.members, state.zoneExists);
  return refused ?? { changes: [put('team.created', 'team', team)], value: team };
}

export function editTeam(
  state: {
    readonly team: Team;
    readonly members: readonly Member[];
    readonly zoneExists: boolean;
    /** All placements of the team that stand in a step. */
    readonly placements: readonly Placement[];
  },
  input: ParsedInputOf<'team.edit'>,
  context: DecisionContext,
): Decision<Team> {
  const { teamId: _teamId, movedSteps, ...fields } = input;
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const edited: Team = { ...state.team, ...named };
  const team: Team = { ...edited, workingDays: sortedDays(edited.workingDays) };
  const refused = checkTeam(team, state.members, state.zoneExists);
  if (refused !== null) return refused;
  const moved = moveFromRemovedSteps(state.team, team, state.placements, movedSteps ?? {}, context);
  if ('refused' in moved) return moved;
  return { changes: [...moved.changes, put('team.edited', 'team', team)], value: team };
}

function checkTeam(team: Team, members: readonly Member[], zoneExists: boolean) {
  if (!zoneExists) return refuse('conflict', `There is no time zone ${team.timeZone}. Use a name such as Europe/Berlin.`);
  for (const category of stepCategories) {
    if (!team.steps.some((step) => step.category === category)) {
      return refuse('conflict', `A workflow needs at least one step in each category; ${category} has none.`);
    }
  }
  if (new Set(team.steps.map((step) => step.id)).size !== team.steps.length) {
    return refuse('conflict', 'Two steps have the same id. Give each its own.');
  }
  const known = new Set(members.filter((member) => member.removedAt === null).map((member) => member.id));
  const stranger = [...team.memberIds, ...team.leadIds].find((id) => !known.has(id));
  if (stranger !== undefined) return refuse('not_found', `There is no member ${stranger}. Invite them first.`);
  return null;
}

function moveFromRemovedSteps(
  before: Team,
  after: Team,
  placements: readonly Placement[],
  moved: Readonly<Record<string, string>>,
  context: DecisionContext,
): { readonly changes: Change[] } | ReturnType<typeof refuse> {
  const changes: Change[] = [];
  for (const placement of placements) {
    const old = before.steps.find((step) => step.id === placement.stepId);
    const same = after.steps.find((step) => step.id === placement.stepId);
    if (old === undefined || same?.category === old.category) continue;
    const target = after.steps.find((step) => step.id === moved[old.id]);
    if (target === undefined || target.category !== old.category) {
      return refuse(
        'conflict',
        `Items stand in the step ${old.name}. Say in movedSteps to which ${old.category} step they move.`,
        { stepId: old.id },
      );
    }
    changes.push(put('item.moved', 'placement', { ...placement, stepId: target.id, enteredStepAt: context.now }));
  }
  return { changes };
}

function sortedDays(days: readonly number[]): number[] {
  return [...new Set(days)].toSorted((a, b) => a - b);
}
