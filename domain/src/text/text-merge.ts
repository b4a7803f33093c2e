/** Three-way merge of long texts, word by word: what either side typed is in the result. */
import { diff3Merge } from 'node-diff3';

/**
 * Merges `mine` and `theirs`, both written from `base`. Where both changed the same words, both versions are kept,
 * theirs first, on lines of their own: nothing is dropped, and the next reader sorts it out.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  return diff3Merge(words(mine), words(base), words(theirs))
    .map((region) => {
      if (region.ok !== undefined) return region.ok.join('');
      const kept = (region.conflict?.b ?? []).join('');
      const added = (region.conflict?.a ?? []).join('');
      return kept.endsWith('\n') || kept === '' ? kept + added : `${kept}\n${added}`;
    })
    .join('');
}

/** Words, runs of space and single signs; joining them gives the text again. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}
