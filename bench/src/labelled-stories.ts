// Reads a folder of labelled stories (`<data>/stories/*.csv`: id,backlog,label,reason,why,sure,also,text), any number of files.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storyClasses, type StoryClass } from '@shortlist/domain/check/check-finding.ts';

export type LabelledStory = {
  readonly backlog: string;
  readonly label: StoryClass;
  /** whether a benefit is stated, weak or none */
  readonly why: string;
  readonly sure: boolean;
  readonly text: string;
};

/** None where the folder has no `stories`. Rows with a label we do not know are dropped. */
export function readLabelledStories(dataFolder: string): LabelledStory[] {
  const folder = join(dataFolder, 'stories');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return files.toSorted().flatMap((file) => storiesOf(readFileSync(join(folder, file), 'utf8')));
}

function storiesOf(csv: string): LabelledStory[] {
  const [header = [], ...rows] = cellsOf(csv);
  const column = (name: string) => header.indexOf(name);
  const at = {
    backlog: column('backlog'),
    label: column('label'),
    why: column('why'),
    sure: column('sure'),
    text: column('text'),
  };
  return rows.flatMap((row) => {
    const label = storyClasses.find((known) => known === row[at.label]);
    const text = row[at.text] ?? '';
    if (label === undefined || text === '') return [];
    return [{ backlog: row[at.backlog] ?? '', label, why: row[at.why] ?? '', sure: row[at.sure] !== 'n', text }];
  });
}

function cellsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  return rows;
}
