/**
 * Keeps the last snapshot, compressed, so that many clients who begin at once cost one reading. The reading runs at the
 * database's speed and not at that of the slowest client, which would hold its transaction open.
 */
import { createHash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip, createZstdCompress } from 'node:zlib';
import type { Transform } from 'node:stream';
import { feedSchema } from '../changes/feed-schema.ts';

export const snapshotEncodings = ['zstd', 'br', 'gzip', 'identity'] as const;
export type SnapshotEncoding = (typeof snapshotEncodings)[number];

export interface SnapshotSource {
  /** The workspace's last `seq`. */
  readonly seq: () => Promise<number>;
  /** Writes the lines and answers the `seq` they are of. */
  readonly read: (write: (line: string) => void | Promise<void>) => Promise<number>;
}

export interface ShelvedSnapshot {
  readonly etag: string;
  /** The compressed bytes, from the first on, as they are made. Rejects when the reading fails. */
  readonly chunks: () => AsyncGenerator<Uint8Array, void, undefined>;
}

export interface SnapshotShelf {
  readonly take: (encoding: SnapshotEncoding) => Promise<ShelvedSnapshot>;
}

/** After this long nobody is likely to need the same one again, and its memory is given back. */
const keptMs = 60_000;

export function snapshotShelf(source: SnapshotSource): SnapshotShelf {
  const shelf = new Map<SnapshotEncoding, { readonly seq: number; readonly snapshot: ShelvedSnapshot }>();
  const clear = (encoding: SnapshotEncoding, snapshot: ShelvedSnapshot): void => {
    if (shelf.get(encoding)?.snapshot === snapshot) shelf.delete(encoding);
  };
  return {
    take: async (encoding) => {
      const seq = await source.seq();
      const kept = shelf.get(encoding);
      if (kept?.seq === seq) return kept.snapshot;
      const bytes = new GrowingBytes();
      const snapshot = { etag: etagOf(seq, encoding), chunks: () => bytes.read() };
      shelf.set(encoding, { seq, snapshot });
      setTimeout(() => clear(encoding, snapshot), keptMs).unref();
      fill(bytes, source, encoding).catch((error: unknown) => {
        clear(encoding, snapshot);
        bytes.fail(error);
      });
      return snapshot;
    },
  };
}

/** Each encoding is a representation of its own, and the entities' shape is part of what was sent. */
export function etagOf(seq: number, encoding: SnapshotEncoding): string {
  return `"${seq}-${createHash('sha256').update(`${feedSchema} ${encoding}`).digest('hex').slice(0, 8)}"`;
}

async function fill(bytes: GrowingBytes, source: SnapshotSource, encoding: SnapshotEncoding): Promise<void> {
  const compressor = makeCompressor(encoding);
  if (compressor === null) {
    await source.read((line) => bytes.push(Buffer.from(line)));
    bytes.end();
    return;
  }
  compressor.on('data', (chunk: Uint8Array) => bytes.push(chunk));
  const done = finished(compressor);
  // What fails is told by `done`; awaited below, after the reading.
  done.catch(() => undefined);
  try {
    await source.read(async (line) => {
      if (!compressor.write(line)) await new Promise<void>((resolve) => compressor.once('drain', resolve));
    });
    compressor.end();
    await done;
    bytes.end();
  } catch (error) {
    compressor.destroy();
    throw error;
  }
}

/** Fast settings with a wide window: an item's id comes again in its placement, a megabyte later. */
function makeCompressor(encoding: SnapshotEncoding): Transform | null {
  switch (encoding) {
    case 'zstd':
      return createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_windowLog]: 22 } });
    case 'br':
      return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 22 } });
    case 'gzip':
      return createGzip({ level: 5, memLevel: 9 });
    case 'identity':
      return null;
    default:
      return encoding satisfies never;
  }
}

/** Bytes that one writes and many read, each from the beginning. */
class GrowingBytes {
  readonly #chunks: Uint8Array[] = [];
  #state: 'growing' | 'whole' | { readonly error: unknown } = 'growing';
  #changed = Promise.withResolvers<void>();

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#tell();
  }

  end(): void {
    this.#state = 'whole';
    this.#tell();
  }

  fail(error: unknown): void {
    this.#state = { error };
    this.#tell();
  }

  #tell(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }

  async *read(): AsyncGenerator<Uint8Array, void, undefined> {
    for (let index = 0; ;) {
      const chunk = this.#chunks[index];
      if (chunk !== undefined) {
        index += 1;
        yield chunk;
        continue;
      }
      if (this.#state === 'whole') return;
      if (this.#state !== 'growing') throw this.#state.error;
      await this.#changed.promise;
    }
  }
}
