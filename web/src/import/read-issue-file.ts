import { importLimits } from '@shortlist/domain/import/import-limits.ts';
import type { ReadIssues } from './issue-file.worker.ts';

const unreadable = (problem: string): ReadIssues => ({ ok: false, problems: [problem], problemCount: 1 });

/** What is in the file, or all that is wrong with it; never throws. */
export async function readIssueFile(file: File): Promise<ReadIssues> {
  if (file.size > importLimits.fileBytes) return unreadable('the file is larger than 512 MB: export it in parts');
  const text = await file.text().catch(() => null);
  if (text === null) return unreadable('the file cannot be opened any more: choose it again');
  const worker = new Worker(new URL('./issue-file.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve) => {
      worker.addEventListener('message', (event: MessageEvent<ReadIssues>) => resolve(event.data));
      worker.addEventListener('error', () => resolve(unreadable('it could not be read by this browser: use the command line')));
      // As in the worker: there is no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(text);
    });
  } finally {
    worker.terminate();
  }
}
