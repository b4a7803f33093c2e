import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { InputOf } from '@shortlist/domain/operations.ts';
import { act } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { refusedOrNull } from './refused-or-null.ts';

type TeamEdit = Omit<InputOf<'team.edit'>, 'teamId'>;

/** Saves settings of a team; answers why it was refused, to be shown where it was set, or null. */
export async function editTeam(team: EntityOf<'team'>, edit: TeamEdit): Promise<Refused | null> {
  return refusedOrNull(await act('team.edit', { teamId: team.id, ...edit }, { quiet: true }));
}

/** As `editTeam`, where a toast says what was done, with undo, or why it was refused. */
export async function editTeamTelling(team: EntityOf<'team'>, edit: TeamEdit, done: string): Promise<void> {
  await act('team.edit', { teamId: team.id, ...edit }, { done });
}
