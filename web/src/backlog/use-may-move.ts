import { roleMay, type Role } from '@shortlist/domain/workspace/roles.ts';
import { useMe } from '../app/use-me.ts';
import type { Team } from '../story/item.ts';

interface Person {
  readonly id: string;
  readonly role: Role;
}

/** Whether who is signed in moves the team's items; ask before showing a button. */
export function useMayMove(team: Team | undefined): boolean {
  const me = useMe();
  if (team === undefined || !roleMay(me.role, 'commit')) return false;
  return runsAll(me) || team.memberIds.includes(me.id);
}

/** Whether a person may go over the window with a written reason, between the two lines. */
export function mayGoOver(me: Person, team: Team): boolean {
  return runsAll(me) || team.leadIds.some((id) => id === me.id);
}

function runsAll({ role }: Person): boolean {
  return role === 'owner' || role === 'admin';
}
