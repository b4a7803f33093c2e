/** Flags of another maker into one environment: what is new is made, what differs is set, and what cannot be is left, with why. */
import { put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { FlagDefinition, SegmentDefinition } from '../flag/flag-definition.ts';
import type { Flag, FlagConfig } from '../flag/flag.ts';
import type { ImportedFlags, ImportNote } from '../flag/import-flags.ts';
import { lifetimeDays } from '../flag/new-flag.ts';
import { mayRelease, type ReleaseState } from '../ladder/may-release.ts';
import { configIn, rungOf } from '../ladder/rungs.ts';
import { sameValue } from '../ladder/same-value.ts';
import { refuse } from '../refusal.ts';
import { betaKey, ourselvesKey } from '../segment/new-segments.ts';
import type { Segment } from '../segment/segment.ts';
import { importLimits, type ImportOutcome } from './flag-import-words.ts';

export interface FlagImportState extends ReleaseState {
  readonly imported: ImportedFlags;
  /** The flags that have one of the file's keys. */
  readonly flags: ReadonlyMap<string, Flag>;
  readonly segments: readonly Segment[];
}

interface Told {
  readonly key: string;
  readonly outcome: ImportOutcome;
  /** Of what is left out; else empty. */
  readonly why: string;
}

export interface FlagImportReport {
  readonly counts: Record<ImportOutcome, number>;
  readonly flags: Told[];
  readonly segments: Told[];
  readonly notes: ImportNote[];
}

export function importFlags(
  state: FlagImportState,
  { environment }: { readonly environment: string },
  context: DecisionContext,
): Decision<FlagImportReport> {
  const { imported, environments } = state;
  if (!environments.some(({ key }) => key === environment)) {
    return refuse('not_found', `There is no environment ${environment}. Check its key.`);
  }
  if (imported.flags.length > importLimits.flags) {
    return refuse('conflict', `The file holds ${imported.flags.length} flags; ${importLimits.flags} are taken at a time.`);
  }
  const changes: Change[] = [];
  const notes = [...imported.notes];
  const segments = imported.segments.map((one, index) => takeSegment(state, one, index, changes, context));
  const flags: Told[] = [];
  for (const [index, definition] of imported.flags.entries()) {
    const { metadata, key } = definition;
    if (metadata !== undefined) notes.push({ path: `flags.${key}.metadata`, message: 'is not held here, and was left out' });
    const before = state.flags.get(key) ?? null;
    const why = whyNot(definition, before);
    if (why !== '') {
      flags.push({ key, outcome: 'left', why });
      continue;
    }
    const after = setTo(before ?? begun(definition, index, context), definition, environment, state);
    if (before !== null && sameValue(before, after)) {
      flags.push({ key, outcome: 'unchanged', why: '' });
      continue;
    }
    const nobody: Flag = { ...after, environments: {} };
    const refused = mayRelease(state, before ?? nobody, after, context.actor);
    if (refused !== null) return refuse(refused.code, `${key}: ${refused.message} Nothing was imported.`);
    changes.push(put(before === null ? 'flag.created' : 'flag.rules_set', 'flag', after));
    flags.push({ key, outcome: before === null ? 'created' : 'changed', why: '' });
  }
  const counts = { created: 0, changed: 0, unchanged: 0, left: 0 };
  for (const { outcome } of flags) counts[outcome] += 1;
  return { changes, value: { counts, flags, segments, notes: bounded(notes) } };
}

/** Why a flag of the file stays outside; empty where it comes in. */
function whyNot({ variants, type, key }: FlagDefinition, before: Flag | null): string {
  if (before !== null && before.type !== type) return `${key} is a ${before.type} here, and a ${type} in the file.`;
  if (before !== null && before.archivedAt !== null) return `${key} is archived here. Bring it back first.`;
  if (Object.keys(variants).length < 2) return 'It has one variant, so there is nothing to switch.';
  return '';
}

function begun(definition: FlagDefinition, index: number, { newId, now, actor }: DecisionContext): Flag {
  const { key, kind, type, variants, salt, clientSide } = definition;
  const names = Object.keys(variants);
  const served = 'variant' in definition.fallthrough ? definition.fallthrough.variant : null;
  const offVariant = definition.offVariant ?? names.find((name) => name === 'off') ?? served ?? names.at(-1) ?? '';
  const onVariant = names.find((name) => name === 'on' && name !== offVariant) ?? names.find((name) => name !== offVariant) ?? '';
  return {
    id: newId('flag', index),
    key,
    title: key,
    kind,
    type,
    variants,
    onVariant,
    offVariant,
    salt,
    clientSide,
    ownerId: actor.memberId,
    storyIds: [],
    rung: 'off',
    ladder: { customers: [], segment: null, percent: 0, unit: 'customer', steps: [] },
    excluded: [],
    trying: [],
    environments: {},
    lastMove: null,
    cleanUp: null,
    lifetimeDays: lifetimeDays[kind],
    archivedAt: null,
    createdAt: now,
  };
}

function setTo(flag: Flag, definition: FlagDefinition, environment: string, { environments }: ReleaseState): Flag {
  const { enabled, rules, fallthrough, offVariant } = definition;
  const before = configIn(flag, environment);
  const wanted: FlagConfig = { enabled, rules, fallthrough, offVariant, version: before.version };
  const config = sameValue(before, wanted) ? before : { ...wanted, version: before.version + 1 };
  // Other environments may serve variants that the file does not have.
  const set: Flag = {
    ...flag,
    variants: { ...flag.variants, ...definition.variants },
    environments: { ...flag.environments, [environment]: config },
  };
  return { ...set, rung: rungOf(set, environments) };
}

function takeSegment(
  { segments }: FlagImportState,
  definition: SegmentDefinition,
  index: number,
  changes: Change[],
  { newId, now }: DecisionContext,
): Told {
  const { key } = definition;
  const before = segments.find((one) => one.key === key);
  if (key === ourselvesKey || key === betaKey) {
    return { key, outcome: 'left', why: `${key} means a rung of the ladder here. Rename the segment, or set it by hand.` };
  }
  const after: Segment =
    before === undefined
      ? { id: newId('segment', index), name: key, createdAt: now, ...definition }
      : { ...before, ...definition };
  if (before !== undefined && sameValue(before, after)) return { key, outcome: 'unchanged', why: '' };
  changes.push(put(before === undefined ? 'segment.created' : 'segment.edited', 'segment', after));
  return { key, outcome: before === undefined ? 'created' : 'changed', why: '' };
}

function bounded(notes: readonly ImportNote[]): ImportNote[] {
  const told = notes.slice(0, importLimits.notes);
  const more = notes.length - told.length;
  return more === 0 ? told : [...told, { path: '', message: `${more} more notes are not shown` }];
}
