// Where things stand on the window meter: days to shares of its width. Pure, so that it can be checked without a browser.
export interface Placed {
  readonly id: string;
  /** Shares of the meter's width, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Likely done only after the window's end. */
  readonly beyond: boolean;
}

export interface WindowScale {
  readonly segments: readonly Placed[];
  readonly room: readonly Placed[];
  /** Where the window ends; what lies right of it is hatched. */
  readonly windowEnd: number;
  /** Ticks a week apart, as ISO dates, without today and the window's end. */
  readonly weeks: readonly { readonly date: string; readonly at: number }[];
}

export interface Datable {
  readonly id: string;
  /** The ISO date it is likely done by; null while that is not known. */
  readonly doneBy: string | null;
}

const dayLength = 86_400_000;
/** The hatched part's share when nothing lies in it, and the most it may take. */
const beyondShare = { least: 0.09, most: 0.36 };
/** No item is drawn narrower than this share, however close two dates lie. */
const narrowest = 0.018;

/**
 * Lays items out in the order of their dates: each ends where it is likely done and begins where the one before it ended.
 * Items without a date share what is left of the window evenly, and so do the places that are free. The last `over`
 * items lie beyond the window, whatever their dates.
 */
export function windowScale(
  items: readonly Datable[],
  room: number,
  over: number,
  today: string,
  windowEnd: string,
): WindowScale {
  const windowDays = Math.max(1, daysBetween(today, windowEnd));
  const sorted = items.toSorted((a, b) =>
    (a.doneBy ?? '9999') < (b.doneBy ?? '9999') ? -1 : (a.doneBy ?? '9999') > (b.doneBy ?? '9999') ? 1 : 0,
  );
  const latest = Math.max(windowDays, ...sorted.map(({ doneBy }) => (doneBy === null ? 0 : daysBetween(today, doneBy))));
  const needed = over > 0 ? Math.max(1 - windowDays / latest, over * narrowest * 2, beyondShare.least) : beyondShare.least;
  const end = 1 - Math.min(beyondShare.most, needed);
  const inside = sorted.slice(0, Math.max(0, sorted.length - over));
  const beyond = sorted.slice(inside.length);

  const dated = inside.filter(({ doneBy }) => doneBy !== null).length;
  const insideEnds = inside.map(({ doneBy }, index) => {
    if (doneBy !== null) return Math.min(end, (Math.max(0, daysBetween(today, doneBy)) / windowDays) * end);
    return dated === 0 ? ((index + 1) / (inside.length + room)) * end : end;
  });
  const laid = tile(inside, spread(insideEnds, 0, end - room * narrowest), 0, false);
  const lastEnd = laid.at(-1)?.to ?? 0;
  const laidBeyond = tile(
    beyond,
    beyond.map((_, index) => end + ((index + 1) / beyond.length) * (1 - end)),
    end,
    true,
  );
  const places = Array.from({ length: room }, (_, index) => ({ id: `room ${index}` }));
  const laidRoom = tile(
    places,
    places.map((_, index) => lastEnd + ((index + 1) / room) * (end - lastEnd)),
    lastEnd,
    false,
  );

  const weeks: { date: string; at: number }[] = [];
  for (let day = 7; day < windowDays - 3; day += 7) weeks.push({ date: addDays(today, day), at: (day / windowDays) * end });
  return { segments: [...laid, ...laidBeyond], room: laidRoom, windowEnd: end, weeks };
}

function tile(
  items: readonly { readonly id: string }[],
  ends: readonly number[],
  start: number,
  beyond: boolean,
): readonly Placed[] {
  return items.map(({ id }, index) => ({
    id,
    from: index === 0 ? start : (ends[index - 1] ?? start),
    to: ends[index] ?? start,
    beyond,
  }));
}

/** Pushes ends apart to the least width, first to the right, then back from the limit. */
function spread(ends: readonly number[], start: number, limit: number): readonly number[] {
  const least = Math.min(narrowest, (limit - start) / Math.max(1, ends.length));
  const pushed: number[] = [];
  for (const end of ends) pushed.push(Math.max(end, (pushed.at(-1) ?? start) + least));
  const back: number[] = [];
  for (const end of pushed.toReversed()) back.push(Math.min(end, back.length === 0 ? limit : (back.at(-1) ?? limit) - least));
  return back.toReversed();
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayLength);
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date.slice(0, 10)) + days * dayLength).toISOString().slice(0, 10);
}
