/** What an imported record becomes in Shortlist, as plain values. Whether it is new, changed or known is told by the fingerprints. */
import { labelLength, labelsOnOneMost } from '../label/label-colours.ts';
import { fingerprint } from './fingerprint.ts';
import { firstSentence } from './first-sentence.ts';
import type { ImportPile } from './import-piles.ts';
import { importLimits } from './import-limits.ts';
import type { ImportRecord } from './import-record.ts';
import { cutAtWord } from './imported-text.ts';

/** Longer ones are cut; a line of context is read in a review, in seconds. */
const contextLength = 280;

interface Imported {
  readonly source: 'github';
  /** Unique within the source and its kind of entity, and the same in every later file. */
  readonly externalId: string;
  /** Changes exactly when one of the values beside it does. */
  readonly fingerprint: string;
}

export interface ImportedContact extends Imported {
  readonly name: string;
}

export interface ImportedIdea extends Imported {
  readonly kind: 'idea';
  readonly problem: string;
  readonly context: string | null;
  readonly capturedAt: string;
}

export interface ImportedTask extends Imported {
  readonly kind: 'task';
  readonly title: string;
  /** Never empty, so that a task in flight or next is ready. */
  readonly why: string;
  readonly createdAt: string;
  /** At most one of the two is set; both null while it is in flight or next. There is no start: cycle times skip it. */
  readonly doneAt: string | null;
  readonly droppedAt: string | null;
}

export interface ImportedEvidence extends Imported {
  /** Empty for the link. */
  readonly text: string;
  readonly url: string | null;
  readonly author: string | null;
  readonly saidAt: string;
}

export interface ImportedThing {
  readonly pile: ImportPile;
  readonly item: ImportedIdea | ImportedTask;
  /** Who hears back; null where the account is gone. */
  readonly suggester: ImportedContact | null;
  /** The link first, then the body, then the comments, oldest first as in the file. Of finished work only the link. */
  readonly evidence: readonly ImportedEvidence[];
  /** As they are called over there, the first twenty. */
  readonly labels: readonly string[];
  /** False where the file may lack texts, and for finished work: then evidence that is kept but not listed here must stay. */
  readonly evidenceIsComplete: boolean;
}

/** Maps one record of a pile. The same record gives the same values and fingerprints whichever shape its file had. */
export function mapRecord(record: ImportRecord, pile: ImportPile): ImportedThing {
  return {
    pile,
    item: pile === 'idea' ? ideaOf(record) : taskOf(record, pile),
    suggester: record.author === null ? null : contactOf(record.author),
    evidence: evidenceOf(record, pile),
    labels: record.labels.slice(0, labelsOnOneMost).map((label) => cutAtWord(label, labelLength)),
    evidenceIsComplete: !isFinished(pile) && hasAllComments(record),
  };
}

function hasAllComments(record: ImportRecord): boolean {
  if (record.comments === null) return false;
  return record.comments.length === record.commentCount && record.comments.length !== importLimits.listedComments;
}

function isFinished(pile: ImportPile): boolean {
  return pile === 'done' || pile === 'wont_do';
}

function ideaOf(record: ImportRecord): ImportedIdea {
  const context = contextOf(record);
  return {
    kind: 'idea',
    source: record.source,
    externalId: record.externalId,
    problem: record.title,
    context,
    capturedAt: record.createdAt,
    fingerprint: fingerprint(['idea', record.title, context, record.createdAt]),
  };
}

function taskOf(record: ImportRecord, pile: ImportPile): ImportedTask {
  const why = contextOf(record) ?? `Issue ${record.externalId}`;
  const doneAt = pile === 'done' ? record.closedAt : null;
  const droppedAt = pile === 'wont_do' ? record.closedAt : null;
  return {
    kind: 'task',
    source: record.source,
    externalId: record.externalId,
    title: record.title,
    why,
    createdAt: record.createdAt,
    doneAt,
    droppedAt,
    fingerprint: fingerprint(['task', record.title, why, record.createdAt, doneAt, droppedAt]),
  };
}

/** The first sentence of the body, else the labels, else null; one line of at most 280 characters. */
export function contextOf(record: Pick<ImportRecord, 'body' | 'labels'>): string | null {
  const sentence = firstSentence(record.body, contextLength);
  if (sentence !== null) return sentence;
  return record.labels.length === 0 ? null : cutAtWord(record.labels.join(', '), contextLength);
}

function contactOf(login: string): ImportedContact {
  return { source: 'github', externalId: login, name: login, fingerprint: fingerprint(['contact', login]) };
}

function evidenceOf(record: ImportRecord, pile: ImportPile): ImportedEvidence[] {
  const link = evidence(record, `${record.externalId}/link`, {
    text: '',
    url: record.url,
    author: null,
    saidAt: record.createdAt,
  });
  if (isFinished(pile)) return [link];
  const words = [
    {
      externalId: `${record.externalId}/body`,
      body: record.body,
      url: record.url,
      author: record.author,
      createdAt: record.createdAt,
    },
    ...(record.comments ?? []),
  ];
  return [
    link,
    ...words
      .filter((said) => said.body.trim() !== '')
      .map((said) =>
        evidence(record, said.externalId, {
          text: said.body,
          url: said.url ?? null,
          author: said.author,
          saidAt: said.createdAt,
        }),
      ),
  ];
}

function evidence(record: ImportRecord, externalId: string, values: Omit<ImportedEvidence, keyof Imported>): ImportedEvidence {
  return {
    source: record.source,
    externalId,
    ...values,
    fingerprint: fingerprint(['evidence', values.text, values.url, values.author, values.saidAt]),
  };
}
