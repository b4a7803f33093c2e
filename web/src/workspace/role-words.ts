// Roles and disciplines in words, in the order in which they are offered.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { Role } from '@shortlist/domain/workspace/roles.ts';

type Discipline = EntityOf<'member'>['discipline'];

const roleWords: Readonly<Record<Role, { readonly label: string; readonly note: string }>> = {
  owner: { label: 'Owner', note: 'everything, and makes other owners' },
  admin: { label: 'Admin', note: 'members, teams, imports' },
  member: { label: 'Member', note: 'reviews, refines and commits' },
  suggester: { label: 'Suggester', note: 'captures ideas and follows their own' },
  viewer: { label: 'Viewer', note: 'reads everything, changes nothing' },
};

const disciplineWords: Readonly<Record<Discipline, string>> = {
  product: 'Product',
  engineering: 'Engineering',
  design: 'Design',
  quality: 'Quality',
  support: 'Support',
  sales: 'Sales',
  other: 'Other',
};

export function roleWord(role: Role): string {
  return roleWords[role].label;
}

export function disciplineWord(discipline: Discipline): string {
  return disciplineWords[discipline];
}

/** The options of a role's field; only an owner makes owners. `noted` adds what each may do. */
export function roleOptions(canMakeOwners: boolean, noted: boolean) {
  return Object.entries(roleWords)
    .filter(([role]) => role !== 'owner' || canMakeOwners)
    .map(([value, { label, note }]) => ({ value, label: noted ? `${label}: ${note}` : label }));
}

export const disciplineOptions = Object.entries(disciplineWords).map(([value, label]) => ({ value, label }));

/** A field's value as a role; the options above hold nothing else. */
export function asRole(value: string): Role {
  return value as Role;
}

/** As `asRole`. */
export function asDiscipline(value: string): Discipline {
  return value as Discipline;
}
