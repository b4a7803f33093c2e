/** Sorts what an import brings into piles. It never fills a backlog by itself: what nobody chose becomes an idea. */
import type { PileChoice } from './import-operations.ts';
import type { ImportRecord, RecordNote } from './import-record.ts';

export const importPiles = ['in_flight', 'next', 'idea', 'done', 'wont_do'] as const;
export type ImportPile = (typeof importPiles)[number];

export interface SortedRecord {
  readonly record: ImportRecord;
  readonly pile: ImportPile;
}

export interface SortedPiles {
  /** In the order of `records`. */
  readonly sorted: readonly SortedRecord[];
  /** External ids of the *next* pile, the most wanted first. */
  readonly next: readonly string[];
  readonly counts: Readonly<Record<ImportPile, number>>;
  /** What was decided otherwise than asked, and why. */
  readonly notes: readonly RecordNote[];
  /** Numbers that name no record or several. Of a whole file they are mistakes; of one batch they may be in another. */
  readonly problems: readonly string[];
  /** Labels and logins that no open record carries, in a sentence each. */
  readonly unmatched: readonly string[];
}

/**
 * `room` is how many places the team's window has free before the import; what is in flight takes its places first, and what of
 * *next* finds none becomes an idea. The order of `choice.next` is the order of wanting. Labels and logins are compared without
 * regard to case, and one match is enough. Closed issues never open a pile, whoever asked.
 */
export function sortIntoPiles(records: readonly ImportRecord[], choice: PileChoice, room: number): SortedPiles {
  const notes: RecordNote[] = [];
  const problems: string[] = [];
  const unmatched: string[] = [];
  const byNumber = groupByNumber(records);
  const find = (numbers: readonly number[], pile: string) => findChosen(numbers, pile, byNumber, notes, problems);
  const inFlight = new Set([...find(choice.inFlight.numbers, 'in flight'), ...matching(records, choice, unmatched)]);
  const wanted = find(choice.next, 'next').filter((record) => {
    if (inFlight.has(record))
      notes.push({ externalId: record.externalId, note: 'it is in flight, so it does not wait among next' });
    return !inFlight.has(record);
  });
  const places = Math.max(0, room - inFlight.size);
  const next = new Set(wanted.slice(0, places));
  for (const record of wanted.slice(places)) {
    notes.push({
      externalId: record.externalId,
      note: `there is no room for it among next (${places} ${places === 1 ? 'place' : 'places'}), so it becomes an idea`,
    });
  }
  const counts = { in_flight: 0, next: 0, idea: 0, done: 0, wont_do: 0 };
  const sorted = records.map((record) => {
    const pile = pileOf(record, inFlight, next);
    counts[pile] += 1;
    return { record, pile };
  });
  return { sorted, next: [...next].map((record) => record.externalId), counts, notes, problems, unmatched };
}

function pileOf(record: ImportRecord, inFlight: ReadonlySet<ImportRecord>, next: ReadonlySet<ImportRecord>): ImportPile {
  switch (record.state) {
    case 'done':
    case 'wont_do':
      return record.state;
    case 'open':
      return inFlight.has(record) ? 'in_flight' : next.has(record) ? 'next' : 'idea';
    default:
      return record.state satisfies never;
  }
}

function groupByNumber(records: readonly ImportRecord[]): ReadonlyMap<number, readonly ImportRecord[]> {
  const byNumber = new Map<number, ImportRecord[]>();
  for (const record of records) {
    const same = byNumber.get(record.number);
    if (same === undefined) byNumber.set(record.number, [record]);
    else same.push(record);
  }
  return byNumber;
}

function findChosen(
  numbers: readonly number[],
  pile: string,
  byNumber: ReadonlyMap<number, readonly ImportRecord[]>,
  notes: RecordNote[],
  problems: string[],
): ImportRecord[] {
  const found: ImportRecord[] = [];
  for (const number of new Set(numbers)) {
    const [record, other] = byNumber.get(number) ?? [];
    if (record === undefined) {
      problems.push(`${pile}: the file has no issue ${number}`);
    } else if (other !== undefined) {
      problems.push(`${pile}: ${number} is both ${record.externalId} and ${other.externalId}; import one repository at a time`);
    } else if (record.state === 'open') {
      found.push(record);
    } else {
      notes.push({ externalId: record.externalId, note: `it is closed, so it is history and not ${pile}` });
    }
  }
  return found;
}

function matching(records: readonly ImportRecord[], choice: PileChoice, unmatched: string[]): ImportRecord[] {
  const open = records.filter((record) => record.state === 'open');
  return [
    ...matchingBy(open, choice.inFlight.labels, (record) => record.labels, 'is labelled', unmatched),
    ...matchingBy(open, choice.inFlight.assignees, (record) => record.assignees, 'is assigned to', unmatched),
  ];
}

function matchingBy(
  open: readonly ImportRecord[],
  wanted: readonly string[],
  wordsOf: (record: ImportRecord) => readonly string[],
  relation: string,
  unmatched: string[],
): ImportRecord[] {
  const missing = new Map(wanted.map((word) => [word.trim().toLowerCase(), word]));
  const keys = new Set(missing.keys());
  const found = open.filter((record) => {
    const matches = wordsOf(record)
      .map((word) => word.toLowerCase())
      .filter((word) => keys.has(word));
    for (const word of matches) missing.delete(word);
    return matches.length > 0;
  });
  for (const word of missing.values()) unmatched.push(`in flight: no open issue ${relation} ${word}`);
  return found;
}
