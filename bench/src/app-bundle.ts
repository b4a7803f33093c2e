// What the browser has to fetch: the files before the first list, and every part that comes later, packed as they travel.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './row.ts';

const builtApp = join(import.meta.dirname, '..', '..', 'web', 'dist');

const lazyBarKb = 150;
const editorBarKb = 180;
/** Smaller parts are counted in the whole and not told one by one. */
const toldFromKb = 5;

/** `first`: the scripts and styles that were fetched before the first rows were seen, as paths in the built app. */
export async function bundleRows(first: ReadonlySet<string>): Promise<Row[]> {
  const assets = (await readdir(join(builtApp, 'assets'))).filter((file) => /\.(js|css)$/.test(file));
  const later = assets.map((file) => `assets/${file}`).filter((file) => !first.has(file));
  const firstKb = await packedKb([...first]);
  const parts = await Promise.all(later.map(async (file) => ({ file, kb: await packedKb([file]) })));
  return [
    {
      name: 'app.firstLoadKb',
      value: tenth(firstKb),
      unit: 'kB gzip, script and style',
      bar: '≤ 150',
      met: tenth(firstKb) <= 150,
      peer: 'Kaneo 353, Kanboard 276, Planka 2,200 (as published in the design)',
    },
    { name: 'app.laterKb', value: tenth(await packedKb(later)), unit: `kB gzip in ${later.length} parts` },
    ...parts
      .filter(({ kb }) => kb >= toldFromKb)
      .toSorted((a, b) => b.kb - a.kb)
      .map(({ file, kb }) => chunkRow(file, kb)),
  ];
}

function chunkRow(file: string, kb: number): Row {
  // The builder's hash is left out, so that the name stays the same.
  const name = file.replace(/^assets\//, '').replace(/-[\w-]{8}\.(js|css)$/, '.$1');
  const bar = name.startsWith('Editor') ? editorBarKb : lazyBarKb;
  return { name: `app.chunk.${name}Kb`, value: tenth(kb), unit: 'kB gzip', bar: `≤ ${bar}`, met: kb <= bar };
}

async function packedKb(files: readonly string[]): Promise<number> {
  const packed = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(builtApp, file)), { level: 9 }).length),
  );
  return packed.reduce((sum, bytes) => sum + bytes, 0) / 1000;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
