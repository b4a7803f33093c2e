/** What `backlog.window` answers: the gate's figures, and each counted item with the day it is likely done by. */
import type { WindowView } from '@shortlist/domain/backlog/window-view.ts';
import type { Placement } from '@shortlist/domain/backlog/placement.ts';
import { addDays } from '@shortlist/domain/forecast/day-number.ts';
import type { Team } from '@shortlist/domain/workspace/team.ts';
import { stepOf } from '@shortlist/domain/workspace/workflow.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { openPlacements } from './backlog-queries.ts';
import { gateInput, openGateOnce } from './team-gate.ts';

export async function windowView(db: Kysely<Tables>, workspaceId: string, team: Team, now: string): Promise<WindowView> {
  const open = await openPlacements(db, workspaceId, team.id, 'read');
  const input = await gateInput(db, workspaceId, team, open, now);
  const gate = openGateOnce(input);
  const { window } = gate;
  const flowing = inFlowOrder(team, open);
  return {
    teamId: team.id,
    ...window,
    windowEnds: addDays(window.today, window.windowDays),
    probabilityOfOneMore: gate.probabilityOf(window.n + 1),
    items: flowing.map((placement, index) => ({
      itemId: placement.id,
      inFlight: isInFlight(team, placement),
      doneBy: gate.doneByOf(index + 1),
    })),
    overrides: open.flatMap((placement) =>
      placement.override === null
        ? []
        : [{ itemId: placement.id, reason: placement.override.reason, byId: placement.override.byId }],
    ),
  };
}

/** What is being worked on is finished before what waits; within each, the backlog's order. */
export function inFlowOrder(team: Team, open: readonly Placement[]): readonly Placement[] {
  return [...open.filter((one) => isInFlight(team, one)), ...open.filter((one) => !isInFlight(team, one))];
}

function isInFlight(team: Team, placement: Placement): boolean {
  return stepOf(team, placement.stepId)?.category === 'in_progress';
}
