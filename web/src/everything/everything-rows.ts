// One row for each idea, story and task, whatever table it comes from.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { stepOf, type StepCategory } from '@shortlist/domain/workspace/workflow.ts';

type Idea = EntityOf<'idea'>;
type Item = EntityOf<'story'> | EntityOf<'task'>;
type Placement = EntityOf<'placement'>;
type Team = EntityOf<'team'>;

export interface EverythingRow {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly kind: 'Idea' | 'Story' | 'Task';
  /** Where it stands, in words. */
  readonly stands: string;
  /** 0 is in the parking lot, then refinement, the kinds of steps, and the ends: what `stands` is sorted by. */
  readonly standsOrder: number;
  readonly team: string;
  readonly owner: string;
  /** When it was captured or made. */
  readonly since: string;
  readonly isOver: boolean;
}

const categoryOrder: Readonly<Record<StepCategory, number>> = { todo: 3, in_progress: 4, done: 6, wont_do: 7 };

export function ideaRow(idea: Idea, nameOf: (id: string | null) => string | null): EverythingRow {
  const { decision } = idea;
  const word = { refine: 'Refined', reject: 'Rejected', merge: 'Merged' };
  return {
    id: idea.id,
    handle: idea.handle,
    title: idea.problem,
    kind: 'Idea',
    stands: decision === null ? 'Parking lot' : word[decision.kind],
    standsOrder: decision === null ? 0 : { refine: 1, merge: 8, reject: 9 }[decision.kind],
    team: '',
    owner: nameOf(idea.suggesterId) ?? '',
    since: idea.capturedAt,
    isOver: decision !== null,
  };
}

export function itemRow(
  item: Item,
  placement: Placement | undefined,
  team: Team | undefined,
  nameOf: (id: string | null) => string | null,
): EverythingRow {
  const step = team === undefined || placement === undefined ? null : stepOf(team, placement.stepId);
  const isDropped = placement?.droppedAt != null;
  return {
    id: item.id,
    handle: item.handle,
    title: item.title,
    kind: 'why' in item ? 'Task' : 'Story',
    stands: isDropped && step === null ? 'Given up' : (step?.name ?? 'Refinement'),
    standsOrder: isDropped ? 9 : step === null ? 2 : categoryOrder[step.category],
    team: team?.name ?? '',
    owner: nameOf(item.ownerId) ?? '',
    since: item.createdAt,
    isOver: isDropped || placement?.doneAt != null,
  };
}

export const sortColumns = ['handle', 'title', 'kind', 'stands', 'team', 'owner', 'age'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
  readonly column: SortColumn;
  readonly way: 'ascending' | 'descending';
}

/** Reads `age` or `-age` (descending); anything else sorts the youngest first. */
export function readSort(text: string): Sort {
  const column = sortColumns.find((one) => one === text.replace(/^-/, ''));
  if (column === undefined) return { column: 'age', way: 'ascending' };
  return { column, way: text.startsWith('-') ? 'descending' : 'ascending' };
}

/** The address of a sort after its column's title was pressed: the other way round when it is the one already. */
export function nextSort(sort: Sort, column: SortColumn): string {
  return sort.column === column && sort.way === 'ascending' ? `-${column}` : column;
}

/** A new array in that order; rows that are equal in it stand youngest first. */
export function sortRows(rows: readonly EverythingRow[], { column, way }: Sort): readonly EverythingRow[] {
  const compare = comparisons[column];
  const sign = way === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => compare(a, b, sign) || byAge(a, b, 1));
}

/** `sign` is 1 for ascending, -1 for descending. */
type Compare = (a: EverythingRow, b: EverythingRow, sign: 1 | -1) => number;

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const byAge: Compare = (a, b, sign) => (a.since < b.since ? sign : a.since > b.since ? -sign : 0);
/** Empty cells come last, either way round. */
const byText =
  (of: (row: EverythingRow) => string): Compare =>
  (a, b, sign) =>
    Number(of(a) === '') - Number(of(b) === '') || sign * words.compare(of(a), of(b));

const comparisons: Readonly<Record<SortColumn, Compare>> = {
  handle: byText((row) => row.handle),
  title: byText((row) => row.title),
  kind: byText((row) => row.kind),
  stands: (a, b, sign) => sign * (a.standsOrder - b.standsOrder || words.compare(a.stands, b.stands)),
  team: byText((row) => row.team),
  owner: byText((row) => row.owner),
  age: byAge,
};
