/** The rules of a flag as sentences: the app, its history and the command line say the same. No schemas. */
import { unitWords } from '../ladder/rungs.ts';
import type { Clause, Rule, Serve, Split } from './flag-definition.ts';
import { NOW_ATTRIBUTE, type ClauseOp } from './flag-words.ts';

/** The name that people gave to a segment, by its key. */
export type SegmentNames = ReadonlyMap<string, string>;

const noNames: SegmentNames = new Map();
/** Values and parts that are written out; the others are counted. */
const mostWritten = 5;

/** `When customer.plan is one of pro, team: serve on to 25 % of customers.` */
export function ruleSentence({ when, serve }: Pick<Rule, 'when' | 'serve'>, names: SegmentNames = noNames): string {
  const condition = when.length === 0 ? 'For everybody' : `When ${joined(when, 'and', names)}`;
  return `${condition}: ${serveWords(serve)}.`;
}

/** `serve on`, `serve on to 25 % of customers and off to the rest`. */
export function serveWords(serve: Serve): string {
  if ('variant' in serve) return serve.variant === null ? 'use the default in the code' : `serve ${serve.variant}`;
  return `serve ${splitWords(serve.split)}`;
}

function splitWords({ weights, unit, fallbackUnit, steps = [] }: Split): string {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const drawn = fallbackUnit === undefined ? unitWords(unit) : `${unitWords(unit)}, else of ${unitWords(fallbackUnit)}`;
  const climbing = steps.length === 0 ? '' : steps.length === 1 ? ', then one more step' : `, then ${steps.length} more steps`;
  const served = weights.filter(({ weight }) => weight > 0);
  const [first] = served;
  if (served.length === 1 && first !== undefined) return `${first.variant} to all ${drawn}${climbing}`;
  const parts = served.map(({ variant, weight }, index) => {
    const share = `${variant} to ${percentText(weight, total)}`;
    if (index === 0) return `${share} of ${drawn}`;
    return index === served.length - 1 ? `${variant} to the rest` : share;
  });
  return `${listed(parts, 'and')}${climbing}`;
}

/** `12.5 %`, to three digits behind the point. */
export function percentText(weight: number, total: number): string {
  return `${Number(((weight / total) * 100).toFixed(3))} %`;
}

/** A condition as a claim: `customer.plan is one of pro, team`. */
export function clauseWords(clause: Clause, names: SegmentNames = noNames): string {
  if ('segment' in clause) return `they belong to ${names.get(clause.segment) ?? clause.segment}`;
  if ('flag' in clause) return `the flag ${clause.flag} gives ${listed(clause.variants, 'or')}`;
  if ('share' in clause) {
    const { from, to, total, unit } = clause.share;
    return `they are drawn between ${percentText(from, total)} and ${percentText(to, total)} of ${unitWords(unit)}`;
  }
  if ('all' in clause) return clause.all.length === 0 ? 'anything holds' : `(${joined(clause.all, 'and', names)})`;
  if ('any' in clause) return clause.any.length === 0 ? 'nothing holds' : `(${joined(clause.any, 'or', names)})`;
  if ('not' in clause) return `it is not so that ${clauseWords(clause.not, names)}`;
  const subject = clause.attribute === NOW_ATTRIBUTE ? 'the moment of asking' : clause.attribute;
  return `${subject} ${opWords(clause.op, clause.values)}${clause.ignoreCase === true ? ', in any case' : ''}`;
}

function joined(clauses: readonly Clause[], word: 'and' | 'or', names: SegmentNames): string {
  return clauses.map((clause) => clauseWords(clause, names)).join(` ${word} `);
}

/** What an operator says before its values. */
export const opPhrases: Readonly<Record<ClauseOp, string>> = {
  in: 'is',
  notIn: 'is not',
  startsWith: 'starts with',
  endsWith: 'ends with',
  contains: 'contains',
  matches: 'matches',
  gt: 'is above',
  gte: 'is at least',
  lt: 'is below',
  lte: 'is at most',
  before: 'is before',
  after: 'is after',
  semverEq: 'is version',
  semverGt: 'is a version above',
  semverGte: 'is at least version',
  semverLt: 'is a version below',
  semverLte: 'is at most version',
  cidr: 'is in the network',
  exists: 'is given',
};

function opWords(op: ClauseOp, values: readonly (string | number | boolean)[]): string {
  const phrase = opPhrases[op];
  if (op === 'exists') return phrase;
  if (values.length < 2) return `${phrase} ${values.length === 0 ? 'nothing yet' : valueText(values[0])}`;
  const several = { in: 'is one of', notIn: 'is none of' }[op as string];
  const texts = values.map(valueText);
  return several === undefined ? `${phrase} ${listed(texts, 'or')}` : `${several} ${counted(texts).join(', ')}`;
}

/** Texts that would be read as something else stand in quotes. */
function valueText(value: string | number | boolean | undefined): string {
  if (typeof value !== 'string') return String(value);
  return value === '' || /[\s,"“”]/.test(value) ? `“${value}”` : value;
}

function counted(texts: readonly string[]): readonly string[] {
  if (texts.length <= mostWritten + 1) return texts;
  return [...texts.slice(0, mostWritten), `and ${texts.length - mostWritten} more`];
}

function listed(texts: readonly string[], word: 'and' | 'or'): string {
  const shown = counted(texts);
  if (shown.length < 2 || shown.length < texts.length) return shown.join(', ');
  return `${shown.slice(0, -1).join(', ')} ${word} ${String(shown.at(-1))}`;
}
