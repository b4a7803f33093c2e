// The table as a file: the rows, the columns and the order that are shown.
import { everythingCsv, utf8Mark } from '@shortlist/domain/export/everything-columns.ts';
import { notifyDone } from '../app/notify.ts';
import type { Row } from '../list/work-rows.ts';
import type { Column } from './columns.ts';

const figures = new Intl.NumberFormat('en');

/** `isWhole`: false while what ended long ago is still being fetched, which is said. */
export function saveAsCsv(rows: readonly Row[], columns: readonly Column[], isWhole: boolean): void {
  const file = new Blob([utf8Mark, everythingCsv(rows, columns)], { type: 'text/csv;charset=utf-8' });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `everything-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
  const count = `${figures.format(rows.length)} ${rows.length === 1 ? 'row is' : 'rows are'} in ${link.download}`;
  notifyDone(
    isWhole ? `${count}.` : `${count}. What ended more than 90 days ago is still being fetched; save again for all of it.`,
  );
}
