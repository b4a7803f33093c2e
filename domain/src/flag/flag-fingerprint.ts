/** One number for many answers, so that engines can be compared: the same flags and contexts are made everywhere, and every answer goes in. */
import { hashText, nextWord, unitOfWord, wordStream, type WordStream } from '../forecast/xoshiro.ts';
import type { EvaluationContext } from './evaluation.ts';
import type { Clause, FlagDefinition, SetDocument } from './flag-definition.ts';
import { evaluateFlag } from './flag-evaluate.ts';
import { setOf } from './flag-set.ts';
import { clauseOps } from './flag-words.ts';

const FLAGS = 200;
const NOW = Date.parse('2026-11-22T12:00:00.000Z');

const texts = [
  'ada',
  'Ada@Exämple.com',
  'josé',
  '日本',
  '😀',
  'İstanbul',
  'straße',
  'ΣΊΣΥΦΟΣ',
  'a\ud800',
  '',
  '10.1.2.3',
  '2001:db8::1',
  '1.4.0-rc.1',
  'v2',
  '36',
  '-0.5',
  '1e3',
  '2026-11-22',
  '2026-11-22T11:59:59.999Z',
];
const patterns = ['^[^@]+@', '(?i)ada', '\\bé?\\w+$', '[à-ÿ]{1,3}', '^(a|ab)*$'];
const attributes = ['user', 'user.email', 'customer', 'customer.plan', 'device.os', 'größe', 'groups', '$now'];

/** Eight hexadecimal digits over the answers of `pairs` flags and contexts. */
export function flagFingerprint(pairs: number): string {
  const { document, next } = flagQuestions(17);
  const set = setOf(document, () => NOW);
  let hash = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const { key, context } = next();
    const { variant, ruleId, reason, errorCode } = evaluateFlag(set, key, context);
    hash = (Math.imul(hash, 31) + hashText(`${variant} ${ruleId} ${reason} ${errorCode}`)) | 0;
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Flags of all kinds, and questions to them without end; the same for the same seed. */
export function flagQuestions(seed: number): {
  readonly document: SetDocument;
  readonly next: () => { readonly key: string; readonly context: EvaluationContext };
} {
  const stream = wordStream(seed);
  const document = documentOf(stream);
  return { document, next: () => ({ key: `flag-${below(stream, FLAGS)}`, context: contextOf(stream) }) };
}

function documentOf(stream: WordStream): SetDocument {
  const flags = Array.from({ length: FLAGS }, (_, index) => flagOf(stream, index));
  const segment = {
    key: 'beta',
    unit: 'customer',
    included: ['日本', 'ada'],
    excluded: ['josé'],
    rules: [[clauseOf(stream, 1)]],
  };
  return {
    version: 1,
    environment: 'here',
    flags: Object.fromEntries(flags.map((flag) => [flag.key, flag])),
    segments: { beta: segment },
  };
}

function flagOf(stream: WordStream, index: number): FlagDefinition {
  const on = below(stream, 100_001);
  const weights = [
    { variant: 'on', weight: on },
    { variant: 'off', weight: 100_000 - on },
  ];
  const rules = Array.from({ length: below(stream, 4) }, (_, at) => ({
    id: `r${at}`,
    title: '',
    when: Array.from({ length: 1 + below(stream, 2) }, () => clauseOf(stream, 0)),
    serve:
      below(stream, 2) === 0
        ? { variant: 'on' }
        : { split: { unit: 'user', fallbackUnit: 'customer', hashVersion: 1 as const, weights } },
  }));
  return {
    key: `flag-${index}`,
    type: 'boolean',
    kind: 'release',
    salt: `sälz-${index}`,
    clientSide: true,
    archived: false,
    variants: { on: true, off: false },
    enabled: below(stream, 20) > 0,
    rules,
    fallthrough: { split: { unit: 'user', hashVersion: 1, weights } },
    offVariant: 'off',
    version: index,
  };
}

function clauseOf(stream: WordStream, depth: number): Clause {
  const kind = below(stream, depth > 1 ? 8 : 12);
  if (kind === 8) return { not: clauseOf(stream, depth + 1) };
  if (kind === 9) return { any: [clauseOf(stream, depth + 1), clauseOf(stream, depth + 1)] };
  if (kind === 10 && depth === 0) return { segment: 'beta' };
  if (kind === 11) return { share: { unit: 'user', hashVersion: 'flagd2', from: 0, to: 1 + below(stream, 100), total: 100 } };
  const op = pick(stream, clauseOps);
  const values =
    op === 'exists' ? [] : [pick(stream, op === 'matches' ? patterns : texts), pick(stream, op === 'matches' ? patterns : texts)];
  return { attribute: pick(stream, attributes), op, values, ignoreCase: below(stream, 3) === 0 };
}

function contextOf(stream: WordStream): EvaluationContext {
  const some = (): unknown => (below(stream, 5) === 0 ? below(stream, 100) / 4 : pick(stream, texts));
  const key = `${pick(stream, texts)}-${below(stream, 100_000)}`;
  const rest = { groups: [some(), some()], größe: some() };
  if (below(stream, 3) === 0) return { targetingKey: key, email: some(), ...rest };
  return {
    user: { key, email: some() },
    customer: below(stream, 2) === 0 ? pick(stream, texts) : { key: pick(stream, texts), plan: some() },
    device: { os: some() },
    ...rest,
  };
}

function below(stream: WordStream, count: number): number {
  return Math.floor(unitOfWord(nextWord(stream)) * count);
}

function pick<Value>(stream: WordStream, list: readonly Value[]): Value {
  const value = list[below(stream, list.length)];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}
