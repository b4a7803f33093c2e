// What another app shares with Shortlist becomes a draft, and Capture opens with it.
import { keepDraft, newDraft } from './drafts.ts';
import { openCapture } from './use-capture.ts';

/** As many letters as a line of an idea may have. */
const most = 500;

/** Takes what is shared by name, as the manifest says: `title`, `text` and `url`. Nothing shared opens an empty Capture. */
export function captureShared({ title = '', text = '', url = '' }: Readonly<Record<string, string | undefined>>): void {
  const [first = '', ...others] = [title, text, url].map((part) => part.replace(/\s+/g, ' ').trim()).filter(Boolean);
  keepDraft({ ...newDraft(), problem: first.slice(0, most), context: others.join(' ').slice(0, most) });
  openCapture();
}
