/** What the importers of flags share: reading foreign JSON, and what they answer with. */
import { flagProblems } from './flag-check.ts';
import type { FlagDefinition, SegmentDefinition } from './flag-definition.ts';

/** Something of the source that could not be held as it was: where, and what was done instead. */
export type ImportNote = { readonly path: string; readonly message: string };

export type ImportedFlags = {
  readonly flags: readonly FlagDefinition[];
  readonly segments: readonly SegmentDefinition[];
  /** Everything that is not exactly as it was; nothing is dropped without one. */
  readonly notes: readonly ImportNote[];
};

export type ImportOptions = {
  /** A random salt for a flag's own splits to come; those that were brought keep theirs. */
  readonly saltOf: (key: string) => string;
};

export type Fields = Readonly<Record<string, unknown>>;

/** A clause that nothing meets. */
export const never = { any: [] };

export function fieldsOf(value: unknown): Fields {
  // An object that is no list has fields.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of a text or number; '' for anything else. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** Names every field that is not among the known ones. */
export function unknownFields(fields: Fields, known: readonly string[], path: string): ImportNote[] {
  return Object.keys(fields)
    .filter((name) => !known.includes(name) && fields[name] !== null && fields[name] !== undefined)
    .map((name) => ({ path: `${path}.${name}`, message: 'is not held here, and was left out' }));
}

/** Leaves out what could not be stored, and names it: a foreign definition may ask in a circle, or hold what no clause can use. */
export function soundFlags({ flags, segments, notes }: ImportedFlags): ImportedFlags {
  const around = {
    flags: new Map(flags.map((flag) => [flag.key, flag])),
    segments: new Map(segments.map((segment) => [segment.key, segment])),
  };
  const found = new Map(flags.map((flag) => [flag.key, flagProblems(flag, around)]));
  const more = flags.flatMap(({ key }) =>
    (found.get(key) ?? []).map(({ path, message }) => ({
      path: `flags.${key}.${path}`,
      message: `${message}; the flag was left out`,
    })),
  );
  return { flags: flags.filter(({ key }) => found.get(key)?.length === 0), segments, notes: [...notes, ...more] };
}
