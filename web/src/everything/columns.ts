// How the columns of Everything stand in the table; what is in them is said in domain, for files too.
import {
  columnsShownFirst,
  everythingColumns,
  type EverythingColumn,
  type EverythingColumnId,
} from '@shortlist/domain/export/everything-columns.ts';

export interface Column extends EverythingColumn {
  readonly id: EverythingColumnId;
  /** As CSS has it for a column of a grid. */
  readonly width: string;
  /** Pixels of the table below which it is left out; 0: never. */
  readonly from: number;
}

const places: Readonly<Record<EverythingColumnId, Pick<Column, 'width' | 'from'>>> = {
  handle: { width: '84px', from: 0 },
  title: { width: 'minmax(120px, 1fr)', from: 0 },
  type: { width: '56px', from: 860 },
  label: { width: '144px', from: 720 },
  step: { width: '96px', from: 480 },
  size: { width: '48px', from: 480 },
  team: { width: '96px', from: 860 },
  owner: { width: '112px', from: 720 },
  collaborator: { width: '112px', from: 720 },
  moved: { width: '56px', from: 480 },
  age: { width: '56px', from: 0 },
};

export const columns: readonly Column[] = everythingColumns.map((column) => ({ ...column, ...places[column.id] }));

/** The columns that a text asks for: ids with commas between, in whatever order; unknown ones are left out. Titles always stand. */
export function columnsAsked(text: string): readonly Column[] {
  const asked = text === '' ? columnsShownFirst : [...text.split(','), 'title'];
  return columns.filter(({ id }) => asked.includes(id));
}

/** The text that asks for the same columns with one more or one less; empty for those of the place itself. */
export function withColumn(asked: readonly Column[], id: EverythingColumnId): string {
  const ids = asked.map((column) => column.id);
  const wanted = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  const next = columns.filter((column) => wanted.includes(column.id)).map((column) => column.id);
  const isFirst = next.length === columnsShownFirst.length && columnsShownFirst.every((one) => next.includes(one));
  return isFirst ? '' : next.join(',');
}
