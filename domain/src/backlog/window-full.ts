/** The gate's "no", with its figures and the ways out. */
import { askGate, type Gate } from '../forecast/gate.ts';
import { refuse, type Refusal } from '../refusal.ts';

export interface SwapCandidate {
  readonly itemId: string;
  readonly handle: string;
  readonly started: boolean;
}

/** `reason_needed` while the rate is only declared: a written reason is then enough. */
export function windowFull(
  gate: Gate,
  added: number,
  swapCandidates: readonly SwapCandidate[],
  code: 'window_full' | 'reason_needed',
): Refusal {
  const { n, k, level, k50, basis } = gate.window;
  const { sentence, probability, verdict } = askGate(gate, added);
  return refuse(code, sentence, { n, k, level, k50, basis, verdict, probability, swapCandidates });
}
