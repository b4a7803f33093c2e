// The evaluator cases of flagd's testbed (`data/flags/flagd-evaluator-*.json`), asked of our evaluator through the import of the definitions.
import type { EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import { evaluateFlag, ofType } from '@shortlist/domain/flag/flag-evaluate.ts';
import { setOf } from '@shortlist/domain/flag/flag-set.ts';
import { flagTypes } from '@shortlist/domain/flag/flag-words.ts';
import { importFlagd } from '@shortlist/domain/flag/import-flagd.ts';
import { fieldsOf, listOf, wordOf } from '@shortlist/domain/flag/import-flags.ts';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

export type SuiteResult = { readonly cases: number; readonly failed: readonly string[] };

type World = {
  key: string;
  type: string;
  fallback: unknown;
  context: Record<string, unknown>;
  details: EvaluationDetails | null;
};
type Step = readonly [pattern: RegExp, run: (world: World, ...words: string[]) => boolean | undefined];

/** `@fractional-v1` is left out: it is the bucketing that flagd has given up. */
export function runFlagdSuite(casesFile: string, flagsFile: string): SuiteResult {
  const { flags } = importFlagd(JSON.parse(readFileSync(flagsFile, 'utf8')), { saltOf: (key) => key });
  const set = setOf(
    { version: 1, environment: 'suite', flags: Object.fromEntries(flags.map((flag) => [flag.key, flag])), segments: {} },
    Date.now,
  );
  const steps = stepsOf((world) => {
    const type = flagTypes.find((one) => one === world.type) ?? 'object';
    return ofType(evaluateFlag(set, world.key, world.context), type);
  });
  const cases = listOf(JSON.parse(readFileSync(casesFile, 'utf8')))
    .map(fieldsOf)
    .filter(({ tags }) => !listOf(tags).includes('@fractional-v1'));
  const failed = cases.flatMap((one) => {
    const world: World = { key: '', type: '', fallback: null, context: {}, details: null };
    const texts = listOf(one['steps']).map((step) => wordOf(fieldsOf(step)['text']));
    const wrong = texts.find((text) => !runStep(text, steps, world));
    return wrong === undefined
      ? []
      : [
          `${wordOf(one['scenario'])}: ${world.key}: ${wrong} (${JSON.stringify(world.details?.value)}, ${world.details?.reason})`,
        ];
  });
  return { cases: cases.length, failed };
}

function stepsOf(ask: (world: World) => EvaluationDetails): Step[] {
  return [
    [/^an evaluator$/, () => true],
    [
      /^an? (Boolean|String|Integer|Float|Object)-flag with key "(.*?)" and a fallback value "(.*)"$/,
      (world, type = '', key = '', fallback = '') => {
        Object.assign(world, {
          key,
          type: type === 'Integer' || type === 'Float' ? 'number' : type.toLowerCase(),
          fallback: typed(type, fallback),
        });
        return true;
      },
    ],
    [
      /^a context containing a key "(.*?)", with type "(.*?)" and with value "(.*)"$/,
      (world, key = '', type = '', value = '') => put(world, key, typed(type, value)),
    ],
    [
      /^a context containing a nested property with outer key "(.*?)" and inner key "(.*?)", with value "(.*)"$/,
      (world, outer = '', inner = '', value = '') => put(world, outer, { [inner]: value }),
    ],
    [/^a context containing a targeting key with value "(.*)"$/, (world, value = '') => put(world, 'targetingKey', value)],
    [
      /^the flag was evaluated with details$/,
      (world) => {
        world.details = ask(world);
        return true;
      },
    ],
    [
      /^the resolved details value should be "(.*)"$/,
      ({ details, fallback, type }, value = '') =>
        isDeepStrictEqual(
          details?.value === undefined ? fallback : details.value,
          typed(type === 'number' ? 'Float' : type, value),
        ),
    ],
    [/^the reason should be "(.*)"$/, ({ details }, reason) => details?.reason === reason],
    [/^the error-code should be "(.*)"$/, ({ details }, code) => details?.errorCode === code],
    [/^the resolved metadata is empty$/, ({ details }) => details?.metadata === null],
    [
      /^the resolved metadata should contain$/,
      ({ details }) => isDeepStrictEqual(details?.metadata, { string: '1.0.2', integer: 2, boolean: true, float: 0.1 }),
    ],
  ];
}

function runStep(text: string, steps: readonly Step[], world: World): boolean {
  for (const [pattern, run] of steps) {
    const match = pattern.exec(text);
    if (match !== null) return run(world, ...match.slice(1)) === true;
  }
  throw new Error(`no step for: ${text}`);
}

function put(world: World, key: string, value: unknown): true {
  world.context[key] = value;
  return true;
}

function typed(type: string, value: string): unknown {
  const kind = type.toLowerCase();
  if (kind === 'string') return value;
  return kind === 'object' ? JSON.parse(value.replaceAll('\\"', '"')) : JSON.parse(value);
}
