/** Who may do what: THE table. The road asks it before anything is loaded; the app asks it before it shows a button. */

export const roles = ['owner', 'admin', 'member', 'suggester', 'viewer'] as const;
export type Role = (typeof roles)[number];

/**
 * What a role may be allowed to do. `anyone` needs no login at all; who may `find` without `read` finds their own; `follow` is
 * what one is told and how; who may `name_flags` learns their keys and no more, and `report_code` tells where they stand; `system` is
 * no role's: the server does it by itself.
 */
export const capabilities = [
  'anyone',
  'be_signed_in',
  'capture',
  'read',
  'name_flags',
  'find',
  'follow',
  'decide',
  'shape',
  'commit',
  'release',
  'report_code',
  'import',
  'manage_teams',
  'manage_members',
  'manage_own_tokens',
  'manage_workspace',
  'system',
] as const;
export type Capability = (typeof capabilities)[number];

const viewer = ['anyone', 'be_signed_in', 'read', 'name_flags', 'find', 'follow', 'manage_own_tokens'] as const;
const member = [...viewer, 'capture', 'decide', 'shape', 'commit', 'release', 'report_code'] as const;
const admin = [...member, 'import', 'manage_teams', 'manage_members', 'manage_workspace'] as const;

export const roleCapabilities: Readonly<Record<Role, readonly Capability[]>> = {
  owner: admin,
  admin,
  member,
  suggester: ['anyone', 'be_signed_in', 'capture', 'find', 'follow', 'manage_own_tokens'],
  viewer,
};

export function roleMay(role: Role, capability: Capability): boolean {
  return roleCapabilities[role].includes(capability);
}

/** What a token may be narrowed to; the member's role still bounds it. */
export const tokenScopes = ['full', 'read', 'capture', 'scan'] as const;
export type TokenScope = (typeof tokenScopes)[number];

const scopeCapabilities: Readonly<Record<TokenScope, readonly Capability[] | 'all'>> = {
  full: 'all',
  read: ['anyone', 'be_signed_in', 'read', 'name_flags', 'find'],
  capture: ['anyone', 'be_signed_in', 'capture'],
  // A step of CI, whose secrets many can reach.
  scan: ['anyone', 'name_flags', 'report_code'],
};

export function scopeMay(scope: TokenScope, capability: Capability): boolean {
  const allowed = scopeCapabilities[scope];
  return allowed === 'all' || allowed.includes(capability);
}
