/** The setting that names a bucket: an address that speaks S3, with the key in it, as `DATABASE_URL` has the password. */
import { z } from 'zod';

export interface Bucket {
  /** The bucket's own address, with a folder in it if one is wished, without a slash at the end. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const example = 'https://KEY:SECRET@s3.example.com/bucket?region=eu-central-1';

/** Reads such an address; the region is `us-east-1` where none is named, which most stores that are not Amazon's take. */
export const bucketAddress = z
  .string()
  .refine((text) => partsOf(text) !== null, `must look like ${example}, with key and secret percent-encoded`)
  .transform((text): Bucket => {
    const bucket = partsOf(text);
    // Refused above.
    if (bucket === null) throw new Error('not an address of a bucket');
    return bucket;
  });

function partsOf(text: string): Bucket | null {
  if (!URL.canParse(text)) return null;
  const { protocol, host, pathname, username, password, searchParams } = new URL(text);
  const path = pathname.replace(/\/+$/, '');
  if (!/^https?:$/.test(protocol) || path === '' || username === '' || password === '') return null;
  try {
    return {
      url: `${protocol}//${host}${path}`,
      region: searchParams.get('region') ?? 'us-east-1',
      accessKeyId: decodeURIComponent(username),
      secretAccessKey: decodeURIComponent(password),
    };
  } catch {
    // A percent sign that encodes nothing.
    return null;
  }
}
