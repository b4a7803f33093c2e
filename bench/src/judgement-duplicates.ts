// Likely duplicates: for each report that has one, is it among the five that are shown first? Beside minisearch on the same words' fields.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SearchIndex, type Searched } from '@shortlist/domain/search/search-index.ts';
import { wantedFor } from '@shortlist/domain/search/similar.ts';
import MiniSearch from 'minisearch';
import type { Row } from './row.ts';

const depth = 10;

interface DuplicateSet {
  readonly name: string;
  readonly docs: readonly Searched[];
  readonly queries: readonly { readonly id: string; readonly relevant: ReadonlySet<string> }[];
}

/** `duplicates.<set>.hit5` and `.mrr` of every set in `<data>/duplicates`; the bar is the published figure of the Firefox set. */
export function duplicateRows(dataFolder: string): Row[] {
  return readSets(join(dataFolder, 'duplicates')).flatMap(setRows);
}

function setRows(set: DuplicateSet): Row[] {
  const index = new SearchIndex();
  for (const doc of set.docs) index.put(doc);
  const docOf = new Map(set.docs.map((doc) => [doc.id, doc]));
  const before = process.cpuUsage();
  const ours = judge(set, ({ id }) => {
    const doc = docOf.get(id);
    return index.find(wantedFor(doc?.title ?? '', doc?.body ?? ''), { limit: depth + 1, any: true }).map((found) => found.id);
  });
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000 / set.queries.length;
  const peer = new MiniSearch<Searched>({ fields: ['title', 'body'], searchOptions: { boost: { title: 3 } } });
  peer.addAll(set.docs);
  const theirs = judge(set, ({ id }) => {
    const doc = docOf.get(id);
    return peer
      .search(`${doc?.title ?? ''} ${doc?.body ?? ''}`)
      .slice(0, depth + 1)
      .map((found) => String(found.id));
  });
  const isReference = set.name === 'firefox';
  const name = `duplicates.${set.name}`;
  return [
    {
      name: `${name}.hit5`,
      value: Math.round(ours.hit5 * 1000) / 10,
      unit: '%',
      ...(isReference && { bar: '≥ 68.5', met: ours.hit5 >= 0.685 }),
      peer: `minisearch ${Math.round(theirs.hit5 * 1000) / 10} %${isReference ? ', PostgreSQL 47.0 % (as published in the design)' : ''}`,
    },
    {
      name: `${name}.mrr`,
      value: Math.round(ours.mrr * 1000) / 1000,
      unit: '',
      ...(isReference && { bar: '≥ 0.585', met: ours.mrr >= 0.585 }),
      peer: `minisearch ${Math.round(theirs.mrr * 1000) / 1000}`,
    },
    {
      name: `${name}.cpuMs`,
      value: Math.round(cpuMs * 100) / 100,
      unit: `ms CPU a query, ${set.docs.length} texts`,
      bar: '< 10',
      met: cpuMs < 10,
    },
  ];
}

function judge(
  { queries }: DuplicateSet,
  search: (query: { readonly id: string }) => readonly string[],
): { readonly hit5: number; readonly mrr: number } {
  let hits = 0;
  let mrr = 0;
  for (const query of queries) {
    const found = search(query).filter((id) => id !== query.id);
    const place = found.slice(0, depth).findIndex((id) => query.relevant.has(id));
    if (place >= 0 && place < 5) hits += 1;
    if (place >= 0) mrr += 1 / (place + 1);
  }
  return { hit5: hits / queries.length, mrr: mrr / queries.length };
}

function readSets(folder: string): DuplicateSet[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).flatMap((file) => /^(.+)-queries\.tsv$/.exec(file)?.[1] ?? []);
  return names.toSorted().map((name) => ({
    name,
    docs: lines(join(folder, `${name}-docs.tsv`)).map(([id = '', , title = '', body = '']) => ({ id, title, body })),
    queries: lines(join(folder, `${name}-queries.tsv`)).map(([id = '', , , relevant = '']) => ({
      id,
      relevant: new Set(relevant.split(' ')),
    })),
  }));
}

function lines(file: string): string[][] {
  const [, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return rows.map((row) => row.split('\t'));
}
