/** What differs between two states of a flag, in sentences: before it is saved, and in its history. No schemas. */
import type { Environment } from '../environment/environment.ts';
import { configIn } from '../ladder/rungs.ts';
import { sameValue } from '../ladder/same-value.ts';
import type { Rule } from './flag-definition.ts';
import type { Flag, FlagConfig } from './flag.ts';
import { ruleSentence, serveWords, type SegmentNames } from './rule-sentences.ts';

export interface FlagDifference {
  /** The name of the environment; null for what holds in all. */
  readonly where: string | null;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly text: string;
  /** What was there before, for what changed from one text to another. */
  readonly before?: string;
}

/** Names for what flags know by id or key. */
export interface FlagNames {
  readonly environments: readonly Pick<Environment, 'key' | 'name'>[];
  readonly segments: SegmentNames;
  readonly personOf: (id: string | null) => string;
  readonly storyOf: (id: string) => string;
}

/** Every difference: first what holds everywhere, then each environment in order. Two states that answer alike have none. */
export function flagDifferences(before: Flag, after: Flag, names: FlagNames): FlagDifference[] {
  const known = new Map(names.environments.map(({ key, name }) => [key, name]));
  const keys = new Set([...known.keys(), ...Object.keys(before.environments), ...Object.keys(after.environments)]);
  return [
    ...everywhere(before, after, names),
    ...[...keys].flatMap((key) =>
      configDifferences(configIn(before, key), configIn(after, key), known.get(key) ?? key, names.segments),
    ),
  ];
}

/** As `flagDifferences`, for one environment. */
export function configDifferences(
  before: FlagConfig,
  after: FlagConfig,
  where: string,
  segments: SegmentNames,
): FlagDifference[] {
  const found: FlagDifference[] = [];
  const say = (kind: FlagDifference['kind'], text: string, was?: string) =>
    found.push({ where, kind, text, ...(was !== undefined && { before: was }) });
  if (before.enabled !== after.enabled) {
    say('changed', after.enabled ? 'Switched on: its rules answer.' : 'Switched off, whatever its rules say.');
  }
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const kept = new Set(after.rules.map(({ id }) => id));
  for (const rule of before.rules) if (!kept.has(rule.id)) say('removed', ruleText(rule, segments));
  for (const rule of after.rules) {
    const was = old.get(rule.id);
    if (was === undefined) say('added', ruleText(rule, segments));
    else if (!sameValue(was, rule)) sayChanged(say, was, rule, segments);
  }
  const order = (rules: readonly Rule[], among: (id: string) => boolean) => rules.map(({ id }) => id).filter(among);
  const [oldOrder, newOrder] = [order(before.rules, (id) => kept.has(id)), order(after.rules, (id) => old.has(id))];
  if (!sameValue(oldOrder, newOrder)) say('changed', 'The rules are asked in another order.');
  if (!sameValue(before.fallthrough, after.fallthrough)) {
    say('changed', `Everybody else: ${serveWords(after.fallthrough)}.`, `Everybody else: ${serveWords(before.fallthrough)}.`);
  }
  if (before.offVariant !== after.offVariant) say('changed', offText(after.offVariant), offText(before.offVariant));
  return found;
}

function sayChanged(
  say: (kind: 'changed', text: string, was?: string) => void,
  was: Rule,
  rule: Rule,
  segments: SegmentNames,
): void {
  const [before, after] = [ruleText(was, segments), ruleText(rule, segments)];
  // A long list of values is counted in the sentence, and may differ beyond what is written out.
  if (before === after) say('changed', `${after} Its values are others than before.`);
  else say('changed', after, before);
}

function ruleText(rule: Rule, segments: SegmentNames): string {
  return rule.title === '' ? ruleSentence(rule, segments) : `${rule.title}. ${ruleSentence(rule, segments)}`;
}

function offText(variant: string | null): string {
  return variant === null ? 'While off: the default in the code.' : `While off: serve ${variant}.`;
}

function everywhere(before: Flag, after: Flag, names: FlagNames): FlagDifference[] {
  const found: FlagDifference[] = [];
  const say = (kind: FlagDifference['kind'], text: string) => found.push({ where: null, kind, text });
  const changed = (name: string, from: string, to: string) => {
    if (from !== to) found.push({ where: null, kind: 'changed', text: `${name}: ${to}.`, before: `${name}: ${from}.` });
  };
  changed('Rung', before.rung, after.rung);
  changed('Title', before.title, after.title);
  changed('Kind', before.kind, after.kind);
  changed('Owner', names.personOf(before.ownerId), names.personOf(after.ownerId));
  changed('On means', before.onVariant, after.onVariant);
  changed('Off means', before.offVariant, after.offVariant);
  changed('Expected to live', daysText(before.lifetimeDays), daysText(after.lifetimeDays));
  if (before.clientSide !== after.clientSide) {
    say('changed', after.clientSide ? 'Browsers may see it.' : 'Browsers may no longer see it.');
  }
  if ((before.archivedAt === null) !== (after.archivedAt === null)) {
    say('changed', after.archivedAt === null ? 'Taken out of the archive.' : 'Archived.');
  }
  for (const [name, value] of Object.entries(after.variants)) {
    if (!Object.hasOwn(before.variants, name)) say('added', `Variant ${name} = ${JSON.stringify(value)}.`);
    else changed(`Variant ${name}`, JSON.stringify(before.variants[name]), JSON.stringify(value));
  }
  for (const name of Object.keys(before.variants)) if (!Object.hasOwn(after.variants, name)) say('removed', `Variant ${name}.`);
  for (const id of added(before.storyIds, after.storyIds)) say('added', `Serves ${names.storyOf(id)}.`);
  for (const id of added(after.storyIds, before.storyIds)) say('removed', `Served ${names.storyOf(id)}.`);
  for (const key of added(before.excluded, after.excluded)) say('added', `Off for ${key}, on every rung.`);
  for (const key of added(after.excluded, before.excluded)) say('removed', `No longer off for ${key}.`);
  return found;
}

function added<Value>(before: readonly Value[], after: readonly Value[]): readonly Value[] {
  const known = new Set(before);
  return after.filter((one) => !known.has(one));
}

function daysText(days: number | null): string {
  return days === null ? 'for good' : `${days} days`;
}
