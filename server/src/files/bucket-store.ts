/**
 * Bytes of attached files in a bucket that speaks S3. What is received is first whole on this disk, checked as any file is,
 * then sent; a bucket takes an object whole or not at all. Who may see it is not known here.
 */
import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { AwsClient } from 'aws4fetch';
import type { Bucket } from './bucket.ts';
import type { FileStore, LocalFileStore } from './file-store.ts';

/** Where the bucket does not answer, it is asked as often again, for about a second; then somebody is told. */
const retries = 4;
/** Milliseconds that a bucket has to take what is sent and begin its answer; how long the rest takes is up to who reads it. */
const patience = 60_000;

/** `spool` receives, and keeps only what is on its way. Throws when the bucket refuses the key or cannot be reached for reading. */
export function bucketStore(bucket: Bucket, spool: LocalFileStore): FileStore {
  const { accessKeyId, secretAccessKey, region } = bucket;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries });
  const ask = async (id: string, init: RequestInit): Promise<Response> => {
    // Asking for the path first keeps what is no id of a file away from the bucket too.
    spool.pathOf(id);
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), patience);
    try {
      return await client.fetch(`${bucket.url}/${id}`, { ...init, signal: waiting.signal });
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    receive: async (id, bytes, mostBytes) => {
      const size = await spool.receive(id, bytes, mostBytes);
      if (typeof size !== 'number') return size;
      try {
        const response = await ask(id, { method: 'PUT', body: await openAsBlob(spool.pathOf(id)) });
        await response.body?.cancel();
        return response.ok ? size : notTaken();
      } catch {
        return notTaken();
      } finally {
        await spool.remove(id);
      }
    },
    head: async (id, length) => {
      const response = await ask(id, { headers: { Range: `bytes=0-${length - 1}` } });
      if (await isMissing(response)) return null;
      return new Uint8Array(await response.arrayBuffer()).subarray(0, length);
    },
    read: async (id) => {
      const response = await ask(id, { method: 'HEAD' });
      if (await isMissing(response)) return null;
      return { size: Number(response.headers.get('content-length')), stream: () => Readable.from(bytesOf(() => ask(id, {}))) };
    },
    remove: async (id) => {
      const response = await ask(id, { method: 'DELETE' });
      if (!(await isMissing(response))) await response.body?.cancel();
    },
    sweepUnfinished: spool.sweepUnfinished,
  };
}

async function* bytesOf(ask: () => Promise<Response>): AsyncGenerator<Uint8Array> {
  const response = await ask();
  if ((await isMissing(response)) || response.body === null) throw new Error('the file has left the bucket');
  // The same stream: the types of the browser's and of Node's do not know each other.
  yield* response.body as unknown as ReadableStream<Uint8Array>;
}

async function isMissing(response: Response): Promise<boolean> {
  if (response.ok) return false;
  await response.body?.cancel();
  if (response.status === 404) return true;
  throw new Error(`the bucket answered ${response.status}`);
}

function notTaken(): Refusal {
  return refuse('no_space', 'The store for files did not take it. Tell your admin, then send it again.');
}
