// THE table of what columns Everything has: how each is called, sorted by, and written into a file.
import type { SortWord } from '@shortlist/domain/query/query-keys.ts';
import type { Row } from '../list/work-rows.ts';

export interface Column {
  /** Also what it is sorted by. */
  readonly id: SortWord;
  readonly title: string;
  /** As CSS has it for a column of a grid. */
  readonly width: string;
  /** Pixels of the table below which it is left out; 0: never. */
  readonly from: number;
  /** In a file: the whole of it, times in UTC. */
  readonly text: (row: Row) => string;
}

const typeWords = { idea: 'Idea', story: 'Story', task: 'Task' };

export const columns: readonly Column[] = [
  { id: 'handle', title: 'Handle', width: '84px', from: 0, text: ({ handle }) => handle },
  { id: 'title', title: 'Title', width: 'minmax(120px, 1fr)', from: 0, text: ({ title }) => title },
  { id: 'type', title: 'Type', width: '56px', from: 860, text: ({ type }) => typeWords[type] },
  { id: 'label', title: 'Labels', width: '144px', from: 720, text: ({ labels }) => labels.map(({ name }) => name).join(', ') },
  { id: 'step', title: 'Stands in', width: '96px', from: 480, text: ({ standsIn }) => standsIn },
  { id: 'size', title: 'Size', width: '48px', from: 480, text: ({ size }) => size ?? '' },
  { id: 'team', title: 'Team', width: '96px', from: 860, text: ({ teamName }) => teamName },
  { id: 'owner', title: 'Owner', width: '112px', from: 720, text: ({ ownerName }) => ownerName },
  {
    id: 'collaborator',
    title: 'Collaborators',
    width: '112px',
    from: 720,
    text: ({ collaborators }) => collaborators.map(({ name }) => name).join(', '),
  },
  { id: 'moved', title: 'Moved', width: '56px', from: 480, text: ({ movedAt }) => movedAt },
  { id: 'age', title: 'Age', width: '56px', from: 0, text: ({ createdAt }) => createdAt },
];

const shownFirst: readonly SortWord[] = ['handle', 'title', 'type', 'label', 'step', 'team', 'owner', 'age'];

/** The columns that a text asks for: ids with commas between, in whatever order; unknown ones are left out. Titles always stand. */
export function columnsAsked(text: string): readonly Column[] {
  const asked = text === '' ? shownFirst : [...text.split(','), 'title'];
  return columns.filter(({ id }) => asked.includes(id));
}

/** The text that asks for the same columns with one more or one less; empty for those of the place itself. */
export function withColumn(asked: readonly Column[], id: SortWord): string {
  const ids = asked.map((column) => column.id);
  const wanted = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  const next = columns.filter((column) => wanted.includes(column.id)).map((column) => column.id);
  const isFirst = next.length === shownFirst.length && shownFirst.every((one) => next.includes(one));
  return isFirst ? '' : next.join(',');
}
