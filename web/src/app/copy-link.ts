import { notifyDone, notifyRefused } from './notify.ts';

/** Puts the address of a page of this app, such as `/item/STORY-3`, onto the clipboard, and says so. */
export async function copyLink(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(path, location.origin).href);
    notifyDone('The link is copied.');
  } catch {
    notifyRefused({
      refused: true,
      code: 'not_allowed',
      message: 'Your browser does not let the link be copied. Open the page and copy its address.',
    });
  }
}
