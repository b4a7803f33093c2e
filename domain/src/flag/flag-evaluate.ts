/**
 * Asks a flag. Synchronous, and never throws: what goes wrong is an answer with reason ERROR and no value, so that the code's default is used. The
 * same file answers in the server, in Node and in browsers.
 */
import type { Asking } from './clause-compile.ts';
import { compileFlag, compileSegment, type CompiledFlag, type CompiledSegment } from './flag-compile.ts';
import type { EvaluationContext, EvaluationDetails } from './evaluation.ts';
import type { FlagSet } from './flag-set.ts';
import { flagLimits, type ErrorCode, type FlagType } from './flag-words.ts';

const nobody: EvaluationContext = {};

/** The answer of flag `key` to a context. Compiles the flag when it is first asked; after that it allocates nothing for contexts of texts. */
export function evaluateFlag(set: FlagSet, key: string, context: EvaluationContext = nobody): EvaluationDetails {
  const entry = set.flags.get(key);
  if (entry === undefined)
    return failed('FLAG_NOT_FOUND', `There is no flag ${key.slice(0, flagLimits.keyLength)} in ${set.environment}.`);
  if (!isContext(context)) return failed('INVALID_CONTEXT', 'The context must be an object.');
  try {
    return answerOf(typeof entry === 'string' ? compiledFlag(set, key, entry) : entry, context, askingOf(set));
  } catch (error) {
    set.depth = 0;
    return error instanceof DefinitionError
      ? failed('PARSE_ERROR', error.message)
      : failed('GENERAL', `The flag ${key} could not be evaluated: ${sayError(error)}`);
  }
}

/** An answer for code that asks for one type: TYPE_MISMATCH where the flag gives another. */
export function ofType(details: EvaluationDetails, type: FlagType): EvaluationDetails {
  if (details.value === undefined) return details;
  const given = details.value !== null && typeof details.value === 'object' ? 'object' : typeof details.value;
  if (given === type) return details;
  return {
    ...failed('TYPE_MISMATCH', `The flag gives a ${given}, and the code asks for a ${type}.`),
    flagVersion: details.flagVersion,
  };
}

/** The flag, compiled in its place; null where there is none. Throws a `DefinitionError`. */
export function flagOf(set: FlagSet, key: string): CompiledFlag | null {
  const entry = set.flags.get(key);
  if (entry === undefined) return null;
  return typeof entry === 'string' ? compiledFlag(set, key, entry) : entry;
}

/** As `flagOf`. */
export function segmentOf(set: FlagSet, key: string): CompiledSegment | null {
  const entry = set.segments.get(key);
  if (entry === undefined || typeof entry !== 'string') return entry ?? null;
  const compiled = understood(`The segment ${key}`, () => compileSegment(entry));
  set.segments.set(key, compiled);
  return compiled;
}

/** The attributes that a flag asked for and did not find, with how often; nothing for a flag that was never asked. */
export function missingAttributes(set: FlagSet, key: string): ReadonlyMap<string, number> {
  const entry = set.flags.get(key);
  return typeof entry === 'object' ? entry.missing : new Map();
}

/** What clauses ask of a set; one for each set, made once. */
export function askingOf(set: FlagSet): Asking {
  set.asking ??= newAsking(set);
  return set.asking;
}

function newAsking(set: FlagSet): Asking {
  const asking: Asking = {
    clock: set.clock,
    variantOf: (key, context) => {
      const flag = flagOf(set, key);
      if (flag === null) return null;
      goDeeper(set);
      const { variant } = answerOf(flag, context, asking);
      set.depth -= 1;
      return variant;
    },
    isInSegment: (key, context) => {
      const segment = segmentOf(set, key);
      if (segment === null) return false;
      goDeeper(set);
      const isIn = segment.holds(context, asking);
      set.depth -= 1;
      return isIn;
    },
  };
  return asking;
}

/** A definition that cannot be understood. */
class DefinitionError extends Error {}

function answerOf(flag: CompiledFlag, context: EvaluationContext, asking: Asking): EvaluationDetails {
  if (flag.off !== null) return flag.off;
  const { rules } = flag;
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i];
    if (rule === undefined || !rule.holds(context, asking)) continue;
    const served = rule.serves(context, asking);
    if (served !== null) return served;
  }
  return (
    flag.fallthrough(context, asking) ??
    failed('TARGETING_KEY_MISSING', `The flag ${flag.definition.key} shares out by a key that the context does not have.`)
  );
}

/** A definition is refused when written for asking in a circle or too deep; one that came all the same ends here. */
function goDeeper(set: FlagSet): void {
  if (set.depth >= flagLimits.depth)
    throw new DefinitionError(`Flags and segments ask one another more than ${flagLimits.depth} deep.`);
  set.depth += 1;
}

function compiledFlag(set: FlagSet, key: string, text: string): CompiledFlag {
  const compiled = understood(`The flag ${key}`, () => compileFlag(text));
  set.flags.set(key, compiled);
  return compiled;
}

function understood<Compiled>(name: string, compile: () => Compiled): Compiled {
  try {
    return compile();
  } catch (error) {
    throw new DefinitionError(`${name} cannot be understood: it ${sayError(error)}.`);
  }
}

function failed(errorCode: ErrorCode, errorMessage: string): EvaluationDetails {
  return {
    value: undefined,
    variant: null,
    reason: 'ERROR',
    ruleId: null,
    ruleTitle: null,
    errorCode,
    errorMessage,
    flagVersion: null,
    metadata: null,
  };
}

function isContext(context: unknown): context is EvaluationContext {
  return typeof context === 'object' && context !== null && !Array.isArray(context);
}

function sayError(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 300) : 'failed';
}
