/** Reads attributes out of contexts that nobody has checked: own properties only, and nothing longer than the bounds. */
import type { EvaluationContext } from './evaluation.ts';
import { NOW_ATTRIBUTE } from './flag-words.ts';

/** A longer text, or a longer list, counts as missing. */
const LONGEST_TEXT = 2_048;
const LONGEST_LIST = 1_000;

/** Finds an attribute; undefined where it is missing. */
export type ReadAttribute = (context: EvaluationContext, clock: () => number) => unknown;

const entities = ['user', 'customer', 'device'] as const;

/** The reader of a path. See `attribute` in flag-definition.ts for what paths mean. */
export function attributeReader(path: string): ReadAttribute {
  if (path === NOW_ATTRIBUTE) return (_context, clock) => clock();
  const steps = path.split('.');
  const [first = '', second] = steps;
  const isEntity = entities.some((name) => name === first);
  if (isEntity && (second === undefined || (second === 'key' && steps.length === 2))) return keyReader(first);
  if (steps.length === 1) return (context) => own(context, path);
  const inFlat = first === 'user' ? steps.slice(1).join('.') : null;
  return (context) => {
    let value: unknown = context;
    for (const step of steps) value = own(value, step);
    if (value !== undefined) return value;
    const dotted = own(context, path);
    if (dotted !== undefined || inFlat === null || own(context, 'user') !== undefined) return dotted;
    return own(context, inFlat);
  };
}

/** The key of the user, customer or device: `{customer: {key}}`, `{customer: 'key'}`, and `targetingKey` for the user. */
function keyReader(entity: string): ReadAttribute {
  const dotted = `${entity}.key`;
  return (context) => {
    const named = own(context, entity);
    if (typeof named === 'string') return named;
    const key = own(named, 'key') ?? own(context, dotted);
    return key ?? (entity === 'user' ? own(context, 'targetingKey') : undefined);
  };
}

function own(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder) || !Object.hasOwn(holder, name)) return undefined;
  // An object that has the property; null is "known to be empty", which is missing here.
  return (holder as Record<string, unknown>)[name] ?? undefined;
}

/** A value that is there and within bounds; undefined for anything else. */
export function bounded(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? undefined : value;
  if (Array.isArray(value)) return value.length > LONGEST_LIST ? undefined : value;
  return value ?? undefined;
}

/** The text that values compare by; null for what has none. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? null : value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  return typeof value === 'boolean' ? String(value) : null;
}

/** A unit's key: a text that is not empty, or a number; null where there is none to draw by. */
export function unitOf(value: unknown): string | null {
  if (typeof value === 'string') return value.length > 0 && value.length <= LONGEST_TEXT ? value : null;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}
