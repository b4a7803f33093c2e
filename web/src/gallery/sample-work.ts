// Made-up work for the specimens.
import type { ReadinessCheck } from '../ui/signature/ReadinessRing.tsx';
import type { MeterSegment } from '../ui/signature/WindowMeter.tsx';

export interface SampleItem {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly detail: string;
  readonly owner: string | null;
  readonly age: string;
  readonly step: string;
  readonly done: number;
}

const titles = [
  ['Find an invoice by what was bought', 'Accountants scroll through months of PDF names'],
  ['Hand a shift over without a phone call', 'Nurses write the same note three times'],
  ['Tell a customer why a parcel waits', 'Support asks the depot for every second call'],
  ['See a delivery window before paying', 'One cart in five is left at that step'],
  ['Take back an approval given by mistake', 'Only an administrator can today'],
  ['Compare two quotes side by side', 'Buyers print both'],
  ['Keep a draft when the train goes into a tunnel', 'Field staff lose about one report a week'],
  ['Know that a payment will fail before it does', 'Expired cards are found at the end of the month'],
  ['Read a report on a small phone', 'Drivers turn it sideways and zoom'],
  ['Pause a subscription for a season', 'Campsites cancel in October and come back in April'],
  ['Share one order with an auditor only', 'Today they get the whole account'],
  ['Order again what was ordered last year', 'Schools type sixty lines every August'],
] as const;

const owners = ['Mara Lindqvist', 'Tomás Prieto', null, 'Yuki Sato', 'Ines Okafor', 'Jan de Vries'];

/** As many items as asked for; the same every time. */
export function sampleItems(count: number): readonly SampleItem[] {
  return Array.from({ length: count }, (_, index) => {
    const [title, detail] = titles[index % titles.length] ?? titles[0];
    return {
      id: `item-${index}`,
      handle: `STORY-${34 + index}`,
      title,
      detail,
      owner: owners[index % owners.length] ?? null,
      age: new Date(Date.now() - (index * 29 + 3) * 3_600_000).toISOString(),
      step: index < 3 ? 'In progress' : 'Committed',
      done: index % 6,
    };
  });
}

export const checkNames = ['persona', 'need', 'benefit', 'one criterion', 'outcome', 'no open question'];

/** The first `done` checks of six passed. */
export function sampleChecks(done: number): readonly ReadinessCheck[] {
  return checkNames.map((label, index) => ({ id: label, label, done: index < done }));
}

const doneAfter = [3, 5, 6, 10, 13, 14, 17, 19, 22, 24, 26, 33, 41];

/** Segments whose dates lie as a team's might; the first `inFlight` are being worked on. */
export function sampleSegments(count: number, inFlight: number, dated = true): readonly MeterSegment[] {
  return sampleItems(count).map((item, index) => ({
    id: item.id,
    label: `${item.handle} ${item.title}`,
    state: index < inFlight ? 'inFlight' : 'waiting',
    doneBy: dated ? new Date(Date.UTC(2026, 10, 22 + (doneAfter[index] ?? 40))).toISOString().slice(0, 10) : null,
  }));
}

/** A time as many days before this page was opened. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}
