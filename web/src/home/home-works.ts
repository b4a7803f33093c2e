// Which of somebody's items stand on Home, and in which order. Pure.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { collaboratorsOf } from '@shortlist/domain/story/collaborators.ts';
import type { Item, Team, Work } from '../story/item.ts';

export type HomePart = 'In progress' | 'Committed' | 'In refinement';

export interface HomeWork {
  readonly work: Work;
  readonly team: Team;
  readonly part: HomePart;
  /** Another one owns it, or nobody: one is a collaborator. */
  readonly isBeside: boolean;
}

const order: readonly HomePart[] = ['In progress', 'Committed', 'In refinement'];

/** Whether an item is somebody's: who owns it or is a collaborator. */
export function isOf(item: Item, memberId: string): boolean {
  return item.ownerId === memberId || collaboratorsOf(item).some((id) => id === memberId);
}

/**
 * The open items of one person, who owns them or works on them: what is in progress, longest in its step first; what is committed, in the order of its
 * backlog; what is in refinement, nearest to ready first.
 */
export function homeWorks(works: readonly Work[], teams: ReadonlyMap<string, Team>, meId: string): readonly HomeWork[] {
  const mine = works.flatMap((work): HomeWork[] => {
    const team = teams.get(work.placement.teamId);
    const part = team === undefined ? null : partOf(work, team);
    if (team === undefined || part === null || !isOf(work.item, meId)) return [];
    return [{ work, team, part, isBeside: work.item.ownerId !== meId }];
  });
  return mine.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part) || withinPart(a, b));
}

function partOf({ placement }: Work, team: Team): HomePart | null {
  const stage = stageOf(placement, team);
  if (stage === 'in_progress') return 'In progress';
  if (stage === 'todo') return 'Committed';
  return stage === 'refinement' ? 'In refinement' : null;
}

function withinPart(a: HomeWork, b: HomeWork): number {
  const [one, other] = [a.work.placement, b.work.placement];
  if (a.part === 'Committed') return compare(one.rank, other.rank);
  const missing = a.part === 'In refinement' ? missingShare(a.work) - missingShare(b.work) : 0;
  return missing || compare(one.enteredStepAt, other.enteredStepAt);
}

function missingShare({ readiness }: Work): number {
  return readiness.missing.length / readiness.points.length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
