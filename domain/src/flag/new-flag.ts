/** How a flag begins, and its key. No schemas: the browser proposes keys with this file. */
import type { FlagDefinition } from './flag-definition.ts';
import type { FlagKind, FlagType } from './flag-words.ts';

/** Days a flag of a kind is expected to live, or to be looked at again; null: for good. */
export const lifetimeDays: Readonly<Record<FlagKind, number | null>> = {
  release: 40,
  experiment: 40,
  operational: 180,
  permission: null,
};

/** The two variants of a new flag. */
export const firstVariants: Readonly<Record<FlagType, FlagDefinition['variants']>> = {
  boolean: { on: true, off: false },
  string: { on: 'on', off: 'off' },
  number: { on: 1, off: 0 },
  object: { on: { on: true }, off: { on: false } },
};

/** A title as a kebab-case key of at most 60 letters; empty where it has no letter that a key may have. */
export function kebabKey(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+/, '')
    .slice(0, 60)
    .replace(/-[^-]*$/, (end) => (title.length > 60 ? '' : end))
    .replace(/-+$/, '');
}

/** A flag's key from a title, with a number behind it where it is taken. */
export function proposeFlagKey(title: string, isTaken: (key: string) => boolean): string {
  const base = kebabKey(title) || 'flag';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!isTaken(key)) return key;
  }
}
