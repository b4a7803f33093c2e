// For a journey that looks at the disk of a real browser (e2e/src/disk.e2e.ts): leaves what it needs on the page.
import { diskRules } from './disk-contract-for-test.ts';
import { indexedDisk } from './indexed-disk.ts';

/** Holds the browser's disk to the rules; answers what was found wrong, a sentence each. */
async function check(): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [at, { name, check: holds }] of diskRules.entries()) {
    await holds(indexedDisk(`rule-${at}`)).catch((error: unknown) => faults.push(`${name}: ${String(error)}`));
  }
  return faults;
}

async function writeNote(note: string): Promise<void> {
  await indexedDisk('notes').write('visit', 'note', () => [{ kind: 'put', drawer: 'visit', key: 'note', value: note }]);
}

async function readNote(): Promise<unknown> {
  const [notes = []] = await indexedDisk('notes').read('visit');
  return notes[0]?.[1];
}

Object.assign(globalThis, { disk: { count: diskRules.length, check, writeNote, readNote } });
