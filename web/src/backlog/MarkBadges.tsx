// What an item's record says beside it: that it is slow or stale, how old it is, when it is likely done.
import { Hourglass, Turtle } from 'lucide-react';
import { Badge } from '../ui/Badge.tsx';
import type { Mark } from './use-marks.ts';

export function MarkBadges({ mark }: { readonly mark: Mark | undefined }) {
  if (mark === undefined || (!mark.slow && !mark.stale)) return null;
  return (
    <>
      {mark.slow && (
        <span title={`In this step for ${mark.inStep} days; 85 % had left it within ${mark.usualInStep ?? 0}.`}>
          <Badge tone="warn" icon={<Turtle size={12} />}>
            Slow
          </Badge>
        </span>
      )}
      {mark.stale && (
        <span title="On the backlog for longer than the window. Finish it, send it back, or give it up.">
          <Badge tone="warn" icon={<Hourglass size={12} />}>
            Stale
          </Badge>
        </span>
      )}
    </>
  );
}

/** "2–9 Dec": as likely as not by the first, at 85 % by the second; null where it cannot be told. */
export function estimateWords(mark: Mark | undefined): string | null {
  if (mark?.done85 == null) return null;
  const { done50, done85 } = mark;
  if (done50 === null || done50 === done85) return dayWords(done85);
  const isSameMonth = done50.slice(0, 7) === done85.slice(0, 7);
  return `${isSameMonth ? String(Number(done50.slice(8))) : dayWords(done50)}–${dayWords(done85)}`;
}

/** The same as a sentence. */
export function estimateSentence(mark: Mark | undefined): string | undefined {
  if (mark?.done85 == null) return undefined;
  const { done50, done85 } = mark;
  return done50 === null
    ? `Done by ${dayWords(done85)} at 85 %.`
    : `As likely as not done by ${dayWords(done50)}; by ${dayWords(done85)} at 85 %.`;
}

export function dayWords(date: string): string {
  return new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}
