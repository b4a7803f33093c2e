/** JSON Logic's conditions as clauses: when does an expression count as true? */
import type { Clause } from './flag-definition.ts';
import { NOW_ATTRIBUTE, type ClauseOp } from './flag-words.ts';
import { slicesOf } from './import-flagd-fractional.ts';
import { NotHeld, termOf, type Logic, type Scalar } from './import-flagd-terms.ts';
import { never, wordOf } from './import-flags.ts';
import { versionOf } from './semver.ts';

const always: Clause = { all: [] };

/** The clause that holds where the expression counts as true. */
export function isTrue(expression: unknown, logic: Logic, path: string, depth = 0): Clause {
  const term = termOf(expression, logic, path, depth);
  if (term.is === 'value') return truthy(term.value) ? always : never;
  if (term.is === 'attribute') {
    logic.notes.push({ path, message: `takes the texts 0 and false of ${term.attribute} as false` });
    return {
      all: [
        { attribute: term.attribute, op: 'exists', values: [] },
        { not: { attribute: term.attribute, op: 'in', values: ['', 0, false] } },
      ],
    };
  }
  const { op, args } = term;
  const inner = (index: number): Clause => isTrue(args[index], logic, `${path}.${op}.${index}`, depth + 1);
  switch (op) {
    case '!':
      return { not: inner(0) };
    case '!!':
      return inner(0);
    case 'and':
      return { all: args.map((_, index) => inner(index)) };
    case 'or':
      return { any: args.map((_, index) => inner(index)) };
    case 'if':
      return ifIsTrue(args, inner);
    case '==':
    case '===':
      return equal(op, args, logic, path);
    case '!=':
    case '!==':
      return { not: equal(op, args, logic, path) };
    case 'fractional': {
      const slices = slicesOf(args, logic, path);
      return slices === null
        ? never
        : { any: slices.filter(({ variant }) => truthyConstant(variant, logic, path)).map(({ clause }) => clause) };
    }
    default:
      return comparison(op, args, logic, path);
  }
}

/** The clause that holds where a comparison gives `false`, and not null for arguments that it cannot compare. */
export function isFalse(expression: unknown, logic: Logic, path: string): Clause {
  const term = termOf(expression, logic, path);
  const isNot: Clause = { not: isTrue(expression, logic, path) };
  if (term.is !== 'call') return isNot;
  const [subject, , version] = term.args;
  if (term.op === 'starts_with' || term.op === 'ends_with') {
    if (term.args.length !== 2) return never;
    return { all: [{ attribute: attributeOf(subject, logic, path), op: 'startsWith', values: [''] }, isNot] };
  }
  if (term.op !== 'sem_ver') return isNot;
  const valid = versionRange(attributeOf(subject, logic, path), '!=', version);
  return valid === null || isTrue(expression, logic, path) === never ? never : { all: [valid.isVersion, isNot] };
}

function ifIsTrue(args: readonly unknown[], inner: (index: number) => Clause): Clause {
  const ways: Clause[] = [];
  const before: Clause[] = [];
  for (let index = 0; index < args.length; index += 2) {
    const isElse = index === args.length - 1;
    ways.push({ all: [...before, ...(isElse ? [] : [inner(index)]), inner(isElse ? index : index + 1)] });
    if (!isElse) before.push({ not: inner(index) });
  }
  return { any: ways };
}

function equal(op: string, args: readonly unknown[], logic: Logic, path: string): Clause {
  const [a, b] = [termOf(args[0], logic, path), termOf(args[1], logic, path)];
  if (a.is === 'value' && b.is === 'value') return a.value === b.value ? always : never;
  const [attribute, value] = a.is === 'attribute' ? [a, b] : [b, a];
  if (attribute.is !== 'attribute' || value.is !== 'value' || Array.isArray(value.value))
    throw new NotHeld(path, 'compares what is not an attribute with a value');
  const { value: wanted } = value;
  if (wanted === null) return { not: { attribute: attribute.attribute, op: 'exists', values: [] } };
  if (op.length === 3 && (typeof wanted !== 'string' || /^(?:-?\d[\d.eE+-]*|true|false)$/.test(wanted)))
    logic.notes.push({
      path,
      message: 'asks for the type too; here a text and a number or boolean that read the same are equal',
    });
  // A scalar: lists and null were looked at above.
  return { attribute: attribute.attribute, op: 'in', values: [wanted as string | number | boolean] };
}

const orders: Readonly<Record<string, readonly [forward: ClauseOp, flipped: ClauseOp]>> = {
  '<': ['lt', 'gt'],
  '<=': ['lte', 'gte'],
  '>': ['gt', 'lt'],
  '>=': ['gte', 'lte'],
};

function comparison(op: string, args: readonly unknown[], logic: Logic, path: string): Clause {
  const order = Object.hasOwn(orders, op) ? orders[op] : undefined;
  if (order !== undefined) {
    if (args.length === 3)
      return { all: [comparison(op, args.slice(0, 2), logic, path), comparison(op, args.slice(1), logic, path)] };
    const [a, b] = [termOf(args[0], logic, path), termOf(args[1], logic, path)];
    if (a.is === 'attribute' && b.is === 'value') return ordered(a.attribute, order[0], b.value, path);
    if (b.is === 'attribute' && a.is === 'value') return ordered(b.attribute, order[1], a.value, path);
    throw new NotHeld(path, 'compares what is not an attribute with a value');
  }
  switch (op) {
    case 'in':
      return isIn(args, logic, path);
    case 'starts_with':
    case 'ends_with': {
      const value = args.length === 2 ? termOf(args[1], logic, path) : null;
      if (value?.is !== 'value' || typeof value.value !== 'string') return never;
      return {
        attribute: attributeOf(args[0], logic, path),
        op: op === 'starts_with' ? 'startsWith' : 'endsWith',
        values: [value.value],
      };
    }
    case 'sem_ver':
      return versionRange(attributeOf(args[0], logic, path), wordOf(args[1]), args[2])?.holds ?? never;
    default:
      throw new NotHeld(path, `uses ${op}, which rules cannot say`);
  }
}

function ordered(attribute: string, op: ClauseOp, value: Scalar | readonly Scalar[], path: string): Clause {
  if (typeof value !== 'number' && typeof value !== 'string') throw new NotHeld(path, 'compares with what is no number');
  if (attribute !== NOW_ATTRIBUTE) return { attribute, op, values: [value] };
  // flagd's moment is in seconds; ours in milliseconds.
  return { attribute, op, values: [Number(value) * 1_000] };
}

function isIn(args: readonly unknown[], logic: Logic, path: string): Clause {
  const [needle, hay] = [termOf(args[0], logic, path), termOf(args[1], logic, path)];
  if (needle.is === 'attribute' && hay.is === 'value' && Array.isArray(hay.value)) {
    const values = hay.value.filter((value): value is string | number | boolean => value !== null);
    return values.length === 0 ? never : { attribute: needle.attribute, op: 'in', values };
  }
  if (hay.is === 'attribute' && needle.is === 'value' && typeof needle.value === 'string')
    return {
      any: [
        { attribute: hay.attribute, op: 'in', values: [needle.value] },
        { attribute: hay.attribute, op: 'contains', values: [needle.value] },
      ],
    };
  throw new NotHeld(path, 'looks for an attribute inside a text or another attribute, which rules cannot say');
}

/** flagd's `^` is "of this major version" and `~` "of this major and minor"; null for what is no version or no operator. */
function versionRange(attribute: string, op: string, given: unknown): { holds: Clause; isVersion: Clause } | null {
  const version = versionOf(given);
  if (version === null) return null;
  const value = wordOf(given);
  const ask = (asked: ClauseOp, than = value): Clause => ({ attribute, op: asked, values: [than] });
  const [major, minor] = version.numbers;
  const isVersion: Clause = { any: [ask('semverGte'), ask('semverLt')] };
  const ranges: Readonly<Record<string, Clause>> = {
    '=': ask('semverEq'),
    '!=': { all: [isVersion, { not: ask('semverEq') }] },
    '<': ask('semverLt'),
    '<=': ask('semverLte'),
    '>': ask('semverGt'),
    '>=': ask('semverGte'),
    '^': { all: [ask('semverGte', `${major}.0.0-0`), ask('semverLt', `${major + 1}.0.0-0`)] },
    '~': { all: [ask('semverGte', `${major}.${minor}.0-0`), ask('semverLt', `${major}.${minor + 1}.0-0`)] },
  };
  const holds = Object.hasOwn(ranges, op) ? ranges[op] : undefined;
  return holds === undefined ? null : { holds, isVersion };
}

function attributeOf(expression: unknown, logic: Logic, path: string): string {
  const term = termOf(expression, logic, path);
  if (term.is !== 'attribute') throw new NotHeld(path, 'asks what is not an attribute');
  return term.attribute;
}

function truthyConstant(expression: unknown, logic: Logic, path: string): boolean {
  const term = termOf(expression, logic, path);
  if (term.is !== 'value') throw new NotHeld(path, 'draws an expression as a condition, which rules cannot say');
  return truthy(term.value);
}

/** JSON Logic: an empty list is false. */
function truthy(value: Scalar | readonly Scalar[]): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
