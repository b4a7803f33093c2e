/** Unleash's strategies as clauses: who is let in. */
import { numberOf } from './clause-compile.ts';
import type { Clause } from './flag-definition.ts';
import { never, wordOf, type Fields, type ImportNote } from './import-flags.ts';
import { networkOf } from './cidr.ts';
import { attributeOf } from './import-unleash-constraints.ts';

/** The name of what stays with its draw: `default`, `random`, or a field of the context; null is `default`. */
export type Stickiness = string | null;

type Units = { unit: string; fallbackUnit?: string };

/**
 * The units that Unleash tries one after the other. `random` cannot be held, since the same question must get the same answer; it stays by what
 * `default` stays by. For variants the address comes last.
 */
export function unitsOf(stickiness: Stickiness, draws: 'variants' | 'share'): Units[] {
  const isDefault = stickiness === null || stickiness === 'default' || stickiness === 'random';
  if (!isDefault) return [{ unit: attributeOf(stickiness) }];
  const first = { unit: 'user.key', fallbackUnit: 'sessionId' };
  return draws === 'variants' ? [first, { unit: 'remoteAddress' }] : [first];
}

/** All must hold; none for a strategy that lets everybody in. */
export function strategyClauses(name: string, parameters: Fields, feature: string, path: string, notes: ImportNote[]): Clause[] {
  const list = (parameter: string): string[] =>
    wordOf(parameters[parameter])
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const isIn = (attribute: string, values: readonly string[], ignoreCase = false): Clause[] => [
    values.length === 0 ? never : { attribute, op: 'in', values: [...values], ...(ignoreCase && { ignoreCase }) },
  ];
  const group = wordOf(parameters['groupId']);
  switch (name) {
    case 'default':
      return [];
    case 'userWithId':
      return isIn('user.key', list('userIds'));
    case 'applicationHostname':
      notes.push({ path, message: "asks the machine's own name, which here is the attribute `hostname` of the context" });
      return isIn('hostname', list('hostNames'), true);
    case 'remoteAddress': {
      const networks = list('IPs').filter((one) => networkOf(one) !== null);
      return [networks.length === 0 ? never : { attribute: 'remoteAddress', op: 'cidr', values: networks }];
    }
    case 'gradualRolloutUserId':
      return share({ unit: 'user.key' }, parameters['percentage'], group);
    case 'gradualRolloutSessionId':
      return share({ unit: 'sessionId' }, parameters['percentage'], group);
    case 'gradualRolloutRandom':
      return rollout('random', parameters['percentage'], feature, path, notes);
    case 'flexibleRollout':
      return rollout(wordOf(parameters['stickiness']) || null, parameters['rollout'], group || feature, path, notes);
    default:
      notes.push({ path: `${path}.name`, message: `is the strategy ${name}, which is not known here: it lets nobody in` });
      return [never];
  }
}

function rollout(stickiness: Stickiness, percentage: unknown, group: string, path: string, notes: ImportNote[]): Clause[] {
  const percent = percentOf(percentage);
  const isDefault = stickiness === null || stickiness === 'default' || stickiness === 'random';
  if (percent >= 100 && isDefault) return [];
  if (percent > 0 && isDefault) {
    const how =
      stickiness === 'random'
        ? 'draws anew each time in Unleash; here everybody stays by user or session'
        : 'draws at random in Unleash where the context has neither user nor session; here such a context is not let in';
    notes.push({ path: `${path}.parameters.stickiness`, message: how });
  }
  const [units = { unit: 'user.key' }] = unitsOf(stickiness, 'share');
  return share(units, percentage, group);
}

function share(units: Units, percentage: unknown, salt: string): Clause[] {
  const to = percentOf(percentage);
  return [to <= 0 ? never : { share: { ...units, hashVersion: 'unleash', salt, from: 0, to, total: 100 } }];
}

/** Whole percents: Unleash compares with the whole numbers from 1 to 100. */
function percentOf(value: unknown): number {
  return Math.min(100, Math.floor(numberOf(value) ?? 0));
}
