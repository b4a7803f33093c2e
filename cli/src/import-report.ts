/** What an import did, gathered over its batches. */
import type { ImportCounts } from '@shortlist/domain/import/import.ts';

interface Note {
  readonly externalId: string;
  readonly note: string;
}

export interface ImportReport {
  /** Null for a dry run. */
  importId: string | null;
  readonly total: number;
  readonly counts: { -readonly [Key in keyof ImportCounts]: number };
  piles: Record<string, number>;
  readonly notes: Note[];
}

export function emptyReport(total: number, notes: readonly Note[]): ImportReport {
  return { importId: null, total, counts: { created: 0, updated: 0, unchanged: 0, skipped: 0 }, piles: {}, notes: [...notes] };
}

export function addReport(
  report: ImportReport,
  batch: { readonly counts: ImportCounts; readonly piles: Readonly<Record<string, number>>; readonly notes: readonly Note[] },
): void {
  for (const key of ['created', 'updated', 'unchanged', 'skipped'] as const) report.counts[key] += batch.counts[key];
  for (const [pile, count] of Object.entries(batch.piles)) report.piles[pile] = (report.piles[pile] ?? 0) + count;
  report.notes.push(...batch.notes);
}

/** Each pile, in words for one and for several. */
const pileWords: readonly (readonly [string, string, string])[] = [
  ['idea', 'idea in the parking lot', 'ideas in the parking lot'],
  ['in_flight', 'in flight', 'in flight'],
  ['next', 'committed next', 'committed next'],
  ['done', 'finished item', 'finished items'],
  ['wont_do', 'item that will not be done', 'items that will not be done'],
];
const notesShown = 20;

export function reportLines(report: ImportReport, isDryRun: boolean): string[] {
  const { created, updated, unchanged, skipped } = report.counts;
  const piles = pileWords.flatMap(([pile, one, several]) => {
    const count = report.piles[pile] ?? 0;
    return count === 0 ? [] : [`  ${count} ${count === 1 ? one : several}`];
  });
  const notes = report.notes.slice(0, notesShown).map(({ externalId, note }) => `  ${externalId}: ${note}`);
  const more = report.notes.length - notes.length;
  return [
    `${isDryRun ? 'Would be' : 'Done'}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped.`,
    ...piles,
    ...(notes.length > 0 ? ['Notes:', ...notes] : []),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(report.importId === null || created + updated === 0 ? [] : [`Undo it with: shortlist import undo ${report.importId}`]),
  ];
}
