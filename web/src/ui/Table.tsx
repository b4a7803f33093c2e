import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Table.module.css';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** `figure` aligns at the right with tabular numerals. */
  readonly kind?: 'text' | 'figure';
  /** Left out on a phone. */
  readonly hideOnPhone?: boolean;
}

export interface TableProps<T> {
  /** What the table shows, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  /** The column sorted by, and the way; with `onSort`, its titles are buttons. */
  readonly sort?: { readonly column: string; readonly way: 'ascending' | 'descending' };
  readonly onSort?: (column: string) => void;
}

/** A plain table. The first column names the row. The head stays in sight. */
export function Table<T>({ caption, columns, rows, idOf, sort, onSort }: TableProps<T>) {
  return (
    // A region that scrolls sideways must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                aria-sort={sort?.column === column.id ? sort.way : undefined}
                className={cellLook(column)}
              >
                {onSort === undefined ? (
                  column.title
                ) : (
                  <button type="button" className={styles.sort} onClick={() => onSort(column.id)}>
                    {column.title}
                    <span aria-hidden="true">{sort?.column === column.id ? (sort.way === 'ascending' ? '↑' : '↓') : ''}</span>
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row" className={cellLook(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={cellLook(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellLook<T>({ kind, hideOnPhone }: Column<T>): string {
  return classNames(styles.cell, kind === 'figure' && styles.figure, hideOnPhone && styles.wideOnly);
}
