/**
 * A story's criteria as the tree they are: order, levels, where one may be put, and how far they are verified. No schemas:
 * the browser reads this file.
 */
import type { Id } from '../ids.ts';
import type { Criterion } from './criterion.ts';
import { environments, type VerdictWord } from './environments.ts';

/** How many levels a tree of criteria has. */
export const deepestLevel = 3;

export interface PlacedCriterion {
  readonly criterion: Criterion;
  /** 1 to 3. */
  readonly level: number;
  readonly hasParts: boolean;
}

/** Where a criterion stands: as a part of which, after which. */
export interface CriterionPlace {
  readonly parentId: Id<'criterion'> | null;
  /** Null: first. */
  readonly afterId: Id<'criterion'> | null;
}

/** All criteria of one story, each followed by its parts. One whose parent is not among them stands at the first level. */
export function criteriaInOrder(criteria: readonly Criterion[]): readonly PlacedCriterion[] {
  const known = new Set(criteria.map(({ id }) => id));
  const parts = Map.groupBy(criteria, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const placed: PlacedCriterion[] = [];
  const seen = new Set<string>();
  const place = (parentId: Id<'criterion'> | null, level: number): void => {
    for (const criterion of (parts.get(parentId) ?? []).toSorted(byRank)) {
      if (seen.has(criterion.id)) continue;
      seen.add(criterion.id);
      placed.push({ criterion, level, hasParts: parts.has(criterion.id) });
      place(criterion.id, level + 1);
    }
  };
  place(null, 1);
  return placed;
}

/** The parts of a criterion, or those of the first level, in order. */
export function partsOf(criteria: readonly Criterion[], parentId: Id<'criterion'> | null): readonly Criterion[] {
  return criteria.filter((criterion) => criterion.parentId === parentId).toSorted(byRank);
}

/** A criterion and everything below it. */
export function branchOf(criteria: readonly Criterion[], root: Criterion): readonly Criterion[] {
  const branch: Criterion[] = [root];
  // The list grows while it is walked: parts of parts are reached too, and none twice.
  for (const { id } of branch) branch.push(...partsOf(criteria, id).filter((part) => !branch.includes(part)));
  return branch;
}

/** 1 for the first level. */
export function levelOf(criteria: readonly Criterion[], id: Id<'criterion'> | null): number {
  let level = 0;
  for (let at = id; at !== null && level <= criteria.length; level += 1) {
    at = criteria.find((criterion) => criterion.id === at)?.parentId ?? null;
  }
  return level;
}

/** How many levels a criterion and what is below it take: 1 without parts. */
export function heightOf(criteria: readonly Criterion[], root: Criterion): number {
  const lowest = branchOf(criteria, root).map(({ id }) => levelOf(criteria, id));
  return Math.max(...lowest) - levelOf(criteria, root.id) + 1;
}

export type CriterionStep = 'up' | 'down' | 'nest' | 'outdent';

/** Where a step by key leads: null where it leads nowhere, as nesting the first or below the third level. */
export function placeAfterStep(criteria: readonly Criterion[], criterion: Criterion, step: CriterionStep): CriterionPlace | null {
  const { parentId } = criterion;
  const beside = partsOf(criteria, parentId);
  const at = beside.findIndex(({ id }) => id === criterion.id);
  switch (step) {
    case 'up':
      return at <= 0 ? null : { parentId, afterId: beside[at - 2]?.id ?? null };
    case 'down':
      return at === beside.length - 1 ? null : { parentId, afterId: beside[at + 1]?.id ?? null };
    case 'nest': {
      const before = beside[at - 1];
      if (before === undefined || levelOf(criteria, before.id) + heightOf(criteria, criterion) > deepestLevel) return null;
      return { parentId: before.id, afterId: partsOf(criteria, before.id).at(-1)?.id ?? null };
    }
    case 'outdent': {
      const parent = criteria.find(({ id }) => id === parentId);
      return parent === undefined ? null : { parentId: parent.parentId, afterId: parent.id };
    }
    default:
      return step satisfies never;
  }
}

/** What an environment says of a criterion: its own verdict, or, where it has parts, what theirs add up to. */
export function verdictIn(criteria: readonly Criterion[], criterion: Criterion, environment: string): VerdictWord | null {
  const words = leavesOf(criteria, criterion).map((leaf) => ownVerdict(leaf, environment));
  if (words.includes('failed')) return 'failed';
  return words.every((word) => word === 'passed') ? 'passed' : null;
}

/** The criteria that are verified themselves: those without parts. */
export function leavesOf(criteria: readonly Criterion[], root: Criterion): readonly Criterion[] {
  const branch = branchOf(criteria, root);
  return branch.filter((one) => !branch.some((other) => other.parentId === one.id));
}

export interface CriteriaProgress {
  /** The furthest environment in which anything was verified. */
  readonly environment: string;
  readonly passed: number;
  readonly failed: number;
  /** How many there are to verify. */
  readonly total: number;
}

/** How far a story's criteria are verified; null before the first verdict. */
export function progressOf(criteria: readonly Criterion[]): CriteriaProgress | null {
  const parents = new Set(criteria.map(({ parentId }) => parentId));
  const leaves = criteria.filter(({ id }) => !parents.has(id));
  const environment = furthest(leaves.flatMap((leaf) => leaf.verdicts.map((verdict) => verdict.environment)));
  if (environment === null) return null;
  const words = leaves.map((leaf) => ownVerdict(leaf, environment));
  const count = (wanted: VerdictWord) => words.filter((word) => word === wanted).length;
  return { environment, passed: count('passed'), failed: count('failed'), total: leaves.length };
}

function ownVerdict(criterion: Criterion, environment: string): VerdictWord | null {
  return criterion.verdicts.find((verdict) => verdict.environment === environment)?.verdict ?? null;
}

/** Environments that are not in the list are taken for nearer than all that are. */
function furthest(keys: readonly string[]): string | null {
  const order: readonly string[] = environments;
  return keys.toSorted((a, b) => order.indexOf(b) - order.indexOf(a) || (a < b ? -1 : 1))[0] ?? null;
}

function byRank(a: Criterion, b: Criterion): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1;
}
