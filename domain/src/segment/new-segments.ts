/** The two segments of the ladder, which a workspace begins with. No schemas: decisions read this file. */
import { put, type Change, type DecisionContext } from '../decision.ts';
import type { Segment } from './segment.ts';

/** Who `internal` means: the people who make the product. */
export const ourselvesKey = 'ourselves';
/** Who `beta` means, unless customers are chosen by name. */
export const betaKey = 'beta';

/** Hosts where anybody gets an address: their domain says nothing about where somebody works. */
const mailForAll =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|aol|gmx|web|mail|proton|protonmail|zoho|yandex|posteo|mailbox|fastmail|t-online)\./;

/** `email`: the owner's. Only its domain is kept, and only where it is a company's. */
export function newSegments(email: string, context: DecisionContext): Change[] {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const rules: Segment['rules'] = mailForAll.test(domain)
    ? []
    : [[{ attribute: 'user.email', op: 'endsWith', values: [`@${domain}`], ignoreCase: true }]];
  return [
    put('segment.created', 'segment', emptySegment(context, 0, { key: ourselvesKey, name: 'Ourselves', unit: 'user', rules })),
    put('segment.created', 'segment', emptySegment(context, 1, { key: betaKey, name: 'Beta', unit: 'customer', rules: [] })),
  ];
}

function emptySegment(context: DecisionContext, index: number, given: Pick<Segment, 'key' | 'name' | 'unit' | 'rules'>): Segment {
  return { id: context.newId('segment', index), ...given, included: [], excluded: [], createdAt: context.now };
}

/** Whether nobody can belong to it. */
export function isEmptySegment(segment: Pick<Segment, 'included' | 'rules'>): boolean {
  return segment.included.length === 0 && segment.rules.length === 0;
}
