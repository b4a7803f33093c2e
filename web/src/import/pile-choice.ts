// What people choose of a file: which of its open issues are work already.
import { importLimits } from '@shortlist/domain/import/import-limits.ts';
import type { PileChoice } from '@shortlist/domain/import/import-operations.ts';
import { sortIntoPiles, type SortedPiles } from '@shortlist/domain/import/import-piles.ts';
import type { ImportRecord } from '@shortlist/domain/import/import-record.ts';

export interface ChosenPiles {
  readonly labels: ReadonlySet<string>;
  readonly assignees: ReadonlySet<string>;
  /** Numbers as typed: `12, #15 18`. */
  readonly inFlight: string;
  readonly next: string;
}

export const nothingChosen: ChosenPiles = { labels: new Set(), assignees: new Set(), inFlight: '', next: '' };

export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** Names that open issues carry, the most frequent first, at most twelve. */
export function frequentOf(records: readonly ImportRecord[], namesOf: (record: ImportRecord) => readonly string[]): NamedCount[] {
  const counts = new Map<string, number>();
  for (const record of records) {
    if (record.state !== 'open') continue;
    for (const name of namesOf(record)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, 12);
}

/** The numbers of a typed list; null where a word is none. */
export function numbersIn(text: string): number[] | null {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const numbers = words.map((word) => Number(word.replace(/^#/, '')));
  return numbers.every((number) => Number.isInteger(number) && number > 0) ? numbers : null;
}

export interface ReadChoice {
  readonly choice: PileChoice;
  readonly piles: SortedPiles;
  /** What stands in the way, a sentence each. */
  readonly wrong: readonly string[];
}

/** `room` is how many places the team's window has free. */
export function readChoice(records: readonly ImportRecord[], chosen: ChosenPiles, room: number): ReadChoice {
  const inFlight = numbersIn(chosen.inFlight);
  const next = numbersIn(chosen.next);
  const choice: PileChoice = {
    inFlight: { numbers: inFlight ?? [], labels: [...chosen.labels], assignees: [...chosen.assignees] },
    next: next ?? [],
  };
  const piles = sortIntoPiles(records, choice, Math.min(room, importLimits.batch));
  const notNumbers = [
    ...(inFlight === null ? ['In flight: write the numbers of issues, with commas.'] : []),
    ...(next === null ? ['Next: write the numbers of issues, with commas.'] : []),
  ];
  return { choice, piles, wrong: [...notNumbers, ...piles.problems] };
}
