/** Cuts the records of a file into what one `import.add` may carry. */
import { importLimits } from './import-limits.ts';
import type { PileChoice } from './import-operations.ts';
import type { ImportRecord } from './import-record.ts';

/**
 * In order; at most 200 records and, as long as a batch has more than one, at most `maxLength` characters of JSON each, so that
 * a request stays below the server's bound.
 */
export function importBatches(records: readonly ImportRecord[], maxLength: number = importLimits.batchLength): ImportRecord[][] {
  const batches: ImportRecord[][] = [];
  let batch: ImportRecord[] = [];
  let length = 0;
  for (const record of records) {
    const own = JSON.stringify(record).length + 1;
    if (batch.length > 0 && (batch.length === importLimits.batch || length + own > maxLength)) {
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

/** Of the chosen numbers, those of this batch: the others are in other batches. */
export function choiceFor(choice: PileChoice, records: readonly ImportRecord[]): PileChoice {
  const here = new Set(records.map((record) => record.number));
  const only = (numbers: readonly number[]) => numbers.filter((number) => here.has(number));
  return { inFlight: { ...choice.inFlight, numbers: only(choice.inFlight.numbers) }, next: only(choice.next) };
}
