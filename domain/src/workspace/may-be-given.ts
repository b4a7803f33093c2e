/** Who may be made the owner of something, or work on it: only who may do what it asks of them. No schemas: the browser reads this file. */
import { refuse, type Refusal } from '../refusal.ts';
import { roleMay, type Role } from './roles.ts';

/** What the thing asks of whom it is given to: stories and tasks are shaped, flags are released. */
export type Asks = 'shape' | 'release';

interface Person {
  readonly name: string;
  readonly role: Role;
}

/** Whether somebody is a member now who may do that. */
export function canBeGiven(person: { readonly role: Role; readonly removedAt: string | null }, asks: Asks): boolean {
  return person.removedAt === null && roleMay(person.role, asks);
}

/** Null, or why it cannot be given to this member. */
export function mayBeGiven(member: Person, asks: Asks): Refusal | null {
  if (roleMay(member.role, asks)) return null;
  const acts = { shape: 'does not work on stories and tasks', release: 'does not release flags' }[asks];
  return refuse(
    'conflict',
    `${member.name} is a ${member.role}, who ${acts}. Choose a member, or have an admin change the role.`,
  );
}
