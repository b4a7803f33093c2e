/** Where attached files lie: in the bucket that the settings name, else in the data folder. */
import type { Bucket } from './bucket.ts';
import { bucketStore } from './bucket-store.ts';
import { fileStore, type FileStore } from './file-store.ts';

export function openFileStore({
  dataDir,
  bucket,
}: {
  readonly dataDir: string;
  readonly bucket?: Bucket | undefined;
}): FileStore {
  const local = fileStore(dataDir);
  return bucket === undefined ? local : bucketStore(bucket, local);
}
