/**
 * Reads Unleash's client definitions (`/api/client/features`, or its delta events) into flags. Strategies become rules in their order; who was let in
 * stays in, by Unleash's own arithmetic. A feature without variants is boolean; one with variants gives the variant's payload, and the code's default
 * where it is disabled.
 */
import type { Clause, FlagDefinition, Rule, SegmentDefinition, Serve } from './flag-definition.ts';
import { flagKinds, flagLimits } from './flag-words.ts';
import {
  fieldsOf,
  listOf,
  never,
  soundFlags,
  unknownFields,
  wordOf,
  type Fields,
  type ImportedFlags,
  type ImportNote,
  type ImportOptions,
} from './import-flags.ts';
import { constraintClauses } from './import-unleash-constraints.ts';
import {
  allVariants,
  ENABLED,
  namedVariants,
  totalOf,
  variantsOf,
  type Feature,
  type UnleashVariant,
} from './import-unleash-variants.ts';
import { strategyClauses, type Stickiness, unitsOf } from './import-unleash-strategies.ts';
import { stateOf, segmentOf } from './import-unleash-state.ts';

type Source = {
  readonly features: ReadonlyMap<string, Feature>;
  readonly segments: ReadonlyMap<string, SegmentDefinition>;
  readonly notes: ImportNote[];
};

export function importUnleash(json: unknown, options: ImportOptions): ImportedFlags {
  const notes: ImportNote[] = [];
  const { features: featureList, segments: segmentList } = stateOf(fieldsOf(json), notes);
  const segments = new Map<string, SegmentDefinition>();
  for (const [index, one] of segmentList.entries()) {
    const fields = fieldsOf(one);
    segments.set(wordOf(fields['id']), segmentOf(fields, `segments.${index}`, segments, notes));
  }
  const features = new Map<string, Feature>();
  for (const [index, one] of featureList.entries()) {
    const fields = fieldsOf(one);
    const name = wordOf(fields['name']);
    const path = `features.${index}`;
    if (name === '' || name.length > flagLimits.keyLength || /[\s\p{Cc}\p{Cs}]/u.test(name) || name === '__proto__')
      notes.push({ path: `${path}.name`, message: 'is no key of a flag; the feature was left out' });
    else features.set(name, { name, fields, path, variants: variantsOf(fields['variants']) });
  }
  const source: Source = { features, segments, notes };
  const flags = [...features.values()].map((feature) => flagOfFeature(feature, source, options));
  return soundFlags({ flags, segments: [...segments.values()], notes });
}

const knownFields = [
  'name',
  'enabled',
  'strategies',
  'variants',
  'dependencies',
  'type',
  'description',
  'project',
  'createdAt',
  'lastSeenAt',
  'stale',
];

function flagOfFeature(feature: Feature, source: Source, options: ImportOptions): FlagDefinition {
  const { fields, path, name } = feature;
  const { notes } = source;
  notes.push(...unknownFields(fields, [...knownFields, ...(fields['impressionData'] === false ? ['impressionData'] : [])], path));
  const variants = namedVariants(feature, notes);
  const off: Serve = { variant: variants === null ? 'off' : null };
  const isOpen = listOf(fields['strategies']).length === 0;
  const rules = [
    ...dependencyRules(feature, off, source),
    ...listOf(fields['strategies']).flatMap((strategy, index) =>
      strategyRules(fieldsOf(strategy), `${path}.strategies.${index}`, feature, source),
    ),
    ...(isOpen
      ? servingRules(
          [],
          'Everybody',
          { groupId: name, stickiness: null, isBoolean: variants === null },
          feature.variants,
          `${path}.variants`,
          notes,
        )
      : []),
  ];
  return {
    key: name,
    type: variants?.type ?? 'boolean',
    kind: kindOf(fields['type'], `${path}.type`, notes),
    salt: options.saltOf(name),
    clientSide: false,
    archived: false,
    variants: variants?.values ?? { on: true, off: false },
    enabled: fields['enabled'] === true,
    rules: numbered(rules, path, notes),
    fallthrough: off,
    offVariant: off.variant,
    version: 0,
  };
}

function numbered(rules: readonly Omit<Rule, 'id'>[], path: string, notes: ImportNote[]): Rule[] {
  if (rules.length > flagLimits.rules)
    notes.push({ path, message: `needs ${rules.length} rules; those after ${flagLimits.rules} were left out` });
  return rules.slice(0, flagLimits.rules).map((rule, index) => ({ ...rule, id: `unleash-${index + 1}` }));
}

function kindOf(type: unknown, path: string, notes: ImportNote[]): FlagDefinition['kind'] {
  if (type === undefined || type === null) return 'release';
  const kind = type === 'kill-switch' ? 'operational' : flagKinds.find((one) => one === type);
  if (kind === undefined) notes.push({ path, message: `is no kind of flag here: ${wordOf(type)} became release` });
  return kind ?? 'release';
}

/** A rule that turns away whoever does not get from the other flags what this one needs. */
function dependencyRules({ fields, path }: Feature, off: Serve, { features, notes }: Source): Omit<Rule, 'id'>[] {
  const dependencies = listOf(fields['dependencies']).map(fieldsOf);
  if (dependencies.length === 0) return [];
  const needs = dependencies.map((dependency, index): Clause => {
    const parent = features.get(wordOf(dependency['feature']));
    const at = `${path}.dependencies.${index}.feature`;
    if (parent === undefined || listOf(parent.fields['dependencies']).length > 0) {
      const why = parent === undefined ? 'is not there' : 'itself needs another';
      notes.push({ path: at, message: `names a feature that ${why}: as in Unleash, it is never met` });
      return never;
    }
    const given = namedVariants(parent, []);
    const all = given === null ? ['on'] : Object.keys(given.values);
    // Unleash names it `disabled` where a feature is enabled and gives no variant.
    const unnamed = given === null ? 'on' : ENABLED;
    const wanted = listOf(dependency['variants']).map((one) => (wordOf(one) === 'disabled' ? unnamed : wordOf(one)));
    const variants = wanted.length === 0 ? all : all.filter((one) => wanted.includes(one));
    if (dependency['enabled'] === false) return { not: { flag: parent.name, variants: all } };
    return variants.length === 0 ? never : { flag: parent.name, variants };
  });
  const names = dependencies.map((dependency) => wordOf(dependency['feature'])).join(', ');
  return [{ title: `Needs ${names}`.slice(0, 200), when: [{ not: { all: needs } }], serve: off }];
}

function strategyRules(strategy: Fields, path: string, feature: Feature, { segments, notes }: Source): Omit<Rule, 'id'>[] {
  if (strategy['disabled'] === true) return [];
  const parameters = fieldsOf(strategy['parameters']);
  notes.push(
    ...unknownFields(
      strategy,
      ['name', 'parameters', 'constraints', 'segments', 'variants', 'title', 'disabled', 'id', 'sortOrder'],
      path,
    ),
  );
  const inSegments = listOf(strategy['segments']).map((id, index): Clause => {
    const segment = segments.get(wordOf(id));
    if (segment !== undefined) return { segment: segment.key };
    notes.push({
      path: `${path}.segments.${index}`,
      message: 'names a segment that is not there: as in Unleash, it is never met',
    });
    return never;
  });
  const constraints = constraintClauses(strategy['constraints'], `${path}.constraints`, notes);
  const letIn = strategyClauses(wordOf(strategy['name']), parameters, feature.name, path, notes);
  const when = [...inSegments, ...constraints, ...letIn];
  const title = (wordOf(strategy['title']) || wordOf(strategy['name'])).slice(0, 200);
  const own = variantsOf(strategy['variants']);
  const isBoolean = allVariants(feature.fields, feature.variants).length === 0;
  const stickiness = wordOf(parameters['stickiness']) || null;
  // Unleash hashes the text `undefined` where a strategy with variants names no group.
  const groupId = typeof parameters['groupId'] === 'string' ? parameters['groupId'] : 'undefined';
  if (totalOf(own) > 0) return servingRules(when, title, { groupId, stickiness, isBoolean }, own, `${path}.variants`, notes);
  return servingRules(
    when,
    title,
    { groupId: feature.name, stickiness: null, isBoolean },
    feature.variants,
    `${feature.path}.variants`,
    notes,
  );
}

type Serving = { readonly groupId: string; readonly stickiness: Stickiness; readonly isBoolean: boolean };

/** The rules that give somebody who was let in a variant: overrides, then the draw by each unit that Unleash tries. */
function servingRules(
  when: readonly Clause[],
  title: string,
  serving: Serving,
  variants: readonly UnleashVariant[],
  path: string,
  notes: ImportNote[],
): Omit<Rule, 'id'>[] {
  const rule = (more: readonly Clause[], serve: Serve): Omit<Rule, 'id'> => ({ title, when: [...when, ...more], serve });
  if (totalOf(variants) <= 0) return [rule([], { variant: serving.isBoolean ? 'on' : ENABLED })];
  const overrides = variants.flatMap((variant, index) => {
    const clauses = variant.overrides.map((one, at): Clause => {
      const { contextName, values } = fieldsOf(one);
      const [clause = never] = constraintClauses(
        [{ contextName, values, operator: 'IN' }],
        `${path}.${index}.overrides.${at}`,
        notes,
      );
      return clause;
    });
    return clauses.length === 0 ? [] : [rule([{ any: clauses }], { variant: variant.name })];
  });
  const drawn = variants.filter(({ weight }) => weight > 0);
  const [first] = drawn;
  if (first === undefined || drawn.length === 1) return [...overrides, rule([], { variant: first?.name ?? ENABLED })];
  const stickiness = variants[0]?.stickiness ?? serving.stickiness;
  const weights = variants.map(({ name, weight }) => ({ variant: name, weight }));
  const draws = unitsOf(stickiness, 'variants').map((units) =>
    rule([], { split: { ...units, hashVersion: 'unleash', salt: serving.groupId, weights } }),
  );
  notes.push({
    path,
    message: `are drawn at random in Unleash where the context has no key to stay by; here such a context gets ${first.name}`,
  });
  return [...overrides, ...draws, rule([], { variant: first.name })];
}
