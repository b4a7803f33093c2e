/** Looks at JSON Logic expressions: values, attributes and operators, with references followed. */
import { NOW_ATTRIBUTE } from './flag-words.ts';
import { fieldsOf, listOf, wordOf, type Fields, type ImportNote } from './import-flags.ts';

export type Logic = { readonly flagKey: string; readonly evaluators: Fields; readonly notes: ImportNote[] };

/** Something that rules cannot say; the flag cannot be imported. */
export class NotHeld extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

export type Scalar = string | number | boolean | null;
/** An expression, looked at: a value, an attribute, or an operator with its arguments. */
export type Term =
  | { readonly is: 'value'; readonly value: Scalar | readonly Scalar[] }
  | { readonly is: 'attribute'; readonly attribute: string }
  | { readonly is: 'call'; readonly op: string; readonly args: readonly unknown[] };

const DEEPEST = 24;
/** Looks at an expression; references are followed. */
export function termOf(expression: unknown, logic: Logic, path: string, depth = 0): Term {
  if (depth > DEEPEST) throw new NotHeld(path, `is nested or refers more than ${DEEPEST} deep`);
  if (expression === null || typeof expression !== 'object') return { is: 'value', value: scalarOf(expression) };
  if (Array.isArray(expression)) {
    if (expression.some((one) => typeof one === 'object' && one !== null))
      throw new NotHeld(path, 'is a list with expressions in it, which rules cannot say');
    return { is: 'value', value: expression.map(scalarOf) };
  }
  const [entry, ...others] = Object.entries(expression);
  if (entry === undefined || others.length > 0) throw new NotHeld(path, 'must be an expression with one operator');
  const [op, given] = entry;
  const args = Array.isArray(given) ? given : [given];
  if (op === '$ref') {
    const name = wordOf(given);
    if (!Object.hasOwn(logic.evaluators, name)) throw new NotHeld(path, `refers to the evaluator ${name}, which does not exist`);
    return termOf(logic.evaluators[name], logic, `$evaluators.${name}`, depth + 1);
  }
  if (op !== 'var') return { is: 'call', op: op === '?:' ? 'if' : op, args };
  if (args.length > 1) throw new NotHeld(path, 'gives a variable a default, which rules cannot say');
  const name = wordOf(args[0]);
  if (name === '$flagd.flagKey') return { is: 'value', value: logic.flagKey };
  return {
    is: 'attribute',
    attribute: name === 'targetingKey' ? 'user.key' : name === '$flagd.timestamp' ? NOW_ATTRIBUTE : name,
  };
}

function scalarOf(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Whether an expression is an `if`, with its arguments. */
export function ifArgs(expression: unknown): readonly unknown[] | null {
  const [entry] = Object.entries(fieldsOf(expression));
  return entry !== undefined && (entry[0] === 'if' || entry[0] === '?:') ? listOf(entry[1]) : null;
}
