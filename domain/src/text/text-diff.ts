/**
 * What changed between two texts, word by word. The work grows in proportion to the texts, whatever they say: words that
 * stand once in both are anchors, small gaps between anchors are compared word for word, and a large one without anchors
 * counts as replaced. Pure.
 */

/** Of the tokens of the first text, those from `start` up to `end` are replaced by `by`. */
export interface TokenEdit {
  readonly start: number;
  readonly end: number;
  readonly by: readonly string[];
}

/** One replacement in a text, in UTF-16 units of the text before. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Cells of the table that a gap may take: above it, the gap counts as replaced. */
const mostCells = 250_000;
/** Gaps within gaps that are searched for anchors. */
const mostNesting = 12;

/** Words, runs of blanks, line ends and single signs; joining them gives the text again. */
export function tokensOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+|[^\S\n]+|\n|[^\p{L}\p{N}_\s]/gu) ?? [];
}

/** The edits that make `to` of `from`, in order, apart from each other by at least one token. */
export function diffTokens(from: readonly string[], to: readonly string[]): readonly TokenEdit[] {
  const edits: TokenEdit[] = [];
  const gaps: Gap[] = [{ fromStart: 0, fromEnd: from.length, toStart: 0, toEnd: to.length, nesting: 0 }];
  // The last of the list is the next of the text.
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    const left = trimmed(from, to, gap);
    if (left.fromStart === left.fromEnd || left.toStart === left.toEnd) put(edits, to, left);
    else {
      const anchors = left.nesting < mostNesting ? anchorsIn(from, to, left) : [];
      if (anchors.length > 0) gaps.push(...gapsBetween(left, anchors).toReversed());
      else if ((left.fromEnd - left.fromStart) * (left.toEnd - left.toStart) <= mostCells) compare(edits, from, to, left);
      else put(edits, to, left);
    }
  }
  return edits;
}

/** The smallest replacements that make `to` of `from`, in order; none where they are equal. */
export function textChanges(from: string, to: string): readonly TextChange[] {
  if (from === to) return [];
  const tokens = tokensOf(from);
  const changes: TextChange[] = [];
  let [at, offset] = [0, 0];
  for (const { start, end, by } of diffTokens(tokens, tokensOf(to))) {
    for (; at < start; at += 1) offset += tokens[at]?.length ?? 0;
    const begins = offset;
    for (; at < end; at += 1) offset += tokens[at]?.length ?? 0;
    changes.push({ from: begins, to: offset, insert: by.join('') });
  }
  return changes;
}

interface Gap {
  readonly fromStart: number;
  readonly fromEnd: number;
  readonly toStart: number;
  readonly toEnd: number;
  readonly nesting: number;
}

interface Anchor {
  readonly from: number;
  readonly to: number;
}

function put(edits: TokenEdit[], to: readonly string[], { fromStart, fromEnd, toStart, toEnd }: Gap): void {
  if (fromStart === fromEnd && toStart === toEnd) return;
  const last = edits.at(-1);
  const by = to.slice(toStart, toEnd);
  if (last?.end === fromStart) edits[edits.length - 1] = { start: last.start, end: fromEnd, by: [...last.by, ...by] };
  else edits.push({ start: fromStart, end: fromEnd, by });
}

function trimmed(from: readonly string[], to: readonly string[], gap: Gap): Gap {
  let { fromStart, fromEnd, toStart, toEnd } = gap;
  while (fromStart < fromEnd && toStart < toEnd && from[fromStart] === to[toStart]) {
    fromStart += 1;
    toStart += 1;
  }
  while (fromEnd > fromStart && toEnd > toStart && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd -= 1;
    toEnd -= 1;
  }
  return { fromStart, fromEnd, toStart, toEnd, nesting: gap.nesting };
}

/** Tokens that stand once on either side, the longest run of them that is in the same order on both. */
function anchorsIn(
  from: readonly string[],
  to: readonly string[],
  { fromStart, fromEnd, toStart, toEnd }: Gap,
): readonly Anchor[] {
  const inFrom = placesOfSingles(from, fromStart, fromEnd);
  const inTo = placesOfSingles(to, toStart, toEnd);
  const common: Anchor[] = [];
  for (const [token, place] of inFrom) {
    const other = inTo.get(token) ?? -1;
    if (place >= 0 && other >= 0) common.push({ from: place, to: other });
  }
  return longestRising(common.toSorted((a, b) => a.from - b.from));
}

/** Where each token stands; -1 for one that stands there twice. */
function placesOfSingles(tokens: readonly string[], start: number, end: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = start; at < end; at += 1) {
    const token = tokens[at] ?? '';
    places.set(token, places.has(token) ? -1 : at);
  }
  return places;
}

/** Patience sorting: the longest subsequence whose `to` rises. */
function longestRising(anchors: readonly Anchor[]): readonly Anchor[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, anchor] of anchors.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[tops[middle] ?? 0]?.to ?? 0) < anchor.to) low = middle + 1;
      else high = middle;
    }
    before[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const run: Anchor[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor !== undefined) run.push(anchor);
  }
  return run.toReversed();
}

function gapsBetween(gap: Gap, anchors: readonly Anchor[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let [fromStart, toStart] = [gap.fromStart, gap.toStart];
  for (const { from, to } of [...anchors, { from: gap.fromEnd, to: gap.toEnd }]) {
    gaps.push({ fromStart, fromEnd: from, toStart, toEnd: to, nesting: gap.nesting + 1 });
    [fromStart, toStart] = [from + 1, to + 1];
  }
  return gaps;
}

/** The longest common subsequence by the table of all pairs; for gaps of at most `mostCells`. */
function compare(edits: TokenEdit[], from: readonly string[], to: readonly string[], gap: Gap): void {
  const { fromStart, fromEnd, toStart, toEnd, nesting } = gap;
  const [rows, columns] = [fromEnd - fromStart, toEnd - toStart];
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        from[fromStart + row] === to[toStart + column]
          ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0);
    }
  }
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [rowBefore, columnBefore] = [row, column];
    while (
      (row < rows || column < columns) &&
      !(row < rows && column < columns && from[fromStart + row] === to[toStart + column])
    ) {
      const down = row < rows ? (lengths[(row + 1) * width + column] ?? 0) : -1;
      const right = column < columns ? (lengths[row * width + column + 1] ?? 0) : -1;
      if (down >= right) row += 1;
      else column += 1;
    }
    put(edits, to, {
      fromStart: fromStart + rowBefore,
      fromEnd: fromStart + row,
      toStart: toStart + columnBefore,
      toEnd: toStart + column,
      nesting,
    });
    row = Math.min(rows, row + 1);
    column = Math.min(columns, column + 1);
  }
}
