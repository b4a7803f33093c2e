// Sends the bytes of a file, which are no command and wait in no queue: without a server the answer is `offline`.
import { asRefusal, offline, type Refused } from './call-operation.ts';

export interface Uploaded {
  readonly fileId: string;
}

/** `onShare` hears from 0 to 1 how much is sent. Never throws. */
export async function uploadFile(file: File, onShare: (share: number) => void): Promise<Uploaded | Refused> {
  return await new Promise((resolve) => {
    // `fetch` does not tell how much was sent.
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/files');
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total));
    request.addEventListener('error', () => resolve(offline));
    request.addEventListener('load', () => {
      const answer: unknown = request.response;
      // The server answers what the reference of this address says.
      if (request.status === 200) resolve((answer as { value: Uploaded }).value);
      else resolve(asRefusal(answer));
    });
    request.send(file);
  });
}
