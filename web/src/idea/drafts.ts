// Ideas that were begun and not captured yet, kept in this browser: a reload, a lost network and signing out leave them.
import { useSyncExternalStore } from 'react';
import { readPreference, writePreference } from '../ui/preference.ts';

export interface Draft {
  readonly id: string;
  readonly problem: string;
  readonly context: string;
  readonly forWhom: string;
}

const kept = 'capture-drafts';
/** On their way to the server: kept for the case that this page is closed before the answer, but not offered meanwhile. */
const sending = new Set<string>();
const listeners = new Set<() => void>();
let drafts: readonly Draft[] = readDrafts();
let offered: readonly Draft[] = drafts;

/** The drafts that can be gone on with, the latest first. */
export function useDrafts(): readonly Draft[] {
  return useSyncExternalStore(subscribe, currentDrafts);
}

/** As `useDrafts`, outside of a component. */
export function currentDrafts(): readonly Draft[] {
  return offered;
}

/** A draft with nothing in it; it is kept once something is. */
export function newDraft(): Draft {
  return { id: `${Date.now().toString(36)}${drafts.length}`, problem: '', context: '', forWhom: '' };
}

/** Keeps what was typed; a draft that was emptied is forgotten. */
export function keepDraft(draft: Draft): void {
  const isEmpty = `${draft.problem}${draft.context}${draft.forWhom}`.trim() === '';
  const others = drafts.filter(({ id }) => id !== draft.id);
  change(isEmpty ? others : [draft, ...others]);
}

export function discardDraft(id: string): void {
  sending.delete(id);
  change(drafts.filter((draft) => draft.id !== id));
}

/** Holds a draft back while its idea is on its way, or offers it again because it was refused. */
export function markSending(id: string, isSending: boolean): void {
  if (isSending) sending.add(id);
  else sending.delete(id);
  change(drafts);
}

function change(next: readonly Draft[]): void {
  drafts = next;
  offered = next.filter(({ id }) => !sending.has(id));
  writePreference(kept, JSON.stringify(next));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readDrafts(): readonly Draft[] {
  try {
    const found: unknown = JSON.parse(readPreference(kept) ?? '[]');
    return Array.isArray(found) ? found.filter(isDraft) : [];
  } catch {
    // Not written by us, so there is nothing of ours in it.
    return [];
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const draft: Partial<Record<string, unknown>> = { ...value };
  return ['id', 'problem', 'context', 'forWhom'].every((name) => typeof draft[name] === 'string');
}
