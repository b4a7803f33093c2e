// Unleash's own client specification, asked of our evaluator through the import of its definitions.
import type { EvaluationContext, EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import { evaluateFlag } from '@shortlist/domain/flag/flag-evaluate.ts';
import { setOf } from '@shortlist/domain/flag/flag-set.ts';
import { fieldsOf, listOf, wordOf, type Fields } from '@shortlist/domain/flag/import-flags.ts';
import { importUnleash } from '@shortlist/domain/flag/import-unleash.ts';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SuiteResult } from './flagd-suite.ts';

const packageFile = fileURLToPath(import.meta.resolve('@unleash/client-specification/package.json'));
const folder = join(dirname(packageFile), 'specifications');

/** Every case of every specification. */
export function runUnleashSuite(): SuiteResult {
  const failed: string[] = [];
  let cases = 0;
  for (const file of listOf(readJson('index.json'))) {
    const specification = fieldsOf(readJson(wordOf(file)));
    const { flags, segments } = importUnleash(specification['state'], { saltOf: (key) => key });
    const document = {
      version: 1,
      environment: 'suite',
      flags: Object.fromEntries(flags.map((flag) => [flag.key, flag])),
      segments: Object.fromEntries(segments.map((segment) => [segment.key, segment])),
    };
    const set = setOf(document, Date.now);
    const ask = (one: Fields): EvaluationDetails =>
      evaluateFlag(set, wordOf(one['toggleName']), contextOf(fieldsOf(one['context'])));
    const checks = [
      ...listOf(specification['tests']).map((one) => ({ one: fieldsOf(one), isMet: isEnabled })),
      ...listOf(specification['variantTests']).map((one) => ({ one: fieldsOf(one), isMet: isVariant })),
    ];
    for (const { one, isMet } of checks) {
      cases += 1;
      const details = ask(one);
      if (!isMet(details, one['expectedResult']))
        failed.push(`${wordOf(file)}: ${wordOf(one['description'])} (${details.variant ?? details.errorCode ?? 'no variant'})`);
    }
  }
  return { cases, failed };
}

/** Flat, with the properties beside the fields of Unleash's own, which come first. */
function contextOf({ userId, properties, ...fields }: Fields): EvaluationContext {
  return { ...fieldsOf(properties), ...fields, ...(userId !== undefined && { targetingKey: userId }) };
}

const isOn = ({ variant }: EvaluationDetails): boolean => variant !== null && variant !== 'off';

function isEnabled(details: EvaluationDetails, expected: unknown): boolean {
  return isOn(details) === expected;
}

function isVariant(details: EvaluationDetails, expected: unknown): boolean {
  const { name, payload, enabled, feature_enabled: featureEnabled } = fieldsOf(expected);
  if (featureEnabled !== undefined && isOn(details) !== featureEnabled) return false;
  if (enabled !== true)
    return details.variant === null || details.variant === 'off' || details.variant === 'on' || details.variant === 'enabled';
  if (details.variant !== name) return false;
  if (payload === undefined) return details.value === name;
  const { type, value } = fieldsOf(payload);
  const given = typeof details.value === 'string' ? details.value : JSON.stringify(details.value);
  return (
    given === (type === 'json' && typeof details.value === 'object' ? JSON.stringify(JSON.parse(wordOf(value))) : wordOf(value))
  );
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}
