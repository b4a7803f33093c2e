/** Who may commit a team's items and move them. No schemas: the server and the browser read this file. */
import type { Actor } from '../decision.ts';
import type { Team } from '../workspace/team.ts';

export function mayMoveItems(team: Team, { role, memberId }: Pick<Actor, 'role' | 'memberId'>): boolean {
  return role === 'owner' || role === 'admin' || (memberId !== null && team.memberIds.includes(memberId));
}
