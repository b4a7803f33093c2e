import type { FlagKind, FlagType } from '@shortlist/domain/flag/flag-words.ts';

const kinds: Readonly<Record<FlagKind, string>> = {
  release: 'Release',
  experiment: 'Experiment',
  operational: 'Operational',
  permission: 'Permission',
};
const types: Readonly<Record<FlagType, string>> = {
  boolean: 'On or off',
  string: 'Text',
  number: 'Number',
  object: 'Object (JSON)',
};

export function kindLabel(kind: FlagKind): string {
  return kinds[kind];
}

export function typeLabel(type: FlagType): string {
  return types[type];
}
