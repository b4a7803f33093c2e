// A backlog as a board: which cards stand in which column, and what a drop on one of them means. Pure.
import { byRank, isCounted } from '@shortlist/domain/backlog/counted.ts';
import type { Row } from '../list/work-rows.ts';
import type { Placement, Team } from '../story/item.ts';

export type Step = Team['steps'][number];

export interface Column {
  readonly step: Step;
  readonly rows: readonly Row[];
}

/** Days for which what is done is still to be seen. */
const doneDays = 14;

/** The steps of a board: all but those for what was given up, which needs a reason. */
export function boardSteps(team: Team): readonly Step[] {
  return team.steps.filter(({ category }) => category !== 'wont_do');
}

/** What a board shows of a team: its backlog, and what was done lately. `now`: ISO. */
export function isOnBoard(row: Row, team: Team, now: string): boolean {
  if (row.teamId !== team.id) return false;
  if (row.stage === 'todo' || row.stage === 'in_progress') return true;
  return row.stage === 'done' && row.doneAt !== null && Date.parse(row.doneAt) > Date.parse(now) - doneDays * 86_400_000;
}

/** By rank; what is done, latest first. */
export function compareOnBoard(a: Row, b: Row): number {
  if (a.work === null || b.work === null) return 0;
  if (a.doneAt !== null && b.doneAt !== null) return a.doneAt < b.doneAt ? 1 : -1;
  return byRank(a.work.placement, b.work.placement);
}

/** One column for each step, in its order; rows of steps that are no more stand in the first one of their kind. */
export function columnsOf(team: Team, rows: readonly Row[]): readonly Column[] {
  const steps = boardSteps(team);
  const known = new Set(steps.map(({ id }) => id));
  const homeOf = ({ stepId, stage }: Row) =>
    stepId !== null && known.has(stepId) ? stepId : (steps.find(({ category }) => category === stage)?.id ?? '');
  const grouped = Map.groupBy(rows, homeOf);
  return steps.map((step) => ({ step, rows: grouped.get(step.id) ?? [] }));
}

/** "3 of 2" where there is a limit, else the count. */
export function countWords({ limit }: Step, count: number): string {
  return limit === undefined ? String(count) : `${count} of ${limit}`;
}

/**
 * The `position` for `backlog.move` that puts an item before or after another; null where that is not counted (it is done).
 * `open`: all counted placements of the team, in any order.
 */
export function positionBeside(
  open: readonly Placement[],
  movedId: string,
  besideId: string,
  where: 'before' | 'after',
): number | null {
  const others = open.filter((placement) => isCounted(placement) && placement.id !== movedId).toSorted(byRank);
  const at = others.findIndex(({ id }) => id === besideId);
  return at === -1 ? null : at + (where === 'after' ? 1 : 0);
}

/** The card that one comes to by an arrow: up and down within a column, left and right to the nearest place of a column with cards. */
export function cardTowards(
  columns: readonly Column[],
  currentId: string | null,
  way: 'left' | 'right' | 'up' | 'down',
): string | null {
  const column = columns.findIndex(({ rows }) => rows.some(({ id }) => id === currentId));
  if (column === -1) return columns.find(({ rows }) => rows.length > 0)?.rows[0]?.id ?? null;
  const rows = columns[column]?.rows ?? [];
  const place = rows.findIndex(({ id }) => id === currentId);
  if (way === 'up' || way === 'down') return rows[place + (way === 'up' ? -1 : 1)]?.id ?? currentId;
  const by = way === 'left' ? -1 : 1;
  for (let next = column + by; next >= 0 && next < columns.length; next += by) {
    const there = columns[next]?.rows ?? [];
    if (there.length > 0) return there[Math.min(place, there.length - 1)]?.id ?? currentId;
  }
  return currentId;
}
