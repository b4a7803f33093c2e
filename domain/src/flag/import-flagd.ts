/**
 * Reads flagd's flag definitions into flags: targeting (JSON Logic) becomes rules in order. Whoever was in a fraction stays in it, by flagd's own
 * arithmetic. What JSON Logic can say and rules cannot is named by its path.
 */
import type { FlagDefinition, Rule, Serve } from './flag-definition.ts';
import { flagLimits, type FlagType } from './flag-words.ts';
import { answersOf, type Answer } from './import-flagd-answers.ts';
import { NotHeld, type Logic } from './import-flagd-terms.ts';
import {
  fieldsOf,
  never,
  soundFlags,
  unknownFields,
  wordOf,
  type Fields,
  type ImportedFlags,
  type ImportNote,
  type ImportOptions,
} from './import-flags.ts';

export function importFlagd(json: unknown, options: ImportOptions): ImportedFlags {
  const source = fieldsOf(json);
  const notes: ImportNote[] = unknownFields(source, ['flags', '$evaluators', 'metadata', '$schema'], '').map((note) => ({
    ...note,
    path: note.path.slice(1),
  }));
  const setMetadata = fieldsOf(source['metadata']);
  const flags: FlagDefinition[] = [];
  for (const [key, value] of Object.entries(fieldsOf(source['flags']))) {
    const path = `flags.${key}`;
    if (key === '' || key.length > flagLimits.keyLength || /[\s\p{Cc}\p{Cs}]/u.test(key) || key === '__proto__')
      notes.push({ path, message: 'is no key of a flag; the flag was left out' });
    else {
      const logic = { flagKey: key, evaluators: fieldsOf(source['$evaluators']), notes };
      try {
        flags.push(flagOf(fieldsOf(value), path, logic, setMetadata, options));
      } catch (error) {
        if (!(error instanceof NotHeld)) throw error;
        notes.push({ path: error.path, message: `${error.message}; the flag was left out` });
      }
    }
  }
  return soundFlags({ flags, segments: [], notes });
}

function flagOf(fields: Fields, path: string, logic: Logic, setMetadata: Fields, options: ImportOptions): FlagDefinition {
  const { notes, flagKey } = logic;
  notes.push(...unknownFields(fields, ['state', 'variants', 'defaultVariant', 'targeting', 'metadata'], path));
  const { variants, type } = variantsOf(fieldsOf(fields['variants']), `${path}.variants`, notes);
  const named = fields['defaultVariant'];
  const defaultVariant = typeof named === 'string' && Object.hasOwn(variants, named) ? named : null;
  if (defaultVariant === null && named !== null && named !== undefined)
    notes.push({ path: `${path}.defaultVariant`, message: "names no variant; the code's default is used" });
  const targeting = fields['targeting'] ?? null;
  const hasTargeting = Object.keys(fieldsOf(targeting)).length > 0;
  const fallthrough: Serve = { variant: defaultVariant };
  const metadata = metadataOf({ ...setMetadata, ...fieldsOf(fields['metadata']) }, `${path}.metadata`, notes);
  return {
    key: flagKey,
    type,
    kind: 'release',
    salt: options.saltOf(flagKey),
    clientSide: false,
    archived: false,
    variants,
    enabled: fields['state'] !== 'DISABLED',
    rules: rulesOf(
      answersOf(hasTargeting ? targeting : null, Object.keys(variants), logic, `${path}.targeting`),
      hasTargeting,
      fallthrough,
      path,
      notes,
    ),
    fallthrough,
    offVariant: null,
    version: 0,
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}

/** An answer of null falls through: at the end of the list that needs no rule. */
function rulesOf(
  answers: readonly Answer[],
  hasTargeting: boolean,
  fallthrough: Serve,
  path: string,
  notes: ImportNote[],
): Rule[] {
  const last = answers.findLastIndex(({ serve }) => serve !== null);
  if (last >= flagLimits.rules)
    notes.push({ path: `${path}.targeting`, message: `needs ${last + 1} rules; those after ${flagLimits.rules} were left out` });
  // A targeting that answers nobody is still one: the reason is DEFAULT, and not STATIC.
  if (last === -1 && answers.length > 0 && hasTargeting) return [{ id: 'flagd-1', title: '', when: [never], serve: fallthrough }];
  return answers.slice(0, Math.min(last + 1, flagLimits.rules)).map(({ when, serve }, index) => ({
    id: `flagd-${index + 1}`,
    title: '',
    when,
    serve: serve ?? fallthrough,
  }));
}

function variantsOf(fields: Fields, path: string, notes: ImportNote[]): { variants: FlagDefinition['variants']; type: FlagType } {
  const types = new Map<FlagType, number>();
  const variants: FlagDefinition['variants'] = {};
  for (const [name, value] of Object.entries(fields)) {
    const type = typeof value;
    if (
      value === null ||
      name === '' ||
      name.length > flagLimits.keyLength ||
      (type !== 'boolean' && type !== 'string' && type !== 'number' && type !== 'object')
    ) {
      notes.push({ path: `${path}.${name}`, message: 'is no variant; it was left out' });
      continue;
    }
    types.set(type, (types.get(type) ?? 0) + 1);
    // A value of JSON that was just looked at.
    variants[name] = value as FlagDefinition['variants'][string];
  }
  const [first = 'boolean', ...others] = types.keys();
  if (others.length > 0) throw new NotHeld(path, 'have values of several types');
  return { variants, type: first };
}

function metadataOf(fields: Fields, path: string, notes: ImportNote[]): Record<string, string | number | boolean> {
  const metadata: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (
      (typeof value === 'string' && value.length <= flagLimits.valueLength) ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    )
      metadata[name] = value;
    else
      notes.push({ path: `${path}.${name}`, message: `is no short text, number or boolean, and was left out: ${wordOf(value)}` });
  }
  return metadata;
}
