/** Unleash's constraints as clauses. */
import { networkOf } from './cidr.ts';
import { numberOf } from './clause-compile.ts';
import type { Clause } from './flag-definition.ts';
import { flagLimits, NOW_ATTRIBUTE, type ClauseOp } from './flag-words.ts';
import { fieldsOf, listOf, never, unknownFields, wordOf, type Fields, type ImportNote } from './import-flags.ts';
import { patternProblem } from './pattern.ts';
import { versionOf } from './semver.ts';

const textOps: Readonly<Record<string, ClauseOp>> = {
  STR_STARTS_WITH: 'startsWith',
  STR_ENDS_WITH: 'endsWith',
  STR_CONTAINS: 'contains',
};
const numberOps: Readonly<Record<string, readonly ClauseOp[]>> = {
  NUM_EQ: ['gte', 'lte'],
  NUM_GT: ['gt'],
  NUM_GTE: ['gte'],
  NUM_LT: ['lt'],
  NUM_LTE: ['lte'],
};
const versionOps: Readonly<Record<string, ClauseOp>> = {
  SEMVER_EQ: 'semverEq',
  SEMVER_GT: 'semverGt',
  SEMVER_GTE: 'semverGte',
  SEMVER_LT: 'semverLt',
  SEMVER_LTE: 'semverLte',
};
/** Unleash takes whole versions only; clauses here are lenient. */
const wholeVersion = '^[0-9]+\\.[0-9]+\\.[0-9]+(?:[-+].*)?$';

/** The attribute that holds a field of an Unleash context. */
export function attributeOf(contextName: string): string {
  return contextName === 'userId' ? 'user.key' : contextName;
}

/** All must hold. What Unleash never meets is never met here, and named. */
export function constraintClauses(constraints: unknown, path: string, notes: ImportNote[]): Clause[] {
  return listOf(constraints).map((one, index) => {
    const at = `${path}.${index}`;
    const constraint = fieldsOf(one);
    notes.push(...unknownFields(constraint, ['contextName', 'operator', 'values', 'value', 'inverted', 'caseInsensitive'], at));
    const clause = clauseOf(constraint, at, notes);
    if (clause === null) {
      notes.push({ path: `${at}.operator`, message: 'is an unknown operator: as in Unleash, it is never met' });
      return never;
    }
    return constraint['inverted'] === true ? { not: clause } : clause;
  });
}

function clauseOf(constraint: Fields, path: string, notes: ImportNote[]): Clause | null {
  const operator = wordOf(constraint['operator']);
  const attribute = attributeOf(wordOf(constraint['contextName'])) || 'missing';
  const value = wordOf(constraint['value']);
  const values = listOf(constraint['values'])
    .map((one) => wordOf(one).trim())
    .filter((one) => one !== '');
  const ignoreCase = constraint['caseInsensitive'] === true;
  const ask = (op: ClauseOp, asked: readonly string[], more = {}): Clause =>
    asked.length === 0 ? never : { attribute, op, values: fitting(asked, path, notes), ...more };
  const unusable = (what: string): Clause => {
    notes.push({ path: `${path}.value`, message: `${what}: as in Unleash, it is never met` });
    return never;
  };
  if (operator === 'IN') return ask('in', values);
  if (operator === 'NOT_IN') return { not: ask('in', values) };
  const textOp = ownOf(textOps, operator);
  if (textOp !== undefined) return ask(textOp, values, ignoreCase ? { ignoreCase } : {});
  const numberOp = ownOf(numberOps, operator);
  if (numberOp !== undefined)
    return numberOf(value) === null ? unusable('is no number') : { all: numberOp.map((op) => ask(op, [value])) };
  if (operator === 'DATE_AFTER' || operator === 'DATE_BEFORE') {
    const ms = Date.parse(value);
    return Number.isNaN(ms)
      ? unusable('is no instant')
      : dateClause(operator === 'DATE_AFTER' ? 'after' : 'before', new Date(ms).toISOString());
  }
  const versionOp = ownOf(versionOps, operator);
  if (versionOp !== undefined) {
    if (versionOf(value) === null || !new RegExp(wholeVersion).test(value)) return unusable('is no version');
    return { all: [ask('matches', [wholeVersion]), ask(versionOp, [value])] };
  }
  if (operator === 'REGEX') {
    const problem = patternProblem(value);
    return problem === null
      ? ask('matches', [value], ignoreCase ? { ignoreCase } : {})
      : unusable(`is a pattern that ${problem}`);
  }
  if (operator !== 'IN_CIDR') return null;
  const networks = values.filter((one) => networkOf(one) !== null);
  if (networks.length < values.length)
    notes.push({
      path: `${path}.values`,
      message: 'hold what is no network, which was left out: as in Unleash, it is never met',
    });
  return ask('cidr', networks);
}

/** Unleash asks `currentTime` of the context, or else the clock. */
function dateClause(op: 'after' | 'before', instant: string): Clause {
  const given: Clause = { attribute: 'currentTime', op, values: [instant] };
  const isMissing: Clause = { not: { attribute: 'currentTime', op: 'exists', values: [] } };
  return { any: [given, { all: [isMissing, { attribute: NOW_ATTRIBUTE, op, values: [instant] }] }] };
}

function fitting(values: readonly string[], path: string, notes: ImportNote[]): string[] {
  const kept = values.filter((value) => value.length <= flagLimits.valueLength).slice(0, flagLimits.values);
  if (kept.length < values.length)
    notes.push({ path: `${path}.values`, message: `are too many or too long; ${values.length - kept.length} were left out` });
  return kept;
}

function ownOf<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
