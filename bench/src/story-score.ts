// Precision, recall and F1 of guesses at a story's class, and the two guesses that need no check at all.
import { storyClasses, type StoryClass } from '@shortlist/domain/check/check-finding.ts';
import type { LabelledStory } from './labelled-stories.ts';

export type Guess = { readonly story: LabelledStory; readonly said: StoryClass };
type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

/** 0 where nothing was said or nothing was there. */
export function scoreOf(guesses: readonly Guess[], label: StoryClass): Score {
  const right = guesses.filter(({ story, said }) => said === label && story.label === label).length;
  const said = guesses.filter((guess) => guess.said === label).length;
  const there = guesses.filter(({ story }) => story.label === label).length;
  return {
    precision: right / Math.max(1, said),
    recall: right / Math.max(1, there),
    f1: (2 * right) / Math.max(1, said + there),
  };
}

/** The mean over the three classes, each counting the same. */
export function macroF1(guesses: readonly Guess[]): number {
  return storyClasses.reduce((sum, label) => sum + scoreOf(guesses, label).f1, 0) / storyClasses.length;
}

export function majorityOf(labels: readonly StoryClass[]): StoryClass {
  const count = (label: StoryClass) => labels.filter((one) => one === label).length;
  return storyClasses.reduce((best, label) => (count(label) > count(best) ? label : best), 'problem' as StoryClass);
}

const keywords = /\b(?:button|click|page|screen|menu|dropdown|icon|link|form|field|database|tab|popup|dashboard)s?\b/i;

/** The list of fourteen words that a checker usually begins with; what has no role or no want is malformed to it. */
export function keywordClass(text: string): StoryClass {
  if (!/\bas an?\b.+\b(?:want|need|would like|can)\b/i.test(text)) return 'malformed';
  return keywords.test(text) ? 'solution' : 'problem';
}
