/** Constants of environments. No schemas: decisions and the browser read this file. */

export const keyKinds = ['server', 'browser'] as const;

/** What a new workspace begins with, in order. */
export const firstEnvironments = [
  { key: 'development', name: 'Development', isProduction: false },
  { key: 'staging', name: 'Staging', isProduction: false },
  { key: 'production', name: 'Production', isProduction: true },
] as const;

/** More than this in a workspace, and nobody keeps their order in mind. */
export const mostEnvironments = 20;
export type KeyKind = (typeof keyKinds)[number];
