/** What a file is, by its bytes: what people or programs say of it is believed only where bytes cannot tell. */
import { fileTypeFromBuffer } from 'file-type';
import { shownPictures } from '@shortlist/domain/attachment/attachment-limits.ts';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';

/** How many first bytes are looked at. */
export const headBytes = 4100;

const programs = /^application\/(x-msdownload|vnd\.microsoft\.portable-executable|x-elf|x-mach-binary|java-vm|x-ms-shortcut)$/;

/** The media type, or why such a file is not taken. `claimed` is the request's `Content-Type`. */
export async function typeOfFile(head: Uint8Array, claimed: string): Promise<string | Refusal> {
  const found = (await fileTypeFromBuffer(head))?.mime ?? null;
  const said = claimed.split(';')[0]?.trim().toLowerCase() ?? '';
  if (found !== null && programs.test(found)) {
    return refuse('wrong_file', 'Programs cannot be attached. Put a link to where it can be had in the text.');
  }
  if (shownPictures.has(said) && (found === null || !shownPictures.has(found))) {
    return refuse(
      'wrong_file',
      `This is not the picture it says it is (${said}). Save it again as PNG or JPEG, and attach that.`,
    );
  }
  if (found !== null) return found;
  return said.startsWith('text/') ? 'text/plain' : 'application/octet-stream';
}
