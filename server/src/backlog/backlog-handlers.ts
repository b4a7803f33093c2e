/** Backlogs: loads under the team's lock whatever the gate counts, and asks the decisions. */
import { dropItem, moveItem, reopenItem, returnItem } from '@shortlist/domain/backlog/backlog-decide.ts';
import { commitItem } from '@shortlist/domain/backlog/commit-decide.ts';
import { handBack } from '@shortlist/domain/backlog/hand-back-decide.ts';
import { parkItem } from '@shortlist/domain/backlog/park-decide.ts';
import type { Placement } from '@shortlist/domain/backlog/placement.ts';
import { windowFull } from '@shortlist/domain/backlog/window-full.ts';
import { gateVerdict } from '@shortlist/domain/forecast/gate.ts';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { storyReadiness, taskReadiness } from '@shortlist/domain/story/readiness.ts';
import type { ReadinessPoint } from '@shortlist/domain/story/ready-points.ts';
import type { Team } from '@shortlist/domain/workspace/team.ts';
import { lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { pageOf, readCursor } from '../paging.ts';
import { noItem } from '../story/story-handlers.ts';
import { noTeam } from '../workspace/refused-names.ts';
import { itemsOf, openPlacements } from './backlog-queries.ts';
import { itemMarks } from './item-marks.ts';
import { parkState } from './park-state.ts';
import { gateOf } from './team-gate.ts';
import { roomOf } from './team-room.ts';
import { readUntouched } from './untouched-items.ts';
import { windowView } from './window-view.ts';

type BacklogHandlers = Pick<
  Handlers,
  | 'backlog.list'
  | 'backlog.window'
  | 'backlog.marks'
  | 'backlog.commit'
  | 'backlog.move'
  | 'backlog.return'
  | 'backlog.park'
  | 'backlog.handBack'
  | 'backlog.drop'
  | 'backlog.reopen'
>;

export const backlogHandlers: BacklogHandlers = {
  'backlog.list': async ({ db, workspaceId }, input) => {
    if ((await readOne(db, 'team', workspaceId, input.teamId)) === undefined) return noTeam(input.teamId);
    const [rank] = readCursor(input.after, ['text']) ?? [''];
    const open = await openPlacements(db, workspaceId, input.teamId, 'read');
    const rest = open.filter((placement) => placement.rank > (rank ?? ''));
    const page = pageOf(rest.slice(0, input.limit + 1), input.limit, (last) => [last.rank]);
    return { items: await itemsOf(db, workspaceId, page.items), next: page.next };
  },

  'backlog.window': async ({ db, workspaceId, context }, input) => {
    const team = await readOne(db, 'team', workspaceId, input.teamId);
    return team === undefined ? noTeam(input.teamId) : await windowView(db, workspaceId, team, context.now);
  },

  'backlog.marks': async ({ db, workspaceId, context }, input) => {
    const { teamId } = input;
    const teams = await readWhere(db, 'team', workspaceId, teamId === undefined ? {} : { id: teamId }, 'key');
    if (teamId !== undefined && teams.length === 0) return noTeam(teamId);
    const items = [];
    for (const team of teams) items.push(...(await itemMarks(db, workspaceId, team, context.now)));
    return { items };
  },

  'backlog.commit': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const team = await lockOne(trx, 'team', workspaceId, input.teamId);
    if (team === undefined) return noTeam(input.teamId);
    const open = await openPlacements(trx, workspaceId, team.id, 'lock');
    const placement = await lockOne(trx, 'placement', workspaceId, input.itemId);
    if (placement === undefined) return noItem(input.itemId);
    const items = await itemsOf(trx, workspaceId, open);
    const state = {
      team,
      placement,
      open,
      missing: await missingPoints(scope, team, placement),
      gate: await gateOf(trx, workspaceId, team, open, context.now),
      room: await roomOf(scope, team),
      handles: new Map(items.map(({ item }) => [item.id, item.handle])),
    };
    return commitItem(state, input, context);
  },

  'backlog.move': async (scope, input) => {
    const placed = await lockPlaced(scope, input.itemId);
    if ('refused' in placed) return placed;
    const open = await openPlacements(scope.trx, scope.workspaceId, placed.team.id, 'lock');
    return moveItem({ ...placed, open }, input, scope.context);
  },

  'backlog.return': async (scope, input) => {
    const placed = await lockPlaced(scope, input.itemId);
    if ('refused' in placed) return placed;
    return returnItem({ ...placed, room: await roomOf(scope, placed.team) }, input, scope.context);
  },

  'backlog.park': async (scope, input) => {
    const placed = await lockPlaced(scope, input.itemId);
    if ('refused' in placed) return placed;
    const state = await parkState(scope, placed);
    return state === null ? noItem(input.itemId) : parkItem(state, scope.context);
  },

  'backlog.handBack': async (scope) => handBack(await readUntouched(scope), scope.context),

  'backlog.drop': async (scope, input) => {
    const placed = await lockPlaced(scope, input.itemId);
    return 'refused' in placed ? placed : dropItem(placed, input, scope.context);
  },

  'backlog.reopen': async (scope, input) => {
    const placed = await lockPlaced(scope, input.itemId);
    if ('refused' in placed) return placed;
    return reopenItem({ ...placed, room: await roomOf(scope, placed.team) }, input, scope.context);
  },
};

/** Locks the team, then the item: the order of the road. */
async function lockPlaced(
  { trx, workspaceId }: CommandScope,
  itemId: string,
): Promise<{ team: Team; placement: Placement } | Refusal> {
  const seen = await readOne(trx, 'placement', workspaceId, itemId);
  const team = seen === undefined ? undefined : await lockOne(trx, 'team', workspaceId, seen.teamId);
  const placement = await lockOne(trx, 'placement', workspaceId, itemId);
  if (team === undefined || placement === undefined) return noItem(itemId);
  if (placement.teamId !== team.id) return refuse('conflict', 'It went to another team at the same moment. Look again.');
  return { team, placement };
}

async function missingPoints(
  { trx, workspaceId }: CommandScope,
  team: Team,
  placement: Placement,
): Promise<readonly ReadinessPoint[]> {
  if (placement.kind === 'task') {
    const task = await readOne(trx, 'task', workspaceId, placement.id);
    return task === undefined ? [] : taskReadiness(task).missing;
  }
  const story = await readOne(trx, 'story', workspaceId, placement.id);
  if (story === undefined) return [];
  const criteria = await readWhere(trx, 'criterion', workspaceId, { storyId: story.id }, 'rank');
  const questions = await readWhere(trx, 'question', workspaceId, { storyId: story.id }, 'askedAt');
  return storyReadiness(story, { criteria, questions, team }).missing;
}

/**
 * The gate for putting `more` items back onto a backlog than leave it, as undo does: null, or its refusal. The caller holds the team's
 * lock.
 */
export async function gateForMore(scope: CommandScope, teamId: string): Promise<(more: number) => Refusal | null> {
  const { trx, workspaceId, context } = scope;
  const team = await readOne(trx, 'team', workspaceId, teamId);
  if (team === undefined) return () => noTeam(teamId);
  const open = await openPlacements(trx, workspaceId, team.id, 'lock');
  const gate = await gateOf(trx, workspaceId, team, open, context.now);
  return (more) => {
    // As many leave as come: the promise does not grow, whatever the window says by now.
    if (more <= 0 || gateVerdict(gate.window, more) === 'accept') return null;
    return windowFull(gate, more, [], 'window_full');
  };
}
