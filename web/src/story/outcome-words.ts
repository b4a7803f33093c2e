import type { StoryOutcome } from '@shortlist/domain/story/story.ts';

/** "Typos a day: from 8 to 1 by 12 March 2027." */
export function outcomeWords(outcome: StoryOutcome): string {
  if (outcome.kind === 'none') return `No metric, because ${outcome.because}`;
  const { metric, unit, baseline, target, date } = outcome;
  const figure = (value: number) => `${value.toLocaleString('en-GB')}${unit === '' ? '' : ` ${unit}`}`;
  const day = new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${metric}: ${baseline === null ? '' : `from ${figure(baseline)} `}to ${figure(target)} by ${day}.`;
}
