/** Three-way merge of long texts, word by word: what either side typed is in the result. */
import { diffTokens, tokensOf, type TokenEdit } from './text-diff.ts';

/**
 * Merges `mine` and `theirs`, both written from `base`. Where both changed the same words, both versions are kept, theirs
 * first: nothing that was typed is dropped, and the next reader sorts it out. What one side took away while the other wrote
 * in it stays. The work grows in proportion to the texts.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const tokens = tokensOf(base);
  let merged = '';
  let at = 0;
  for (const { start, end, mine: ours, theirs: others } of regionsOf(
    diffTokens(tokens, tokensOf(mine)),
    diffTokens(tokens, tokensOf(theirs)),
  )) {
    merged = apart(merged, tokens.slice(at, start).join(''));
    if (others.length === 0) merged = apart(merged, withEdits(tokens, start, end, ours));
    else if (ours.length === 0) merged = apart(merged, withEdits(tokens, start, end, others));
    else merged = apart(merged, both(withEdits(tokens, start, end, others), withEdits(tokens, start, end, ours)));
    at = end;
  }
  return apart(merged, tokens.slice(at).join(''));
}

/** One after the other. Two words meet only where one side took away the blank between them: they stay two. */
function apart(before: string, after: string): string {
  return endsInWord.test(before.slice(-1)) && beginsWithWord.test(after) ? `${before} ${after}` : before + after;
}

const endsInWord = /[\p{L}\p{N}_]$/u;
const beginsWithWord = /^[\p{L}\p{N}_]/u;

/** A stretch of the base that one or both have changed. */
interface Region {
  readonly start: number;
  readonly end: number;
  readonly mine: readonly TokenEdit[];
  readonly theirs: readonly TokenEdit[];
}

/** The edits of both in the order of the base; those that meet share a region. */
function regionsOf(mine: readonly TokenEdit[], theirs: readonly TokenEdit[]): readonly Region[] {
  const all = [...mine.map((edit) => ({ edit, isMine: true })), ...theirs.map((edit) => ({ edit, isMine: false }))].toSorted(
    (a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end,
  );
  const regions: { start: number; end: number; mine: TokenEdit[]; theirs: TokenEdit[] }[] = [];
  for (const { edit, isMine } of all) {
    let region = regions.at(-1);
    if (region === undefined || !meets(region, edit)) {
      region = { start: edit.start, end: edit.end, mine: [], theirs: [] };
      regions.push(region);
    }
    region.end = Math.max(region.end, edit.end);
    (isMine ? region.mine : region.theirs).push(edit);
  }
  return regions;
}

/** Side by side is no meeting, unless both put something in at the same point. */
function meets(region: { readonly start: number; readonly end: number }, { start, end }: TokenEdit): boolean {
  return start < region.end || (start === region.start && end === region.end);
}

function withEdits(tokens: readonly string[], from: number, to: number, edits: readonly TokenEdit[]): string {
  let at = from;
  let text = '';
  for (const { start, end, by } of edits) {
    text += tokens.slice(at, start).join('') + by.join('');
    at = end;
  }
  return text + tokens.slice(at, to).join('');
}

/** Two versions of the same words: one where it holds the other, else one after the other. */
function both(first: string, second: string): string {
  if (holds(tokensOf(first), tokensOf(second))) return first;
  if (holds(tokensOf(second), tokensOf(first))) return second;
  const needsSpace = /\S$/.test(first) && beginsWithWord.test(second);
  const between = needsSpace ? (/\n/.test(first + second) ? '\n' : ' ') : '';
  return `${first}${between}${second}`;
}

/** Whether `long` is `short` with one stretch put into it, as when somebody wrote on before the first half was saved. */
function holds(long: readonly string[], short: readonly string[]): boolean {
  const more = long.length - short.length;
  if (more < 0) return false;
  let before = 0;
  while (before < short.length && short[before] === long[before]) before += 1;
  for (let at = before; at < short.length; at += 1) if (short[at] !== long[at + more]) return false;
  return true;
}
