/** A typed query as it was read: words and keys, each with its place in the text, so that what is wrong can be shown there. */

/** Half-open: `text.slice(from, to)` is what was typed. */
export interface QuerySpan {
  readonly from: number;
  readonly to: number;
}

export type QueryCompare = '' | '<' | '<=' | '>' | '>=';

export interface QueryValue extends QuerySpan {
  /** Without quotes and comparison. */
  readonly text: string;
  readonly compare: QueryCompare;
}

/** A word, or exact words in quotes. */
export interface WordTerm extends QuerySpan {
  readonly kind: 'word';
  readonly text: string;
  readonly isNot: boolean;
  readonly isExact: boolean;
}

/** `owner:me,ana`: any of the values; with a minus none of them. */
export interface KeyTerm extends QuerySpan {
  readonly kind: 'key';
  /** As typed, in small letters; it may be no key that is known. */
  readonly key: string;
  /** Where the key's letters stand, without minus and colon. */
  readonly keySpan: QuerySpan;
  readonly isNot: boolean;
  readonly values: readonly QueryValue[];
}

export type QueryTerm = WordTerm | KeyTerm;

export interface ParsedQuery {
  readonly terms: readonly QueryTerm[];
  /** The text was longer than is read; the rest is left out. */
  readonly isCut: boolean;
}
