/** A flag set to what it was before a command, with version numbers that only grow. No schemas. */
import { configIn } from '../ladder/rungs.ts';
import { sameValue } from '../ladder/same-value.ts';
import { tryingIn } from '../trying/trying-rule.ts';
import type { Flag, FlagConfig } from './flag.ts';

/**
 * `before` as the value of a flag that is `now` something else. An environment that differs gets the number after the present
 * one: a client that has seen that one takes a smaller number for older news.
 */
export function setBack(before: Flag, now: Flag): Flag {
  const environments = environmentsOf(before, now).map((key): [string, FlagConfig] => {
    const [wanted, present] = [configIn(before, key), configIn(now, key)];
    const isSame = isSameConfig(wanted, present) && sameValue(tryingIn(before, key), tryingIn(now, key));
    const version = isSame ? present.version : present.version + 1;
    return [key, { ...wanted, version }];
  });
  return { ...before, environments: Object.fromEntries(environments) };
}

/** Whether two values of a flag say the same, however often it was changed on the way. */
export function saysTheSame(one: Flag, other: Flag): boolean {
  return (
    sameValue({ ...one, environments: null }, { ...other, environments: null }) &&
    environmentsOf(one, other).every((key) => isSameConfig(configIn(one, key), configIn(other, key)))
  );
}

function environmentsOf(one: Flag, other: Flag): readonly string[] {
  return Object.keys({ ...one.environments, ...other.environments });
}

function isSameConfig(one: FlagConfig, other: FlagConfig): boolean {
  return sameValue({ ...one, version: 0 }, { ...other, version: 0 });
}
