// Sends a file's records batch by batch, or asks what they would do. A run goes on when its dialog is closed or another place
// is gone to; its progress is on the import's card, for everyone.
import { choiceFor, importBatches } from '@shortlist/domain/import/import-batches.ts';
import type { PileChoice } from '@shortlist/domain/import/import-operations.ts';
import type { ImportRecord, RecordNote } from '@shortlist/domain/import/import-record.ts';
import type { ImportCounts } from '@shortlist/domain/import/import.ts';
import { notifyDone, notifyRefused } from '../app/notify.ts';
import { ask } from '../sync/ask.ts';
import { send, type Refused } from '../sync/send.ts';

export interface ImportWish {
  readonly teamId: string;
  readonly fileName: string;
  readonly records: readonly ImportRecord[];
  readonly choice: PileChoice;
}

export interface ImportPreview {
  readonly counts: ImportCounts;
  readonly notes: readonly RecordNote[];
}

/** What importing would do, gathered over the batches; `isWanted` says whether anybody still waits for it. */
export async function previewImport(wish: ImportWish, isWanted: () => boolean): Promise<ImportPreview | Refused | null> {
  const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
  const notes: RecordNote[] = [];
  for (const records of importBatches(wish.records)) {
    const called = await ask('import.preview', {
      teamId: wish.teamId,
      records: [...records],
      choice: choiceFor(wish.choice, records),
    });
    if (!isWanted()) return null;
    if ('refused' in called) return called;
    for (const key of ['created', 'updated', 'unchanged', 'skipped'] as const) counts[key] += called.value.counts[key];
    notes.push(...called.value.notes);
  }
  return { counts, notes };
}

/** Starts the import and answers once the first batch can follow; the rest is sent behind it and told by a toast. */
export async function startImport(wish: ImportWish): Promise<Refused | null> {
  const { teamId, fileName, records } = wish;
  const started = await send('import.start', { source: 'github', teamId, fileName, total: records.length });
  if ('refused' in started) return started;
  void sendBatches(started.value.id, wish);
  return null;
}

async function sendBatches(importId: string, { fileName, records, choice }: ImportWish): Promise<void> {
  addEventListener('beforeunload', askBeforeLeaving);
  try {
    for (const batch of importBatches(records)) {
      const sent = await send('import.add', { importId, records: [...batch], choice: choiceFor(choice, batch) });
      if ('refused' in sent) return notifyRefused(sent);
    }
    const finished = await send('import.finish', { importId });
    if ('refused' in finished) return notifyRefused(finished);
    const { created, updated } = finished.value.counts;
    notifyDone(`${fileName} is imported: ${created} created, ${updated} updated.`);
  } finally {
    removeEventListener('beforeunload', askBeforeLeaving);
  }
  return undefined;
}

/** The file is only here: a page that is closed ends the import half-way, and importing it again goes on from there. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
