/** What is said of a member and of a team that there is not. */
import { refuse } from '@shortlist/domain/refusal.ts';

export function noMember(id: string) {
  return refuse('not_found', `There is no member ${id}. Look at the list of members.`);
}

export function noTeam(id: string) {
  return refuse('not_found', `There is no team ${id}. Look at the list of teams.`);
}
