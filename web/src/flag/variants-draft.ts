// The variants of a flag while they are edited: texts, and what is wrong with them in words.
import { jsonValues } from '@shortlist/domain/import/json-values.ts';
import type { Flag } from './flag-rows.ts';

export interface VariantDraft {
  /** Its own, for as long as it is edited. */
  readonly id: number;
  readonly name: string;
  /** As typed: JSON for an object, plain words for a text. */
  readonly text: string;
}

type Value = Flag['variants'][string];

export function draftsOf({ variants, type }: Pick<Flag, 'variants' | 'type'>): readonly VariantDraft[] {
  return Object.entries(variants).map(([name, value], id) => ({
    id,
    name,
    text: typeof value === 'string' ? value : type === 'object' ? JSON.stringify(value, null, 1) : JSON.stringify(value),
  }));
}

export interface ReadVariants {
  readonly variants: Flag['variants'];
  /** In sentences, each naming its variant; none: `variants` may be saved. */
  readonly problems: readonly string[];
}

export function readVariants(drafts: readonly VariantDraft[], type: Flag['type']): ReadVariants {
  const problems: string[] = [];
  const variants = new Map<string, Value>();
  for (const { name: typed, text } of drafts) {
    const name = typed.trim();
    if (name === '') {
      problems.push('Every variant needs a name.');
      continue;
    }
    if (variants.has(name)) problems.push(`Two variants are called ${name}.`);
    const read = readValue(text, type);
    if ('problem' in read) problems.push(`${name}: ${read.problem}`);
    variants.set(name, 'value' in read ? read.value : null);
  }
  if (drafts.length < 2) problems.push('A flag needs at least two variants.');
  return { variants: Object.fromEntries(variants), problems };
}

function readValue(text: string, type: Flag['type']): { readonly value: Value } | { readonly problem: string } {
  const plain = text.trim();
  switch (type) {
    case 'string':
      return { value: text };
    case 'boolean':
      return plain === 'true' || plain === 'false' ? { value: plain === 'true' } : { problem: 'write true or false.' };
    case 'number': {
      const number = Number(plain.replace(',', '.'));
      return plain !== '' && Number.isFinite(number) ? { value: number } : { problem: 'write a number.' };
    }
    case 'object': {
      const read = jsonValues(plain);
      if (!read.ok) return { problem: `${read.problem}.` };
      const [value, ...more] = read.values;
      const isOne = more.length === 0 && typeof value === 'object' && value !== null;
      // What JSON.parse gives is JSON.
      return isOne ? { value: value as Value } : { problem: 'write one JSON object, such as {"columns": 3}.' };
    }
    default:
      return type satisfies never;
  }
}
