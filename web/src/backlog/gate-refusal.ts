// What the gate says to one more item: from the server's refusal, or told beforehand from the window it last answered.
import { gateVerdict } from '@shortlist/domain/forecast/gate.ts';
import { commitSentence } from '@shortlist/domain/forecast/gate-words.ts';
import type { Refused } from '../sync/send.ts';
import type { WindowView } from './use-window.ts';

export type OverVerdict = 'amber' | 'red' | 'declared_over';

export interface SwapCandidate {
  readonly itemId: string;
  readonly started: boolean;
}

export interface GateNo {
  readonly verdict: OverVerdict;
  /** The verdict with its figures and the ways out. */
  readonly sentence: string;
  readonly n: number;
  readonly k: number;
  readonly k50: number | null;
  /** Of finishing one more within the window; null while it is not measured. */
  readonly probability: number | null;
  /** What could leave, the best first: not started, from the end of the order. */
  readonly candidates: readonly SwapCandidate[];
}

/** Null where there is room for one more. */
export function expectedNo(window: WindowView): GateNo | null {
  const verdict = gateVerdict(window, 1);
  if (verdict === 'accept') return null;
  const { n, k, k50, probabilityOfOneMore: probability } = window;
  // The server's answer has all figures of the gate; only its level is a plain number on the way.
  const figures = window as unknown as Parameters<typeof commitSentence>[0];
  const fromTheEnd = window.items.toReversed();
  const candidates = [...fromTheEnd.filter((one) => !one.inFlight), ...fromTheEnd.filter((one) => one.inFlight)];
  return {
    verdict,
    sentence: commitSentence(figures, verdict, 1, probability),
    n,
    k,
    k50,
    probability,
    candidates: candidates.map(({ itemId, inFlight }) => ({ itemId, started: inFlight })),
  };
}

/** The server's no, read from a refusal; null for a refusal that is not the gate's. */
export function gateNoOf(refused: Refused): GateNo | null {
  const { code, message, details = {} } = refused;
  if (code !== 'window_full' && code !== 'reason_needed') return null;
  const { n, k, k50, probability, verdict, swapCandidates } = details;
  if (typeof n !== 'number' || typeof k !== 'number' || !isOver(verdict)) return null;
  return {
    verdict,
    sentence: message,
    n,
    k,
    k50: typeof k50 === 'number' ? k50 : null,
    probability: typeof probability === 'number' ? probability : null,
    candidates: Array.isArray(swapCandidates) ? swapCandidates.filter(isCandidate) : [],
  };
}

function isOver(verdict: unknown): verdict is OverVerdict {
  return verdict === 'amber' || verdict === 'red' || verdict === 'declared_over';
}

function isCandidate(value: unknown): value is SwapCandidate {
  if (typeof value !== 'object' || value === null) return false;
  const { itemId, started }: Partial<Record<string, unknown>> = { ...value };
  return typeof itemId === 'string' && typeof started === 'boolean';
}
