/** THE table of the columns that Everything has in a file: how each is called and what stands in it. No schemas: the browser reads this file. */
import type { QuerySubject } from '../query/query-subject.ts';
import type { SortWord } from '../query/query-keys.ts';
import { csvOf } from './csv.ts';

export interface EverythingColumn {
  /** Also what it is sorted by. */
  readonly id: SortWord;
  readonly title: string;
  /** The whole of it, times in UTC. */
  readonly text: (subject: QuerySubject) => string;
}

const typeWords = { idea: 'Idea', story: 'Story', task: 'Task' };

const namesOf = (named: readonly { readonly name: string }[]) => named.map(({ name }) => name).join(', ');

export const everythingColumns = [
  { id: 'handle', title: 'Handle', text: ({ handle }) => handle },
  { id: 'title', title: 'Title', text: ({ title }) => title },
  { id: 'type', title: 'Type', text: ({ type }) => typeWords[type] },
  { id: 'label', title: 'Labels', text: ({ labels }) => namesOf(labels) },
  { id: 'step', title: 'Stands in', text: ({ standsIn }) => standsIn },
  { id: 'size', title: 'Size', text: ({ size }) => size ?? '' },
  { id: 'team', title: 'Team', text: ({ teamName }) => teamName },
  { id: 'owner', title: 'Owner', text: ({ ownerName }) => ownerName },
  { id: 'collaborator', title: 'Collaborators', text: ({ collaborators }) => namesOf(collaborators) },
  { id: 'moved', title: 'Moved', text: ({ movedAt }) => movedAt },
  { id: 'age', title: 'Age', text: ({ createdAt }) => createdAt },
] as const satisfies readonly EverythingColumn[];

export type EverythingColumnId = (typeof everythingColumns)[number]['id'];

// The ids as literals, which map loses.
export const everythingColumnIds = everythingColumns.map(({ id }) => id) as [EverythingColumnId, ...EverythingColumnId[]];

/** What stands in the table and in the file before anybody chooses. */
export const columnsShownFirst: readonly EverythingColumnId[] = [
  'handle',
  'title',
  'type',
  'label',
  'step',
  'team',
  'owner',
  'age',
];

/** The mark in front of a file that tells a spreadsheet that it is UTF-8. */
export const utf8Mark = '\uFEFF';

/** A line of titles, then one for each subject, in their order. */
export function everythingCsv(
  subjects: readonly QuerySubject[],
  columns: readonly Pick<EverythingColumn, 'title' | 'text'>[],
): string {
  return csvOf([columns.map(({ title }) => title), ...subjects.map((subject) => columns.map(({ text }) => text(subject)))]);
}
