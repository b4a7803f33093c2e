/** Cuts the records of a file into what one `import.add` may carry. */
import { importBatchSize } from './import-operations.ts';
import type { ImportRecord } from './import-record.ts';

/**
 * In order; at most 200 records and, as long as a batch has more than one, at most `maxLength` characters of JSON each, so that
 * a request stays below the server's bound.
 */
export function importBatches(records: readonly ImportRecord[], maxLength: number): ImportRecord[][] {
  const batches: ImportRecord[][] = [];
  let batch: ImportRecord[] = [];
  let length = 0;
  for (const record of records) {
    const own = JSON.stringify(record).length + 1;
    if (batch.length > 0 && (batch.length === importBatchSize || length + own > maxLength)) {
      batches.push(batch);
      batch = [];
      length = 0;
    }
    batch.push(record);
    length += own;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
