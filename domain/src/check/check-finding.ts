/** What the problem check says: its words for fields, families, findings and the whole. No rule lives here. */

import type { RuleId } from './check-words.ts';

export type CheckFamily = 'solution' | 'form' | 'benefit' | 'hint';
export type CheckedField = 'persona' | 'need' | 'benefit' | 'problem' | 'criterion';

/** What can be done about a finding with one key; a finding without one asks only for other words. */
export type CheckRepair = 'to-criteria' | 'second-way';

/** Half open, in UTF-16 units of the field's text. An empty span stands for the whole field. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Finding {
  readonly rule: RuleId;
  /** The rule in two or three words. */
  readonly name: string;
  readonly family: CheckFamily;
  readonly field: CheckedField;
  /** Of the criterion it is in; null elsewhere. */
  readonly criterionId: string | null;
  readonly span: Span;
  /** The words in the span, as written. */
  readonly words: string;
  /** 0…3, after field, glossary and dismissals; what it adds to the sum of its family unless its rule has spoken louder already. */
  readonly weight: number;
  /** One sentence each: why it is marked, what to ask instead. */
  readonly why: string;
  readonly question: string;
  /** Why it weighs less here than elsewhere: the glossary, or dismissals. */
  readonly note: string | null;
  readonly repair: CheckRepair | null;
  /** Someone said that it does not matter here; it is not in the sums. */
  readonly dismissed: boolean;
}

export const storyClasses = ['problem', 'solution', 'malformed'] as const;
export type StoryClass = (typeof storyClasses)[number];

export const benefitKinds = ['stated', 'weak', 'none'] as const;
export type BenefitKind = (typeof benefitKinds)[number];

/** A story as its fields; absent ones are not checked, empty ones are. */
export interface CheckedStory {
  readonly persona: string;
  readonly need: string;
  readonly benefit: string;
  readonly problem?: string;
  readonly criteria?: readonly { readonly id: string; readonly text: string }[];
  /** Remarks on this story that were dismissed. */
  readonly dismissed?: readonly { readonly rule: string; readonly words: string }[];
}

/** What the workspace taught the check. */
export interface CheckKnowledge {
  /** Words of the team's own domain, as typed. */
  readonly glossary: readonly string[];
  /** How often each rule was dismissed in this workspace. */
  readonly dismissals: Readonly<Record<string, number>>;
}

export interface StoryCheck {
  readonly class: StoryClass;
  readonly benefit: BenefitKind;
  /** Sums of weights, each rule counted once. */
  readonly solution: number;
  readonly form: number;
  /** In order of field, then of place in it. */
  readonly findings: readonly Finding[];
}
