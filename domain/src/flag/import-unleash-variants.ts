/** The variants of Unleash's features: their weights, and what each gives in one type. */
import type { FlagDefinition } from './flag-definition.ts';
import type { FlagType } from './flag-words.ts';
import { fieldsOf, listOf, wordOf, type Fields, type ImportNote } from './import-flags.ts';

/** What a feature with variants gives where none is drawn. */
export const ENABLED = 'enabled';

export type Feature = {
  readonly name: string;
  readonly fields: Fields;
  readonly path: string;
  readonly variants: readonly UnleashVariant[];
};
export type UnleashVariant = {
  readonly name: string;
  readonly weight: number;
  readonly payload: Fields | null;
  readonly stickiness: string | null;
  readonly overrides: readonly unknown[];
};
/** As Unleash lists them, without what is no number or name. */
export function variantsOf(value: unknown): UnleashVariant[] {
  return listOf(value).map((one) => {
    const { name, weight, payload, stickiness, overrides } = fieldsOf(one);
    return {
      name: wordOf(name),
      weight: typeof weight === 'number' && weight > 0 ? Math.floor(weight) : 0,
      payload: typeof payload === 'object' && payload !== null ? fieldsOf(payload) : null,
      stickiness: wordOf(stickiness) || null,
      overrides: listOf(overrides),
    };
  });
}

/** A feature's own variants and those of its strategies. */
export function allVariants(fields: Fields, own: readonly UnleashVariant[]): UnleashVariant[] {
  return [...own, ...listOf(fields['strategies']).flatMap((strategy) => variantsOf(fieldsOf(strategy)['variants']))];
}

/** What each variant gives; null for a feature without any. */
export function namedVariants(
  { fields, path, variants }: Feature,
  notes: ImportNote[],
): { type: FlagType; values: FlagDefinition['variants'] } | null {
  const all = allVariants(fields, variants);
  if (all.length === 0) return null;
  const type = typeOf(all, path, notes);
  const values: FlagDefinition['variants'] = {};
  for (const variant of all) {
    const value = valueOf(variant, type);
    const known = values[variant.name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(value))
      notes.push({ path: `${path}.variants`, message: `give two payloads under the name ${variant.name}; the first was kept` });
    else values[variant.name] = value;
  }
  values[ENABLED] ??= type === 'string' ? '' : type === 'number' ? 0 : {};
  return { type, values };
}

/** A type that every payload fits: numbers, objects, or else their texts. */
function typeOf(variants: readonly UnleashVariant[], path: string, notes: ImportNote[]): FlagType {
  const types = new Set(variants.map(({ payload }) => wordOf(payload?.['type']) || 'none'));
  if (types.has('csv')) notes.push({ path: `${path}.variants`, message: 'have payloads of type csv, which are held as texts' });
  if (types.size === 1 && types.has('number') && variants.every(({ payload }) => Number.isFinite(Number(payload?.['value']))))
    return 'number';
  if (types.size === 1 && types.has('json') && variants.every(({ payload }) => objectOf(payload?.['value']) !== null))
    return 'object';
  if (types.size > 1)
    notes.push({ path: `${path}.variants`, message: 'have payloads of several types, which are held as texts' });
  return 'string';
}

function valueOf({ name, payload }: UnleashVariant, type: FlagType): FlagDefinition['variants'][string] {
  const value = payload?.['value'];
  if (type === 'number') return Number(value);
  if (type === 'object') return objectOf(value) ?? {};
  return payload === null ? name : wordOf(value);
}

function objectOf(text: unknown): FlagDefinition['variants'][string] | null {
  try {
    const parsed: unknown = JSON.parse(wordOf(text));
    // JSON that was just parsed.
    return typeof parsed === 'object' && parsed !== null ? (parsed as FlagDefinition['variants'][string]) : null;
  } catch {
    return null;
  }
}

/** The sum of the weights. */
export function totalOf(variants: readonly UnleashVariant[]): number {
  return variants.reduce((sum, { weight }) => sum + weight, 0);
}
